import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf, scaleFor } from './scale.ts'

test('an axis begins at 0, covers the greatest value and has at most three lines', () => {
  for (const greatest of [0, 1, 3, 9, 21, 99, 100, 412, 1075, 184_907]) {
    const { top, lines } = scaleFor(greatest)
    assert.equal(lines[0], 0)
    assert.ok(top >= greatest && top <= Math.max(2, 2.5 * greatest), `${greatest}: ${top}`)
    assert.ok(lines.length <= 3)
  }
  assert.deepEqual(scaleFor(20), { top: 20, lines: [0, 10, 20] })
  assert.deepEqual(scaleFor(1075).lines, [0, 1000, 2000])
})

test('a gap is never joined', () => {
  assert.deepEqual(runsOf([1, null, 2, 3]), [
    [{ at: 0, value: 1 }],
    [
      { at: 2, value: 2 },
      { at: 3, value: 3 },
    ],
  ])
})
