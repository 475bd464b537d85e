// The same rules as the server's, so that a slip is told before anything is sent.

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

// Blanks, hyphens, and the invisible marks of direction that an address book copies with a number.
const gaps = /[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c-]/g

// Full-width figures and a small x are how some keyboards write them.
export function normalId(typed: string): string {
  return typed
    .replace(/[\uff10-\uff19\uff38\uff58]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(gaps, '')
    .toUpperCase()
}

function isBirthday(digits: string, today: Date): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number)
  const date = new Date(Date.UTC(year!, month! - 1, day!))
  const exists = date.getUTCMonth() === month! - 1 && date.getUTCDate() === day
  return exists && year! >= 1800 && date <= today
}

export type IdFault = 'missing' | 'length' | 'figures' | 'date' | 'check'

// 公民身份号码, GB 11643: what is wrong with it, or nothing.
export function idFault(typed: string, today = new Date()): IdFault | undefined {
  const id = normalId(typed)
  if (id === '') return 'missing'
  if (id.length !== 18) return 'length'
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return 'figures'
  if (!isBirthday(id.slice(6, 14), today)) return 'date'
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return checks[sum % 11] === id[17] ? undefined : 'check'
}

export function normalMobile(typed: string): string {
  return typed
    .replace(/[\uff10-\uff19\uff0b]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(gaps, '')
    .replace(/^\+86/, '')
}

export function isMobile(typed: string): boolean {
  return /^1[3-9]\d{9}$/.test(normalMobile(typed))
}
