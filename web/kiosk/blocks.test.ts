import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockFor, give, lacking, leftIn, toTell, type Block } from './blocks.ts'

const day = '2026-03-02'
const block: Block = { block: 'b1', day, service: 'a', numbers: ['A001', 'A002'], given: [] }

test('hands out its numbers in their order, and then none', () => {
  const [first, once] = give(block, new Date('2026-03-02T01:00:00Z'), '')
  assert.deepEqual(first, { number: 'A001', issued_at: '2026-03-02T01:00:00.000Z' })
  const [second, twice] = give(once, new Date('2026-03-02T01:01:00Z'), 'elderly')
  assert.equal(second.number, 'A002')
  assert.equal(second.priority, 'elderly')
  assert.equal(leftIn(twice), 0)
  assert.equal(blockFor([twice], 'a', day), undefined)
  assert.equal(leftIn(block), 2, 'what was kept before is as it was')
})

test('serves its own matter on its own day', () => {
  assert.equal(blockFor([block], 'a', day), block)
  assert.equal(blockFor([block], 'b', day), undefined)
  assert.equal(blockFor([block], 'a', '2026-03-03'), undefined)
})

test('is told only when it gave something, and fetched anew on another day', () => {
  const [, once] = give(block, new Date(), '')
  assert.deepEqual(toTell([block, once]), [once])
  assert.deepEqual(lacking([block], ['a', 'b'], day), ['b'])
  assert.deepEqual(lacking([block], ['a', 'b'], '2026-03-03'), ['a', 'b'])
})
