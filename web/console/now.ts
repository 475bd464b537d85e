// The server's time, ticking: for timers and countdowns.
import { onScopeDispose, ref, type Ref } from 'vue'
import { serverNow } from '@shared/client'

export function useNow(): Ref<number> {
  const now = ref(serverNow())
  const timer = setInterval(() => (now.value = serverNow()), 250)
  onScopeDispose(() => clearInterval(timer))
  return now
}

// 04:12
export function minutesAndSeconds(milliseconds: number): string {
  const all = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(all / 60))}:${two(all % 60)}`
}

export function since(moment: string, now: number): number {
  return now - Date.parse(moment)
}

// The time on the wall of the place whose offset a moment carries (…+08:00).
export function wallClock(now: number, moment: string): string {
  const [, sign, hours, minutes] = moment.match(/([+-])(\d\d):(\d\d)$/) ?? []
  const offset = sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0
  return new Date(now + offset * 60_000).toISOString().slice(11, 16)
}
