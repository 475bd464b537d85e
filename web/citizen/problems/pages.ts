// The pages of registered problems, each with the sentences that they alone say.
import { withTable } from '@shared/part'
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'

const withWords = <Page>(page: Promise<Page>) =>
  withTable(
    page,
    language === 'zh'
      ? import('@shared/words/citizen/problems_zh')
      : import('@shared/words/citizen/problems_en'),
    addWords,
  )

export const entries = () => withWords(import('./Entries.vue'))
export const mine = () => withWords(import('./MyProblems.vue'))
export const problems = () => withWords(import('./Problems.vue'))
export const report = () => withWords(import('./Report.vue'))
export const number = () => withWords(import('./Number.vue'))
export const works = () => import('./works').then(({ page }) => page())
export const duties = () => import('./further').then((parts) => parts.duties())
export const duty = () => import('./further').then((parts) => parts.duty())
export const judge = () => withWords(import('./JudgeLink.vue'))

export async function receptions() {
  const { words } = await (language === 'zh'
    ? import('@shared/words/citizen/receptions_zh')
    : import('@shared/words/citizen/receptions_en'))
  addWords(words)
  return import('./Receptions.vue')
}
