// The pages of the aid, each fetched with its sentences when it is opened.
import { withWords } from './words'

export const aid = () => withWords(import('./Aid.vue'))
export const pledge = () => withWords(import('./Pledge.vue'))
export const receipt = () => withWords(import('./Receipt.vue'))
export const giving = () => withWords(import('./Giving.vue'))
export const entry = () => withWords(import('./Entry.vue'))
