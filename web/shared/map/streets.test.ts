import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsFor, grouped, levelsOf, sumOf, tilesOf } from './streets.ts'

test('a tile a street, in the order of the list, with what is open there', () => {
  const streets = ['A', 'B', 'C'].map((street) => ({ street, name: `${street} street` }))
  const tiles = tilesOf(streets, [
    { street: 'C', open: 4, levels: [1, 0, 2] },
    { street: 'A', open: 2, levels: [0, 0, 0] },
    { street: 'gone', open: 9, levels: [0, 0, 0] },
  ])
  assert.deepEqual(
    tiles.map(({ street, open, share }) => [street, open, share]),
    [['A', 2, 0.5], ['B', 0, 0], ['C', 4, 1]],
  )
  assert.deepEqual(tilesOf(streets, []).map(({ share }) => share), [0, 0, 0])
})

test('a grid fits its box and leaves little of it empty', () => {
  assert.equal(columnsFor(12, 1.5), 3) // three by four, each twice as wide as high
  assert.equal(columnsFor(29, 16 / 9), 5)
  assert.equal(columnsFor(1, 2), 1)
  assert.equal(columnsFor(0, 2), 1)
  for (let count = 1; count <= 40; ++count) {
    const columns = columnsFor(count, 16 / 9)
    assert.ok(columns * Math.ceil(count / columns) - count < columns)
  }
})

test('marks that would lie on each other are one, and no two that are left do', () => {
  const mark = { width: 80, height: 50 }
  const items = [{ x: 2, y: 4 }, { x: 60, y: 8 }, { x: 100, y: 4 }, { x: 2, y: 60 }]
  const groups = grouped(items, mark)
  assert.deepEqual(
    groups.map(({ x, y, items }) => [x, y, items.length]),
    [[2, 4, 2], [100, 4, 1], [2, 60, 1]],
  )
  assert.deepEqual(grouped([], mark), [])
  const many = Array.from({ length: 500 }, (_, n) => ({ x: (n * 7919) % 600, y: (n * 31) % 400 }))
  const left = grouped(many, mark)
  assert.equal(left.reduce((sum, { items }) => sum + items.length, 0), many.length)
  for (const a of left)
    for (const b of left)
      assert.ok(a === b || Math.abs(a.x - b.x) >= 80 || Math.abs(a.y - b.y) >= 50)
})

test('levels are counted each by itself', () => {
  assert.deepEqual(sumOf(([0, 1, 3, 3] as const).map(levelsOf)), [1, 0, 2])
})
