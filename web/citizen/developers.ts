// The page for developers, with the sentences that it alone says.
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'

export async function open311() {
  const [page, { words }] = await Promise.all([
    import('./Open311.vue'),
    language === 'zh'
      ? import('@shared/words/citizen/open311_zh')
      : import('@shared/words/citizen/open311_en'),
  ])
  addWords(words)
  return page
}
