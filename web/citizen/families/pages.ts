// The pages of the public notice and of a family, each fetched with its sentences.
import { withWords } from './words'

export const notice = () => withWords(import('./Notice.vue'))
export const own = () => withWords(import('./OwnFamily.vue'))
