// From a figure of the board to the list that it sums.
import type { paths } from '@shared/api/schema'
import { say } from '../words'

export type Wall =
  paths['/supervision/wall']['get']['responses']['200']['content']['application/json']
export type Line = Wall['streets'][number]
export type Behind = Line['behind']

// All states, unless the figure counts some alone.
export function behindOf(behind: Behind) {
  const query: Record<string, string> = {}
  for (const [name, value] of Object.entries(behind))
    if (value != null && value !== false) query[name] = value === true ? '1' : String(value)
  if (!query.type) query.type = query.overdue ? 'open' : 'all'
  return { name: 'cases', query }
}

interface Share {
  count?: number
  part?: number
  among?: number | null
  whole?: number
  percent?: number | null
}

// Nothing counted is no share; and a share below one never reads as all.
export function percentOf({ count, part, among, whole, percent }: Share): string {
  const [counted, all] = [part ?? count ?? 0, whole ?? among ?? 0]
  if (all === 0 || percent == null) return '–'
  if (percent === 100 && counted < all) return say('board.almost')
  return say('unit.percent', { count: percent })
}
