import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beadsOf } from './beads.ts'

const drawn = (families: number, paid: number, enoughFor: number) =>
  beadsOf(families, paid, enoughFor)
    .beads.map((bead) => bead[0])
    .join('')

test('a bead a family: paid ones, then those with money, then those without', () => {
  assert.equal(drawn(5, 2, 4), 'pprrm')
  assert.equal(drawn(3, 0, 0), 'mmm')
  assert.equal(drawn(0, 0, 0), '')
  assert.deepEqual(beadsOf(75, 0, 73).counts, { paid: 0, ready: 73, missing: 2 })
})

test('who is paid has had the money, whatever is left of it', () => {
  assert.equal(drawn(3, 2, 1), 'ppm')
  assert.deepEqual(beadsOf(3, 3, 9).counts, { paid: 3, ready: 0, missing: 0 })
})

test('many families share a bead, which never promises more than is there', () => {
  const { each, beads } = beadsOf(301, 4, 300)
  assert.equal(each, 3)
  assert.equal(beads.length, 101)
  assert.deepEqual([beads[0], beads[1], beads[99]], ['paid', 'ready', 'ready'])
  assert.equal(beads[100], 'missing')
})
