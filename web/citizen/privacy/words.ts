// The sentences of the page of one's own data, which are fetched with them.
import { language } from '@shared/settings'
import { fill, type Say } from '@shared/strings'
import type { Words } from '@shared/words/privacy/words'

let table: Record<string, string> = {}

export const say: Say<Words> = (key, ...values) => fill(table[key] ?? key, values[0] ?? {})

export async function withWords<Page>(page: Promise<Page>): Promise<Page> {
  const { words } = await (language === 'zh'
    ? import('@shared/words/privacy/zh')
    : import('@shared/words/privacy/en'))
  table = words
  return page
}
