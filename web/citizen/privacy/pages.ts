// The page of one's own data, fetched with its sentences.
import { withWords } from './words'

export const mine = () => withWords(import('./MyData.vue'))
