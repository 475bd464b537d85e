// Moments come as RFC 3339 with the hall's own offset (2026-11-24T09:48:00+08:00), so the wall
// time is in the text: a reader in another zone still sees the time on the hall's clock.
import { language } from './settings'

const locale = language === 'en' ? 'en-GB' : 'zh-CN'

function format(at: string, parts: Intl.DateTimeFormatOptions): string {
  const wall = new Date(`${at.slice(0, 10)}T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts }).format(wall)
}

// All of these take a day (2026-11-24) or a moment. A day of another year says its year, by the
// reader's own clock.
export function dayText(at: string): string {
  const year = Number(at.slice(0, 4)) === new Date().getFullYear() ? undefined : 'numeric'
  return format(at, { year, month: language === 'en' ? 'short' : 'long', day: 'numeric' })
}

export function weekday(at: string): string {
  return format(at, { weekday: 'short' })
}

export function dayAndWeekday(at: string): string {
  return language === 'en' ? `${weekday(at)} ${dayText(at)}` : `${dayText(at)} ${weekday(at)}`
}

export function fullDay(at: string): string {
  return `${format(at, { dateStyle: 'long' })} ${weekday(at)}`
}

export function clock(at: string): string {
  return at.slice(11, 16)
}

export function clockWithSeconds(at: string): string {
  return at.slice(11, 19)
}

// Lists say the day only where it is not today.
export function isSameDay(a: string, b: string): boolean {
  return a.slice(0, 10) === b.slice(0, 10)
}

// The reader's own clock, for "updated at"; only ever shown, never compared with the hall's.
export function localClock(at: Date): string {
  return at.toTimeString().slice(0, 8)
}
