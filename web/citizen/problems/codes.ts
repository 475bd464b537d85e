// The codes of the numbers that were registered on this device in this visit. Kept for this tab
// only: a phone may be shared.
const key = 'codes'

function all(): Record<string, string> {
  return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, string>
}

export function keepCode(number: string, code: string) {
  sessionStorage.setItem(key, JSON.stringify({ ...all(), [number]: code }))
}

export function codeOf(number: string): string {
  return all()[number] ?? ''
}
