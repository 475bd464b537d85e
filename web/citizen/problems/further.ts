// Parts of the pages of problems that few need, with the sentences that they alone say.
import { withTable } from '@shared/part'
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'

const withWords = <Page>(page: Promise<Page>) =>
  withTable(
    page,
    language === 'zh'
      ? import('@shared/words/citizen/further_zh')
      : import('@shared/words/citizen/further_en'),
    addWords,
  )

export const chain = () => withWords(import('./Chain.vue'))
export const review = () => withWords(import('./AskReview.vue'))
export const follow = () => withWords(import('./Follow.vue'))
export const followed = () => withWords(import('./Followed.vue'))
export const duties = () => withWords(import('./Duties.vue'))
export const duty = () => withWords(import('./Duty.vue'))
export const questions = () => withWords(import('./Questions.vue'))
