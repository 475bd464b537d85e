// The sentences of the map's parts, which are fetched with them.
import type { Words } from '@shared/words/map/words'
import { language } from '../settings'
import { fill, type Say } from '../strings'

let table: Record<string, string> = {}

export async function loadWords() {
  const { words } = await (language === 'zh'
    ? import('@shared/words/map/zh')
    : import('@shared/words/map/en'))
  table = words
}

export const say: Say<Words> = (key, ...values) => fill(table[key] ?? key, values[0] ?? {})
