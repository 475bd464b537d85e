// What the reader's own device finds about one entry of the public record.
import { leafOf, rootOf } from '@shared/proof'
import { seeEntry, seeHead, seeProof, type Entry, type Head } from './record'

export interface Verdict {
  entry: Entry
  head: Head
  steps: number // of the proof
  leafFits: boolean
  rootFits: boolean
}

// An entry younger than the newest signature cannot be proved yet.
export async function verify(seq: number): Promise<Verdict | 'unsigned'> {
  const [entry, head] = await Promise.all([seeEntry(seq), seeHead()])
  if (seq >= head.size) return 'unsigned'
  const { proof } = await seeProof(seq, head.size)
  const leaf = await leafOf(entry.body)
  const root = await rootOf({ seq, size: head.size, leaf, proof })
  return {
    entry,
    head,
    steps: proof.length,
    leafFits: leaf === entry.leaf,
    rootFits: root === head.root,
  }
}
