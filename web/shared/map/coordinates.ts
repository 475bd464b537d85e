// The three datums of Chinese maps. Everywhere else a point is WGS 84, in ten-millionths of a
// degree; a map's own datum is known at its edge alone. GCJ-02 shifts points within China by up to
// some 600 m, BD-09 shifts those once more.
export interface Point {
  latitude: number // degrees
  longitude: number
}
export type Datum = 'wgs84' | 'gcj02' | 'bd09'

const ellipsoid = { radius: 6_378_245, flatness: 0.006_693_421_622_965_943 } // Krasovsky 1940
const tenMillion = 10_000_000

export function degreesOf(point: Point): Point {
  return { latitude: point.latitude / tenMillion, longitude: point.longitude / tenMillion }
}

export function wholeOf(point: Point): Point {
  const whole = (degrees: number) => Math.round(degrees * tenMillion)
  return { latitude: whole(point.latitude), longitude: whole(point.longitude) }
}

// The rectangle within which the published formula shifts points at all.
function isShifted({ latitude, longitude }: Point): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271
}

function wave(x: number, parts: [height: number, turn: number][]): number {
  const sum = parts.reduce((total, [height, turn]) => total + height * Math.sin(x * turn), 0)
  return (sum * 2) / 3
}

const { PI } = Math
const short: [number, number][] = [[20, 6 * PI], [20, 2 * PI]]
const longOfLatitude: [number, number][] = [[20, PI], [40, PI / 3], [160, PI / 12], [320, PI / 30]]
const longOfLongitude: [number, number][] = [[20, PI], [40, PI / 3], [150, PI / 12], [300, PI / 30]]

// In degrees, at a point of WGS 84.
function shiftAt({ latitude, longitude }: Point): Point {
  const x = longitude - 105
  const y = latitude - 35
  const root = Math.sqrt(Math.abs(x))
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root +
    wave(x, short) + wave(y, longOfLatitude)
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root +
    wave(x, short) + wave(x, longOfLongitude)
  const sine = Math.sin((latitude / 180) * PI)
  const magic = 1 - ellipsoid.flatness * sine * sine
  const meridian = (ellipsoid.radius * (1 - ellipsoid.flatness)) / (magic * Math.sqrt(magic))
  const parallel = (ellipsoid.radius / Math.sqrt(magic)) * Math.cos((latitude / 180) * PI)
  return { latitude: (north * 180) / (meridian * PI), longitude: (east * 180) / (parallel * PI) }
}

function gcj02Of(point: Point): Point {
  if (!isShifted(point)) return point
  const shift = shiftAt(point)
  return {
    latitude: point.latitude + shift.latitude,
    longitude: point.longitude + shift.longitude,
  }
}

// The formula has no inverse of its own: step back until the point that it leads to is this one.
function fromGcj02(point: Point): Point {
  if (!isShifted(point)) return point
  let guess = point
  for (let step = 0; step < 10; ++step) {
    const reached = gcj02Of(guess)
    const off = {
      latitude: reached.latitude - point.latitude,
      longitude: reached.longitude - point.longitude,
    }
    guess = {
      latitude: guess.latitude - off.latitude,
      longitude: guess.longitude - off.longitude,
    }
    if (Math.abs(off.latitude) + Math.abs(off.longitude) < 1e-10) break
  }
  return guess
}

const turn = (PI * 3000) / 180

function bd09Of(point: Point): Point {
  if (!isShifted(point)) return point
  const { latitude: y, longitude: x } = gcj02Of(point)
  const length = Math.hypot(x, y) + 0.000_02 * Math.sin(y * turn)
  const angle = Math.atan2(y, x) + 0.000_003 * Math.cos(x * turn)
  return {
    latitude: length * Math.sin(angle) + 0.006,
    longitude: length * Math.cos(angle) + 0.0065,
  }
}

function fromBd09(point: Point): Point {
  if (!isShifted(point)) return point
  const y = point.latitude - 0.006
  const x = point.longitude - 0.0065
  const length = Math.hypot(x, y) - 0.000_02 * Math.sin(y * turn)
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * turn)
  return fromGcj02({ latitude: length * Math.sin(angle), longitude: length * Math.cos(angle) })
}

export function fromWgs84(point: Point, to: Datum): Point {
  if (to === 'wgs84') return point
  return to === 'gcj02' ? gcj02Of(point) : bd09Of(point)
}

export function toWgs84(point: Point, from: Datum): Point {
  if (from === 'wgs84') return point
  return from === 'gcj02' ? fromGcj02(point) : fromBd09(point)
}
