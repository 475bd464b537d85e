// The sentences of the public draws's pages, which are fetched with them.
import { withTable } from '@shared/part'
import { language } from '@shared/settings'
import { fill, type Say } from '@shared/strings'
import type { Words } from '@shared/words/draws/words'

let table: Record<string, string> = {}

export const say: Say<Words> = (key, ...values) => fill(table[key] ?? key, values[0] ?? {})

export const withWords = <Page>(page: Promise<Page>) =>
  withTable(
    page,
    language === 'zh'
      ? import('@shared/words/draws/zh')
      : import('@shared/words/draws/en'),
    (words) => (table = words),
  )
