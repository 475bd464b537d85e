// What the reader's own device finds about an entry, a slip or a proof file. Every step is named
// with its result, and nothing that the server claims is believed.
import type { Step } from '@shared/parts/Trail.vue'
import { readNote, readProofFile, type Note } from '@shared/notes'
import { offline, Problem } from '@shared/problem'
import { grew, leafOf, rootOf } from '@shared/proof'
import {
  askForHead,
  seeEntry,
  seeGrowth,
  seeHead,
  seeProof,
  seeState,
  type Entry,
  type State,
} from '../record'
import { listed } from '@shared/sentences'
import { cityLog, isAnchored } from './city'
import { signatures, stateOffline, type KnownLog } from './signatures'
import { say } from '../words'

export interface Verdict {
  good: boolean
  steps: Step[]
  took: number // milliseconds of computing
  entry?: Entry
  body?: string // as it stood in a file
  witnesses: number
}

const short = (hex: string) => `${hex.slice(0, 8)} ${hex.slice(8, 16)}`

class Steps {
  readonly list: Step[] = []
  good = true

  add(title: string, ok: boolean, fits: string, differs: string, hash = '') {
    this.good &&= ok
    this.list.push({
      title,
      text: ok ? fits : differs,
      hash: hash && short(hash),
      kind: 'stop',
      state: ok ? 'done' : 'late',
    })
  }

  // Nothing is wrong, and nothing proved yet.
  wait(title: string, text: string) {
    this.list.push({ title, text, kind: 'stop', state: 'todo' })
  }

  verdict(began: number, witnesses = 0, entry?: Entry): Verdict {
    const last = this.list.at(-1)
    if (last) last.kind = 'end'
    return {
      good: this.good,
      steps: this.list,
      took: performance.now() - began,
      witnesses,
      ...(entry && { entry }),
    }
  }
}

// Signed by the log, and by how many witnesses.
async function addSignature(steps: Steps, note: Note, state: KnownLog): Promise<number> {
  const { good, keyId, witnesses } = await signatures(note, state)
  const fits =
    witnesses.length > 0
      ? say('verify.step_signature_witnessed', { key: keyId, names: listed(witnesses) })
      : say('verify.step_signature_fits', { key: keyId })
  steps.add(say('verify.step_signature'), good, fits, say('verify.step_signature_differs'))
  return witnesses.length
}

async function addProof(
  steps: Steps,
  { seq, proof, note }: { seq: number; proof: string[]; note: Note },
  entry: Pick<Entry, 'body' | 'leaf'>,
  state: KnownLog,
): Promise<number> {
  const leaf = await leafOf(entry.body)
  const { head } = await signatures(note, state)
  const ok = leaf === entry.leaf
  const [fits, differs] = [say('verify.step_entry_fits'), say('verify.step_entry_differs')]
  steps.add(say('verify.step_entry'), ok, fits, differs, leaf)
  const root = head && (await rootOf({ seq, size: head.size, leaf, proof }))
  steps.add(
    say('verify.step_root'),
    root !== undefined && root === head?.root,
    say('verify.step_root_fits', { count: proof.length, size: head?.size ?? 0 }),
    say('verify.step_root_differs', { count: proof.length, size: head?.size ?? 0 }),
    head?.root,
  )
  return addSignature(steps, note, state)
}

// Under a head of the district that is a leaf of the city's log, up to what the city signed:
// whoever watches the city's log watches this entry.
async function addCity(steps: Steps, seq: number, leaf: string, state: State) {
  const { anchor } = state
  const waits = (key: 'waits' | 'unread') =>
    steps.wait(say('verify.step_city'), say(`verify.step_city_${key}`))
  if (!isAnchored(anchor, seq)) return waits('waits')
  const city = await cityLog(anchor, state).catch((problem: unknown) => {
    if (problem instanceof Problem) return 'unread' as const
    throw problem
  })
  if (city === 'unread') return waits(city)
  if (!city) return waits('waits')
  const { size, seq: place } = anchor
  const { proof } = await seeProof(seq, size)
  const root = await rootOf({ seq, size, leaf, proof })
  steps.add(
    say('verify.step_anchor'),
    root !== undefined && city.anchored?.size === size && root === city.anchored.root,
    say('verify.step_anchor_fits', { size, place }),
    say('verify.step_anchor_differs', { size, place }),
    root,
  )
  steps.add(
    say('verify.step_city'),
    city.leads,
    say('verify.step_city_fits', { place, size: city.head?.size ?? 0 }),
    say('verify.step_city_differs', { place, size: city.head?.size ?? 0 }),
    city.head?.root,
  )
  const key = city.signed.keyId
  steps.add(
    say('verify.step_city_signature'),
    city.signed.good,
    say('verify.step_city_signature_fits', { key }),
    say('verify.step_signature_differs'),
  )
}

// An entry younger than the newest signature cannot be proved yet; the signature is asked for.
export async function verify(seq: number): Promise<Verdict | 'unsigned'> {
  const [entry, head, state] = await Promise.all([seeEntry(seq), seeHead(), seeState()])
  if (seq >= head.size) {
    await askForHead()
    return 'unsigned'
  }
  const { proof } = await seeProof(seq, head.size)
  const began = performance.now()
  const steps = new Steps()
  const note = readNote(head.note)
  if (!note) throw new Problem(0, 'note.malformed', '')
  const witnesses = await addProof(steps, { seq, proof, note }, entry, state)
  await addCity(steps, seq, await leafOf(entry.body), state)
  return steps.verdict(began, witnesses, entry)
}

// Without a line: what this device remembers of the log.
async function stateOr(note: Note): Promise<KnownLog> {
  try {
    return await seeState()
  } catch (problem) {
    if (problem instanceof Problem && problem.code === offline) return stateOffline(note)
    throw problem
  }
}

// A file that was kept: its entry must lead to the head in the file. Its text is kept beside it, or
// fetched by its place; with both files and a key that is remembered no line is needed.
export async function verifyFile(text: string, kept?: string): Promise<Verdict> {
  const file = readProofFile(text)
  const steps = new Steps()
  const [fits, differs] = [say('verify.step_file_fits'), say('verify.step_file_differs')]
  steps.add(say('verify.step_file'), file !== undefined, fits, differs)
  if (!file) return steps.verdict(performance.now())
  const state = await stateOr(file.note)
  const entry =
    kept === undefined ? await seeEntry(file.seq) : { body: kept, leaf: await leafOf(kept) }
  const began = performance.now()
  const witnesses = await addProof(steps, file, entry, state)
  return { ...steps.verdict(began, witnesses), body: entry.body }
}

async function headOf(size: number) {
  try {
    return await seeHead(size)
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) return undefined
    throw problem
  }
}

// Paper from the hall: the size and the first eight letters of the root.
export async function verifySlip(size: number, print: string): Promise<Verdict> {
  const [head, state] = await Promise.all([headOf(size), seeState()])
  const note = head && readNote(head.note)
  const steps = new Steps()
  const found = note !== undefined
  const [fits, differs] = [
    say('verify.step_head_fits', { size }),
    say('verify.step_head_differs', { size }),
  ]
  if (!note) {
    steps.add(say('verify.step_head'), found, fits, differs)
    return steps.verdict(performance.now())
  }
  const newest = state.signed_size ?? size
  const { proof, root_to } = await seeGrowth(size, newest)
  const began = performance.now()
  steps.add(say('verify.step_head'), found, fits, differs)
  const root = (await signatures(note, state)).head?.root ?? ''
  const same = root.startsWith(print.toLowerCase())
  const [equal, other] = [say('verify.step_print_fits'), say('verify.step_print_differs')]
  steps.add(say('verify.step_print'), same, equal, other, root)
  const witnesses = await addSignature(steps, note, state)
  const growth = { from: { size, root }, to: { size: newest, root: root_to }, proof }
  steps.add(
    say('verify.step_growth'),
    root_to === state.signed_root && (await grew(growth)),
    say('verify.step_growth_fits', { size: newest }),
    say('verify.step_growth_differs', { size: newest }),
  )
  return steps.verdict(began, witnesses)
}
