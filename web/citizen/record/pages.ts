// The pages of the public record, with the sentences that they alone say.
import { language } from '@shared/settings'
import { addWords } from '@shared/strings'

async function withWords<Page>(page: Promise<Page>): Promise<Page> {
  const { words } = await (language === 'zh'
    ? import('@shared/words/citizen/record_zh')
    : import('@shared/words/citizen/record_en'))
  addWords(words)
  return page
}

export const browse = () => withWords(import('./Browse.vue'))
export const heads = () => withWords(import('./Heads.vue'))
export const check = () => withWords(import('./Check.vue'))
export const verify = () => withWords(import('./Verify.vue'))
export const contradiction = () => withWords(import('./Contradiction.vue'))
