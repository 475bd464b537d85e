// How the parties of a draw are named, and how far each is.
import { say } from '../words'
import type { Draw } from './api'

const usual = ['organiser', 'notary', 'citizen'] as const

export function partyName(party: string): string {
  const known = usual.find((each) => each === party)
  return known ? say(`web.draws.party.${known}`) : party
}

export function partyState({ commitment, secret, left_out }: Draw['parties'][number]): string {
  if (left_out) return say(`web.draws.party.${left_out}`)
  if (secret) return say('web.draws.party.shown')
  return say(commitment ? 'web.draws.party.committed' : 'web.draws.party.waiting')
}
