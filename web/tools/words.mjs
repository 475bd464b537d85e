// Makes the browser's sentences from text/zh/*.toml and text/en/*.toml: for each client one
// module a language and one type, so that a missing key is a type error. Writes web/shared/words/.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'

const here = dirname(fileURLToPath(import.meta.url))
export const languages = ['zh', 'en']
export const clients = ['citizen', 'console', 'kiosk', 'screen', 'districts']
// With words of their own, which no page fetches before it needs them.
export const lazyParts = {
  map: 'shared/map/',
  voices: 'citizen/voices/',
  aid: 'citizen/aid/',
  draws: 'citizen/draws/',
  families: 'citizen/families/',
  privacy: 'citizen/privacy/',
}

export async function readWords(language) {
  const folder = join(here, '../../text', language)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.toml')).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) => flatten(parse(text)))
}

export function flatten(table, prefix = '') {
  return Object.entries(table).flatMap(([key, value]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`
    return typeof value === 'string' ? [[name, value]] : flatten(value, name)
  })
}

// Tables of a client that only some of its pages need: a file of their own beside the client's.
const later = {
  citizen: {
    problems: ['matter', 'judge', 'report', 'problems'],
    record: ['record', 'verify'],
    checks: ['fairness', 'limits', 'evaluate', 'evaluation', 'service', 'ahead'],
    open311: ['open311'],
    receptions: ['receptions'],
    works: ['works', 'supervision'],
    further: ['further'],
  },
}

// Tables of the server that pages say too: choices and marks are named once.
const tables = ['evaluation.', 'priority_mark.']
// Phases and states of the public works, for the citizen and the console.
const worksTables = ['supervision.phase.', 'supervision.work.']
// And what the console alone says as the server does.
const officeTables = [
  'matter.state.',
  'matter.verb.',
  'matter.outcome.',
  'matter.level.',
  'matter.clock.',
  'supervision.kind.',
  'supervision.length.',
  'supervision.rating.',
  'supervision.origin.',
  'supervision.paper.',
  'supervision.likeness.',
  'web.draws.party.',
  'web.draws.state.',
  'web.families.category.',
  'web.families.housing.',
  'web.families.line.',
  'web.families.state.',
]

// The words of one client: its own table, without the table's name, and the shared ones.
export function wordsOf(client, words) {
  const own =
    client === 'shared' ? [] : words.filter(([key]) => key.startsWith(`web.${client}.`))
  const shared = words.filter(([key]) => key.startsWith('web.shared.'))
  const further = { citizen: worksTables, console: [...officeTables, ...worksTables] }
  const ours = [...tables, ...(further[client] ?? [])]
  const named = words.filter(([key]) => ours.some((table) => key.startsWith(table)))
  const bare = ([key, text]) => [key.split('.').slice(2).join('.'), text]
  if (client in lazyParts) return own.map(bare)
  return [...named, ...[...shared, ...own].map(bare)]
}

// Holes are {name}, or {name|one|many} where a language needs the plural.
export function holes(text) {
  return [...new Set([...text.matchAll(/\{([a-z0-9_]+)(?:\|[^}]*)?\}/g)].map((hole) => hole[1]))]
}

export function differences(zh, en) {
  const [inZh, inEn] = [new Map(zh), new Map(en)]
  const wrong = []
  for (const [key, text] of inZh) {
    const other = inEn.get(key)
    if (other === undefined) wrong.push(`text/en lacks ${key}`)
    else if (holes(text).sort().join() !== holes(other).sort().join())
      wrong.push(`the holes of ${key} differ between zh and en`)
  }
  for (const key of inEn.keys()) if (!inZh.has(key)) wrong.push(`text/zh lacks ${key}`)
  return wrong
}

function typeOf(words) {
  const lines = words.map(([key, text]) => {
    const names = holes(text).map((name) => `'${name}'`)
    return `  '${key}': ${names.length === 0 ? 'never' : names.join(' | ')}`
  })
  return `export interface Words {\n${lines.join('\n')}\n}\n`
}

// What a client fetches at once, and what it fetches with the pages that need it.
export function filesOf(client, words) {
  const parts = Object.entries(later[client] ?? {})
  const of = ([key]) => parts.find(([, tables]) => tables.includes(key.split('.')[0]))?.[0]
  const files = parts.map(([name]) => [`${name}_`, words.filter((word) => of(word) === name)])
  return [['', words.filter((word) => of(word) === undefined)], ...files]
}

async function main() {
  const [zh, en] = await Promise.all(languages.map(readWords))
  const onlyWeb = (words) => words.filter(([key]) => key.startsWith('web.'))
  const wrong = differences(onlyWeb(zh), onlyWeb(en))
  if (wrong.length > 0) throw new Error(wrong.join('\n'))

  for (const client of [...clients, ...Object.keys(lazyParts), 'shared']) {
    const folder = join(here, '..', 'shared', 'words', client)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'words.ts'), typeOf(wordsOf(client, zh)))
    for (const [language, words] of [['zh', zh], ['en', en]])
      for (const [name, part] of filesOf(client, wordsOf(client, words))) {
        const table = JSON.stringify(Object.fromEntries(part), null, 1)
        const text = `export const words: Record<string, string> = ${table}\n`
        await writeFile(join(folder, `${name}${language}.ts`), text)
      }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
