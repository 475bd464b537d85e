// Sentences by key, typed from text/zh. Each client loads one file: its language's words.
import type { Words as SharedWords } from './words/shared/words'

export type Value = string | number

// A key without holes takes no values; one with holes takes exactly these.
export type Values<Words, Key extends keyof Words> = [Words[Key]] extends [never]
  ? []
  : [values: Record<Words[Key] & string, Value>]

export type Say<Words> = <Key extends keyof Words & string>(
  key: Key,
  ...values: Values<Words, Key>
) => string

let table: Record<string, string> = {}

export function useWords(words: Record<string, string>) {
  table = words
}

// Those of some pages alone, which come with them.
export function addWords(words: Record<string, string>) {
  table = { ...table, ...words }
}

function shown(value: Value): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : value
}

// Fills {name}; {name|one|many} chooses by the number, for languages that need it.
export function fill(text: string, values: Record<string, Value>): string {
  return text.replace(/\{([a-z0-9_]+)(?:\|([^|}]*)\|([^}]*))?\}/g, (hole, name, one, many) => {
    const value = values[name]
    if (value === undefined) return hole
    if (one === undefined) return shown(value)
    return Number(value) === 1 ? one : many
  })
}

export function sayer<Words>(): Say<Words> {
  return (key, ...values) => fill(table[key] ?? key, (values[0] ?? {}) as Record<string, Value>)
}

// For the parts that all clients share.
export const say = sayer<SharedWords>()
