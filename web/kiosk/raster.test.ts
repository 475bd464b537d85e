import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bits, commands } from './raster.ts'

// A picture of nine dots in a row, the first and the last black.
const dots = [0, 255, 255, 255, 255, 255, 255, 255, 0]
const data = Uint8ClampedArray.from(dots.flatMap((grey) => [grey, grey, grey, 255]))
const picture = { data, width: 9, height: 1 }

test('packs eight dots into a byte, the left one first', () => {
  assert.deepEqual(bits(picture), { row: 2, out: Uint8Array.from([0x80, 0x80]) })
})

test('begins anew, says its measures, and cuts', () => {
  const made = [...commands(picture)]
  assert.deepEqual(made.slice(0, 10), [0x1b, 0x40, 0x1d, 0x76, 0x30, 0, 2, 0, 1, 0])
  assert.deepEqual(made.slice(-4), [0x1d, 0x56, 0x42, 0])
})
