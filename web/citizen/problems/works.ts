// The pages of the yearly public works 办实事, with the sentences that they alone say.
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'

async function withWords<Page>(page: Promise<Page>): Promise<Page> {
  const { words } = await (language === 'zh'
    ? import('@shared/words/citizen/works_zh')
    : import('@shared/words/citizen/works_en'))
  addWords(words)
  return page
}

export const page = () => withWords(import('./Works.vue'))
export const entry = () => withWords(import('./WorksEntry.vue'))
