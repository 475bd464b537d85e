// How the parties of a draw are named.
import { say } from '../words'

const usual = ['organiser', 'notary', 'citizen'] as const

export function partyName(party: string): string {
  const known = usual.find((each) => each === party)
  return known ? say(`web.draws.party.${known}`) : party
}
