// The sentences of the aid's pages, which are fetched with them.
import { withTable } from '@shared/part'
import { language } from '@shared/settings'
import { fill, type Say } from '@shared/strings'
import type { Words } from '@shared/words/aid/words'

let table: Record<string, string> = {}

export const say: Say<Words> = (key, ...values) => fill(table[key] ?? key, values[0] ?? {})

// Campaigns are named in Chinese alone.
export const nameOf = (campaign: string) => (language === 'en' ? say('page.title') : campaign)

export const withWords = <Page>(page: Promise<Page>) =>
  withTable(
    page,
    language === 'zh'
      ? import('@shared/words/aid/zh')
      : import('@shared/words/aid/en'),
    (words) => (table = words),
  )
