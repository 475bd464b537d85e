// Moments as this page says them.
import { clock, dayAndWeekday, dayText, isSameDay } from '@shared/time'
import { say } from './words'

// "今天 14:15", or the day where it is another one.
export function when(at: string, now: string): string {
  return isSameDay(at, now)
    ? say('hall.today', { time: clock(at) })
    : `${dayAndWeekday(at)} ${clock(at)}`
}

export function shortWhen(at: string): string {
  return `${dayText(at)} ${clock(at)}`
}
