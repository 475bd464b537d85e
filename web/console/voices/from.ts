// From whom an advice is: a street, a sector, the advisers, a citizen.
import { say } from '../words'

interface Writer {
  source: 'adviser' | 'officer' | 'citizen'
  street_name: string
  sector?: string
}
export function fromOf({ source, street_name, sector }: Writer): string {
  if (source === 'citizen') return say('voices.source_citizen')
  return street_name || sector || say('voices.source_adviser')
}
