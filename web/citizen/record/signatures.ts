// Who signed a head, checked here with keys that this device remembers from its first visit: a
// key that turns up later counts only beside one of them.
import { readCheckpoint, readKey, signedBy, type Checkpoint, type Note } from '@shared/notes'
import type { State } from '../record'

// What is known of a log that signs: its name, its keys, and who else may sign its heads.
export type KnownLog = Pick<State, 'origin' | 'keys'> & {
  witnesses: Pick<State['witnesses'][number], 'title' | 'key'>[]
}

export interface Signed {
  head: Checkpoint | undefined
  good: boolean // a key that this device knows signed it, and no known signature is wrong
  keyId: string
  witnesses: string[] // who signed too, by their titles
}

const store = 'record-keys'

function remembered(origin: string, offered: string[]): string[] {
  const all: Record<string, string[]> = JSON.parse(localStorage.getItem(store) ?? '{}')
  const known = all[origin] ?? []
  // A change of keys shows both for a while; a wholly new set is somebody else's.
  const next = known.length === 0 || offered.some((key) => known.includes(key))
    ? [...new Set([...known, ...offered])]
    : known
  localStorage.setItem(store, JSON.stringify({ ...all, [origin]: next }))
  return next
}

// Without a line nobody offers a key: those that were seen before must do.
export const stateOffline = (note: Note): KnownLog => ({
  origin: readCheckpoint(note)?.origin ?? '',
  keys: [],
  witnesses: [],
})

export async function signatures(note: Note, state: KnownLog): Promise<Signed> {
  const head = readCheckpoint(note)
  const keys = await Promise.all(remembered(state.origin, state.keys).map(readKey))
  let [good, wrong, keyId] = [false, head?.origin !== state.origin, '']
  for (const key of keys) {
    const valid = key && (await signedBy(note, key))
    if (valid) [good, keyId] = [true, key.id]
    if (valid === false) wrong = true
  }
  const witnesses: string[] = []
  for (const { title, key: text } of state.witnesses) {
    const key = await readKey(text)
    const valid = key && (await signedBy(note, key))
    if (valid) witnesses.push(title)
    if (valid === false) wrong = true
  }
  return { head, good: good && !wrong, keyId, witnesses }
}
