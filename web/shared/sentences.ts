// Sentences that need a choice before they can be said.
import { offline, type Problem } from './problem'
import { language } from './settings'
import { say } from './strings'

// Whole minutes; absent while no window is open.
export interface Estimate {
  p50_minutes?: number
  p90_minutes?: number
}

export function longEstimate({ p50_minutes, p90_minutes }: Estimate, opens = ''): string {
  if (p50_minutes === undefined || p90_minutes === undefined)
    return opens === '' ? say('estimate.closed') : say('estimate.closed_until', { from: opens })
  if (p90_minutes === 0) return say('estimate.none')
  return say('estimate.both', { p50: p50_minutes, p90: p90_minutes })
}

// For the end of a row.
export function shortEstimate({ p50_minutes, p90_minutes }: Estimate): string {
  if (p50_minutes === undefined || p90_minutes === undefined) return say('estimate.short_closed')
  if (p90_minutes === 0) return say('estimate.short_none')
  return say('estimate.short', { p50: p50_minutes, p90: p90_minutes })
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

// One after the other, as the reader's language parts them.
export const listed = (parts: string[]) => parts.join(language === 'en' ? ', ' : '、')

// Why a whole page is missing; nothing was typed yet.
export function pageProblemText(problem: Problem): string {
  return problem.code === offline ? say('error.page_down') : problemText(problem)
}

// The server's own sentence where there is one.
export function problemText(problem: Problem): string {
  if (problem.code === offline) return say('error.line_down')
  return problem.detail || problem.title || say('error.server_broken')
}
