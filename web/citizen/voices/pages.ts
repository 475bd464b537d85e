// The pages of the advice platform, each fetched with its sentences when it is opened.
import { withWords } from './words'

export const voices = () => withWords(import('./Voices.vue'))
export const call = () => withWords(import('./Call.vue'))
export const inquiries = () => withWords(import('./Inquiries.vue'))
export const figures = () => withWords(import('./Figures.vue'))
export const mine = () => withWords(import('./Mine.vue'))
export const write = () => withWords(import('./Write.vue'))
export const voice = () => withWords(import('./Voice.vue'))
export const notOffered = () => withWords(import('./NotOffered.vue'))
export const entry = () => withWords(import('./Entry.vue'))
