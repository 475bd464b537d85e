// The sentences of this client, typed from text/zh.
import { sayer } from '@shared/strings'
import type { Words } from '@shared/words/console/words'

export const say = sayer<Words>()

// Deeds stand alone on buttons and in rows.
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

// Why somebody goes first, in one character; a district may have groups without a mark.
export function sayMark(group: string): string {
  return sayer<Record<string, never>>()(`priority_mark.${group}`).replace(/^priority_mark\./, '')
}
