// How long, or why not, in the words of this machine.
import { clock, dayAndWeekday, isSameDay } from '@shared/time'
import type { Service } from './hall'
import { say } from './words'

type Load = Service['load']

// Nothing where nobody has to wait.
export function estimateOf({ estimate }: Load): { p50: number; p90: number } | undefined {
  const { p50_minutes, p90_minutes } = estimate
  if (p50_minutes === undefined || !p90_minutes) return undefined
  return { p50: p50_minutes, p90: p90_minutes }
}

export function whenText(at: string, now: string): string {
  return isSameDay(at, now) ? clock(at) : `${dayAndWeekday(at)} ${clock(at)}`
}

export function stopText({ stopped, opens_at }: Load, now: string): string {
  const why = say(`stopped.${stopped}` as 'stopped.no_window')
  return opens_at ? say('stopped.opens', { why, when: whenText(opens_at, now) }) : why
}

export function waitText(load: Load, now: string): string {
  if (load.stopped) return stopText(load, now)
  const wait = estimateOf(load)
  return wait ? say('choose.wait', { ...wait, count: load.waiting }) : say('choose.no_wait')
}
