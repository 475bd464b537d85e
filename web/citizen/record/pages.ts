// The pages of the public record, with the sentences that they alone say.
import { withTable } from '@shared/part'
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'

const withWords = <Page>(page: Promise<Page>) =>
  withTable(
    page,
    language === 'zh'
      ? import('@shared/words/citizen/record_zh')
      : import('@shared/words/citizen/record_en'),
    addWords,
  )

export const browse = () => withWords(import('./Browse.vue'))
export const heads = () => withWords(import('./Heads.vue'))
export const check = () => withWords(import('./Check.vue'))
export const verify = () => withWords(import('./Verify.vue'))
export const contradiction = () => withWords(import('./Contradiction.vue'))
