// Which pages an account may open, in the order of the day's work.
import { may, mayBelow } from './session'

export type HallPage =
  | 'windows'
  | 'desk'
  | 'floor'
  | 'roster'
  | 'closures'
  | 'rules'
  | 'follow_ups'
  | 'report'
  | 'plan'
  | 'calls'
export type CityPage = 'city' | 'accounts' | 'access_log' | 'outbox'

const hallNeeds: [page: HallPage, right: string][] = [
  ['windows', 'hall.see_window'],
  ['floor', 'hall.manage'],
  ['report', 'hall.see_reports'],
]
const cityNeeds: [page: CityPage, right: string][] = []

export function hallPages(hall: string): HallPage[] {
  return hallNeeds.filter(([, right]) => mayBelow(right, hall)).map(([page]) => page)
}

export function cityPages(): CityPage[] {
  return cityNeeds.filter(([, right]) => may(right)).map(([page]) => page)
}
