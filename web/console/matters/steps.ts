// How far along the line of three stations a case is, by its state.
import type { State } from './api'

const shares: Record<State, number> = {
  draft: 0,
  registered: 0.08,
  amending: 0.08,
  accepted: 0.16,
  declined: 0.16,
  returned: 0.2,
  reopened: 0.2,
  dispatched: 0.28,
  working: 0.62,
  waiting: 0.62,
  listed: 0.62,
  merged: 0.5,
  withdrawn: 0.16,
  answered: 0.78,
  approved: 0.86,
  verifying: 0.86,
  cleared: 1,
}

export const shareOf = (state: State) => shares[state]

export const states = Object.keys(shares) as State[]

const ends: State[] = ['declined', 'cleared', 'merged', 'withdrawn']
export const isOpen = (state: State) => !ends.includes(state) && state !== 'listed'

export function markOf(state: State): 'act' | 'good' | '' {
  if (state === 'cleared') return 'good'
  return isOpen(state) ? 'act' : ''
}
