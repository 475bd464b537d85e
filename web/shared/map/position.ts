// The device's own position, asked for once. Nothing where the person or the device says no.
import { wholeOf, type Point } from './coordinates'

export interface Position {
  point: Point // WGS 84, as every device gives it
  metres: number // how far off it may be
}

export function takePosition(): Promise<Position | undefined> {
  return new Promise((taken) => {
    if (!('geolocation' in navigator)) return taken(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        taken({ point: wholeOf(coords), metres: Math.max(1, Math.round(coords.accuracy)) }),
      () => taken(undefined),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  })
}
