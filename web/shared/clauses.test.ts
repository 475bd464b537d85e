import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clauses } from './clauses.ts'

test('a sentence breaks after its commas, and stars make bold', () => {
  assert.deepEqual(clauses('约等 *9 分钟*，慢则。'), [
    {
      runs: [
        { text: '约等 ', bold: false },
        { text: '9 分钟', bold: true },
        { text: '，', bold: false },
      ],
      blank: false,
    },
    { runs: [{ text: '慢则。', bold: false }], blank: false },
  ])
})

test('a Latin comma breaks only before a blank, which is kept', () => {
  const words = clauses('First 1,075, then 3.').map(({ runs, blank }) => [runs[0]?.text, blank])
  assert.deepEqual(words, [
    ['First 1,075,', true],
    ['then 3.', true],
  ])
})
