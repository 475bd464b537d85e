// The sentences of the chosen families's pages, which are fetched with them.
import { withTable } from '@shared/part'
import { language } from '@shared/settings'
import { fill, type Say } from '@shared/strings'
import type { Words } from '@shared/words/families/words'

let table: Record<string, string> = {}

export const say: Say<Words> = (key, ...values) => fill(table[key] ?? key, values[0] ?? {})

export const withWords = <Page>(page: Promise<Page>) =>
  withTable(
    page,
    language === 'zh'
      ? import('@shared/words/families/zh')
      : import('@shared/words/families/en'),
    (words) => (table = words),
  )
