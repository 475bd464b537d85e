// The districts of the city: what stands outside a district's own interface.
import { answerOf } from './problem'
import { language } from './settings'

interface District {
  name: string // in addresses
  title: string // in the reader's language
}

export async function listDistricts(): Promise<District[]> {
  type All = { districts: { name: string; title: string; title_en: string }[] }
  const { districts } = await answerOf<All>(fetch('/districts.json'))
  return districts.map(({ name, title, title_en }) => ({
    name,
    title: language === 'en' ? title_en : title,
  }))
}
