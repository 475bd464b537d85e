// The pages of public draws, each fetched with its sentences when it is opened.
import { withWords } from './words'

export const draws = () => withWords(import('./Draws.vue'))
export const draw = () => withWords(import('./Draw.vue'))
export const part = () => withWords(import('./Part.vue'))
