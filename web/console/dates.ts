// Days as the interface names them: 2026-11-24.
import { serverNow } from '@shared/client'
import { session } from './session'

// The district's day, which is not always that of this device.
export function today(): string {
  const [, sign, hours, minutes] = session.view?.now.match(/([+-])(\d\d):(\d\d)$/) ?? []
  const ahead = sign ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0
  return new Date(serverNow() + ahead * 60_000).toISOString().slice(0, 10)
}

// A moment as the control `datetime-local` gives it, on the district's wall.
export function momentHere(local: string): string {
  const offset = session.view?.now.match(/([+-]\d\d:\d\d|Z)$/)?.[0] ?? 'Z'
  return `${local}:00${offset}`
}

export function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
