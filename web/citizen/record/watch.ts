// This device keeps the last head that it saw, and checks on each visit that the record did
// nothing but grow since. Two heads that contradict each other are kept for a witness.
import { readNote } from '@shared/notes'
import { grew } from '@shared/proof'
import { Problem } from '@shared/problem'
import { reactive } from 'vue'
import { seeGrowth, seeHead, seeState, type State } from '../record'
import { signatures } from './signatures'

interface Remembered {
  size: number
  root: string
  note: string
}

export const contradiction = reactive({ file: '' })

const at = (state: State) => `record-head ${state.origin}`
const against = (state: State) => `record-contradiction ${state.origin}`

function fileOf(before: Remembered, now: string, proof: string[]): string {
  return ['# before', before.note, '# now', now, '# proof', ...proof, ''].join('\n')
}

async function check(state: State) {
  const known = localStorage.getItem(against(state))
  if (known) contradiction.file = known
  const { note: text } = await seeHead()
  const note = readNote(text)
  const signed = note && (await signatures(note, state))
  if (!signed?.head || !signed.good) return // not theirs: nothing to remember, nothing to accuse
  const head = { size: signed.head.size, root: signed.head.root, note: text }
  const before = JSON.parse(localStorage.getItem(at(state)) ?? 'null') as Remembered | null
  if (before && before.size > 0) {
    const [from, to] = before.size <= head.size ? [before, head] : [head, before]
    const proof = await seeGrowth(from.size, to.size).then(
      (growth) => growth.proof,
      (problem: unknown) => {
        // A log shorter than it was has no proof to give.
        if (problem instanceof Problem && problem.status >= 400 && problem.status < 500) return []
        throw problem
      },
    )
    if (!(await grew({ from, to, proof }))) {
      contradiction.file = fileOf(before, text, proof)
      localStorage.setItem(against(state), contradiction.file)
      return
    }
    if (before.size > head.size) return // an older copy of the same: the newer head stays
  }
  localStorage.setItem(at(state), JSON.stringify(head))
}

// Quietly: whoever is here for something else is not kept waiting, and not troubled by a bad line.
export async function watch() {
  if (globalThis.crypto.subtle === undefined) return
  try {
    await check(await seeState())
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
  }
}
