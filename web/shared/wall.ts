// The hall's clock on a wall: a moment of the server, moved on by what this device has counted
// since. The device's own clock is never trusted.

// "2026-11-24T09:48:00+08:00" after 61,000 ms is "2026-11-24T09:49:01+08:00".
export function later(at: string, milliseconds: number): string {
  const offset = at.match(/[+-]\d\d:\d\d$/)?.[0] ?? ''
  const wall = Date.parse(`${at.slice(0, 19)}Z`) + milliseconds
  return new Date(wall).toISOString().slice(0, 19) + (offset || 'Z')
}

// From one moment of the server to another.
export function between(earlier: string, after: string): number {
  return Date.parse(after) - Date.parse(earlier)
}
