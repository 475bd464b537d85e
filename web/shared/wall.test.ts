import assert from 'node:assert/strict'
import { test } from 'node:test'
import { between, later } from './wall.ts'

test('moves on by the wall, over midnight, and keeps the offset', () => {
  assert.equal(later('2026-11-24T09:48:00+08:00', 61_000), '2026-11-24T09:49:01+08:00')
  assert.equal(later('2026-11-24T23:59:59.900+08:00', 2_000), '2026-11-25T00:00:01+08:00')
  assert.equal(later('2026-11-24T09:48:00Z', 0), '2026-11-24T09:48:00Z')
})

test('counts between moments of different offsets', () => {
  assert.equal(between('2026-11-24T09:48:00+08:00', '2026-11-24T01:48:30Z'), 30_000)
})
