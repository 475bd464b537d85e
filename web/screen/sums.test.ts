import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HallFigures } from './hall.ts'
import { fullest, percent, presentNow, topThree, withinTarget } from './sums.ts'

const hall = (change: object) => change as HallFigures

test('shares are over people: a small hall weighs little', () => {
  const waits = (people: number, within_target_percent: number) =>
    hall({ waits: { people, within_target_percent } })
  assert.equal(withinTarget([waits(300, 90), waits(100, 50)]), 80)
  const grades = (graded: number, top_three_percent: number) =>
    hall({ grades: { graded, top_three_percent } })
  assert.equal(topThree([grades(3, 100), grades(1, 0)]), 75)
})

test('nobody has no share, and no share is not zero', () => {
  assert.equal(percent(0, 0), undefined)
  assert.equal(percent(0, 4), 0)
  assert.equal(withinTarget([]), undefined)
})

test('present are those with a number that has not ended', () => {
  const counts = { issued: 40, served: 30, left: 2, unserved: 0, unfinished: 1, still_open: 87 }
  assert.equal(presentNow(hall({ counts })), 7)
})

test('the fullest hall, and the busier of two that are as full', () => {
  const at = (name: string, waiting: number, issued: number) =>
    hall({ name, waiting, counts: { issued } })
  assert.equal(fullest([at('a', 1, 9), at('b', 4, 5), at('c', 4, 6)])?.name, 'c')
  assert.equal(fullest([]), undefined)
})
