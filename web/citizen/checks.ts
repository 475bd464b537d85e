// The pages on which a reader asks about the hall and grades it, with the sentences that
// they alone say.
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'
import { defineAsyncComponent } from 'vue'

async function withWords<Page>(page: Promise<Page>): Promise<Page> {
  const { words } = await (language === 'zh'
    ? import('@shared/words/citizen/checks_zh')
    : import('@shared/words/citizen/checks_en'))
  addWords(words)
  return page
}

// Before a booking, and only where a change is to come.
export const HoursAhead = defineAsyncComponent(() => withWords(import('./HoursAhead.vue')))
export const evaluate = () => withWords(import('./Evaluate.vue'))
export const fairness = () => withWords(import('./Fairness.vue'))
export const limits = () => withWords(import('./Limits.vue'))
export const matter = () => withWords(import('./Matter.vue'))
