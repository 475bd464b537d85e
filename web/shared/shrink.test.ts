import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sizeWithin } from './shrink.ts'

test('a photo shrinks by its longer side, and a small one stays', () => {
  assert.deepEqual(sizeWithin(4000, 3000, 2048), [2048, 1536])
  assert.deepEqual(sizeWithin(3000, 4000, 2048), [1536, 2048])
  assert.deepEqual(sizeWithin(640, 480, 2048), [640, 480])
  assert.deepEqual(sizeWithin(9000, 2, 2048), [2048, 1])
})
