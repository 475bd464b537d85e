// Sentences that need a choice before they can be said.
import { offline, type Problem } from './problem'
import { say } from './strings'

export interface Estimate {
  p50: number // whole minutes
  p90: number
}

// For the end of a row; nothing means that no window is open.
export function shortEstimate(estimate: Estimate | null | undefined): string {
  if (!estimate) return say('estimate.short_closed')
  return estimate.p90 === 0 ? say('estimate.short_none') : say('estimate.short', estimate)
}

export function timeLeft(milliseconds: number): string {
  const all = Math.max(0, Math.round(milliseconds / 1000))
  const [minutes, seconds] = [Math.floor(all / 60), all % 60]
  if (minutes === 0) return say('countdown.seconds', { seconds })
  return seconds === 0
    ? say('countdown.minutes', { minutes })
    : say('countdown.minutes_seconds', { minutes, seconds })
}

// The same, for ears: it changes once a minute.
export function minutesLeft(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000)
  return minutes <= 1 ? say('countdown.less_than_minute') : say('countdown.minutes', { minutes })
}

// The server's own sentence where there is one.
export function problemText(problem: Problem): string {
  if (problem.code === offline) return say('error.line_down')
  return problem.detail || problem.title || say('error.server_broken')
}
