// The city's own log, whose leaves are the signed heads of the districts: read as any stranger
// reads it, at /log, and believed in nothing but what its hashes and its signature say.
import { readCheckpoint, readNote, type Checkpoint } from '@shared/notes'
import { answerOf, offline, Problem } from '@shared/problem'
import { leafOf, rootOf, toHex } from '@shared/proof'
import type { State } from '../record'
import { signatures, type KnownLog, type Signed } from './signatures'

type Anchor = Required<NonNullable<State['anchor']>>

export interface CityLog {
  anchored: Checkpoint | undefined // the district's head, as the city's entry holds it
  head: Checkpoint | undefined
  leads: boolean // from that entry to the city's root
  signed: Signed
}

// Does a head of the district that covers this entry stand in the city's log?
export function isAnchored(anchor: State['anchor'], seq: number): anchor is Anchor {
  return anchor?.seq !== undefined && seq < anchor.size
}

async function words(path: string): Promise<string> {
  const told = await fetch(`/log/${path}`).catch(() => {
    throw new Problem(0, offline, '')
  })
  if (!told.ok) await answerOf(Promise.resolve(told))
  return told.text()
}

const hexOf = (base64: string) => toHex(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)))

function headIn(body: string): Checkpoint | undefined {
  const { k, note } = JSON.parse(body) as { k?: string; note?: string }
  const read = k === 'log.head' && note !== undefined ? readNote(note) : undefined
  return read && readCheckpoint(read)
}

// Nothing while the city has not signed over that entry.
export async function cityLog({ seq }: Anchor, district: State): Promise<CityLog | undefined> {
  const [body, checkpoint, keys] = await Promise.all(
    [`entry/${seq}`, 'checkpoint', 'keys'].map(words),
  )
  const note = readNote(checkpoint!)
  const head = note && readCheckpoint(note)
  if (!note || !head) throw new Problem(0, 'note.malformed', '')
  if (seq >= head.size) return undefined
  const { proof } = JSON.parse(await words(`proof?seq=${seq}&size=${head.size}`)) as {
    proof: string[]
  }
  const own: KnownLog = {
    origin: district.origin.replace(/\/[^/]+$/, ''),
    keys: keys!.trim().split('\n'),
    witnesses: district.witnesses,
  }
  const leaf = await leafOf(body!)
  const root = await rootOf({ seq, size: head.size, leaf, proof: proof.map(hexOf) })
  const anchored = headIn(body!)
  return {
    anchored: anchored?.origin === district.origin ? anchored : undefined,
    head,
    leads: root !== undefined && root === head.root,
    signed: await signatures(note, own),
  }
}
