import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clauses } from './clauses.ts'

test('a sentence breaks after its commas, and stars make bold', () => {
  assert.deepEqual(clauses('约等 *9 分钟*，慢则 *16 分钟*。'), [
    [
      { text: '约等 ', bold: false },
      { text: '9 分钟', bold: true },
      { text: '，', bold: false },
    ],
    [
      { text: '慢则 ', bold: false },
      { text: '16 分钟', bold: true },
      { text: '。', bold: false },
    ],
  ])
})

test('a Latin comma breaks only before a blank', () => {
  assert.deepEqual(
    clauses('First 1,075, then 3.').map((clause) => clause.map((run) => run.text).join('')),
    ['First 1,075,', 'then 3.'],
  )
})
