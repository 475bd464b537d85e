// What was typed and not sent yet, kept on this device with the keys of its sending: pressed three
// times, or after a lost network, it is handed in once.
import { newKey } from '@shared/client'
import type { ChosenPlace } from '@shared/map'
import type { Draft } from './api'

const place = 'voice'

export interface Kept {
  draft: Draft
  where: ChosenPlace
  saved: string // the key of its saving
  sent: string // and of its handing in
}

const empty = (): Kept => ({
  draft: {
    kind: 'opinion',
    topic: '',
    title: '',
    problem: '',
    analysis: '',
    suggestion: '',
    disclosure: 'abstract',
  },
  where: { street: '', community: '', place: '' },
  saved: newKey(),
  sent: newKey(),
})

export function keptDraft(): Kept {
  const kept = localStorage.getItem(place)
  if (kept === null) return empty()
  const { draft, ...keys } = JSON.parse(kept) as Partial<Kept>
  const fresh = empty()
  return { ...fresh, ...keys, draft: { ...fresh.draft, ...draft } }
}

export function keepDraft(kept: Kept) {
  localStorage.setItem(place, JSON.stringify(kept))
}

export function forgetDraft() {
  localStorage.removeItem(place)
}
