// How the states and parties of a draw are said.
import type { Draw, Party } from './api'
import { say } from './words'

const usual = ['organiser', 'notary', 'citizen'] as const

export function partyName(party: string): string {
  const known = usual.find((each) => each === party)
  return known ? say(`party.${known}`) : party
}

export function partyState({ commitment, secret, left_out }: Party): string {
  if (left_out) return say(`party.${left_out}`)
  if (secret) return say('party.shown')
  return say(commitment ? 'party.committed' : 'party.waiting')
}

export const stateName = (state: Draw['state']) => say(`state.${state}`)
