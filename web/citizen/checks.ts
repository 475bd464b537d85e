// The pages on which a reader asks about the hall and grades it, with the sentences that
// they alone say.
import { withTable } from '@shared/part'
import { part } from '@shared/part'
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'

const withWords = <Page>(page: Promise<Page>) =>
  withTable(
    page,
    language === 'zh'
      ? import('@shared/words/citizen/checks_zh')
      : import('@shared/words/citizen/checks_en'),
    addWords,
  )

// Before a booking, and only where a change is to come.
export const HoursAhead = part(() => withWords(import('./HoursAhead.vue')))
export const evaluate = () => withWords(import('./Evaluate.vue'))
export const fairness = () => withWords(import('./Fairness.vue'))
export const limits = () => withWords(import('./Limits.vue'))
export const matter = () => withWords(import('./Matter.vue'))
