// What can be looked at: each campaign year by year as far as it has come, the newest first.
import type { Campaign } from './api'

export interface AidYear {
  campaign: string
  name: string
  year: number
}

type Told = Pick<Campaign, 'number' | 'name' | 'state' | 'first_year' | 'years'>

// One that has not begun shows its first year; one that was withdrawn shows nothing.
export function yearsOf(campaigns: Told[], now: number): AidYear[] {
  return campaigns
    .filter(({ state }) => state !== 'withdrawn')
    .flatMap(({ number, name, first_year, years }) => {
      const last = Math.max(first_year, Math.min(first_year + years - 1, now))
      return Array.from({ length: last - first_year + 1 }, (_, at) => ({
        campaign: number,
        name,
        year: last - at,
      }))
    })
    .sort((one, other) => other.year - one.year)
}
