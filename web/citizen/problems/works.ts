// The pages of the yearly public works 办实事, with the sentences that they alone say.
import { withTable } from '@shared/part'
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'

const withWords = <Page>(page: Promise<Page>) =>
  withTable(
    page,
    language === 'zh'
      ? import('@shared/words/citizen/works_zh')
      : import('@shared/words/citizen/works_en'),
    addWords,
  )

export const page = () => withWords(import('./Works.vue'))
export const entry = () => withWords(import('./WorksEntry.vue'))
