// Days as the interface names them: 2026-11-24.
import { serverNow } from '@shared/client'

export function today(): string {
  return new Date(serverNow()).toLocaleDateString('sv-SE')
}

export function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
