// Figures as they stand on a wall. Nothing counted is no share; and a share below one never reads
// as all.
import { say } from '../words'

export interface Share {
  part: number
  whole: number
  percent?: number | null
}

export function percentOf({ part, whole, percent }: Share): string {
  if (whole === 0 || percent == null) return '–'
  if (percent === 100 && part < whole) return say('supervision.almost')
  return say('city.percent', { percent })
}
