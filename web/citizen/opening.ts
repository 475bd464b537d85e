// Opening hours by weekday, days with the same hours joined: 周一到周五 09:00 到 12:00，…
import { weekday } from '@shared/time'
import { say } from './words'

export interface Period {
  weekday: number // 1 Monday .. 7 Sunday
  from: string
  to: string
}

export interface Hours {
  days: string
  times: string[]
}

const name = (day: number) => weekday(`2024-01-0${day}`) // 1 January 2024 was a Monday

export function openingHours(periods: Period[]): Hours[] {
  const runs: { first: number; last: number; times: string[] }[] = []
  for (let day = 1; day <= 7; ++day) {
    const times = periods
      .filter((period) => period.weekday === day)
      .map(({ from, to }) => say('service.hours_range', { from, to }))
    const before = runs.at(-1)
    if (times.length === 0) continue
    if (before?.last === day - 1 && before.times.join() === times.join()) before.last = day
    else runs.push({ first: day, last: day, times })
  }
  return runs.map(({ first, last, times }) => ({
    days:
      first === last
        ? name(first)
        : say('service.hours_range', { from: name(first), to: name(last) }),
    times,
  }))
}
