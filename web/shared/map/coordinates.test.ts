import assert from 'node:assert/strict'
import { test } from 'node:test'
import { degreesOf, fromWgs84, toWgs84, wholeOf, type Point } from './coordinates.ts'

const datums = ['wgs84', 'gcj02', 'bd09'] as const

function metres(a: Point, b: Point): number {
  const north = (a.latitude - b.latitude) * 111_195
  const east = (a.longitude - b.longitude) * 111_195 * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}

// Computed apart from this code, by the published formula.
const known = [
  { wgs84: [45.6, 126.62], gcj02: [45.6019563, 126.6259023], bd09: [45.6080378, 126.6323751] },
  { wgs84: [22.54, 114.06], gcj02: [22.5372862, 114.0651162], bd09: [22.5429526, 114.0716631] },
  { wgs84: [39.915, 116.404], gcj02: [39.9164043, 116.4102445], bd09: [39.9226996, 116.4166272] },
]

test('known points of the published formula', () => {
  const at = ([latitude, longitude]: number[]) => ({ latitude: latitude!, longitude: longitude! })
  for (const point of known)
    for (const datum of datums) {
      assert.ok(metres(fromWgs84(at(point.wgs84), datum), at(point[datum])) < 0.05, datum)
      assert.ok(metres(toWgs84(at(point[datum]), datum), at(point.wgs84)) < 1, datum)
    }
})

test('there and back is the same place, to a metre', () => {
  for (const datum of datums)
    for (let latitude = 18; latitude <= 54; latitude += 0.9)
      for (let longitude = 74; longitude <= 135; longitude += 1.1) {
        const point = { latitude, longitude }
        const back = toWgs84(fromWgs84(point, datum), datum)
        assert.ok(metres(point, back) < 1, `${datum} ${latitude} ${longitude}`)
      }
})

test('the shift is some hundred metres within China, and none outside it', () => {
  const harbin = { latitude: 45.6, longitude: 126.62 }
  const shift = metres(harbin, fromWgs84(harbin, 'gcj02'))
  assert.ok(shift > 300 && shift < 800, `${shift}`)
  assert.ok(metres(harbin, fromWgs84(harbin, 'bd09')) > shift)
  for (const abroad of [
    { latitude: 48.8566, longitude: 2.3522 },
    { latitude: -33.86, longitude: 151.2 },
    { latitude: 56, longitude: 100 },
  ])
    for (const datum of datums) {
      assert.deepEqual(fromWgs84(abroad, datum), abroad)
      assert.deepEqual(toWgs84(abroad, datum), abroad)
    }
})

test('on the wire a point is whole ten-millionths', () => {
  const point = { latitude: 45.6000001, longitude: 126.62 }
  assert.deepEqual(wholeOf(point), { latitude: 456_000_001, longitude: 1_266_200_000 })
  assert.deepEqual(degreesOf(wholeOf(point)), point)
})
