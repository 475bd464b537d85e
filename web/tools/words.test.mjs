import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differences, holes, languages, readWords, wordsOf } from './words.mjs'

test('both languages have the same keys and holes', async () => {
  const [zh, en] = await Promise.all(languages.map(readWords))
  assert.deepEqual(differences(zh, en), [])
})

test('a missing key and a missing hole are found', () => {
  assert.deepEqual(differences([['a', '余 {n}'], ['b', '']], [['a', 'left'], ['c', '']]), [
    'the holes of a differ between zh and en',
    'text/en lacks b',
    'text/zh lacks c',
  ])
})

test('holes are found with and without plural', () => {
  assert.deepEqual(holes('{n|person|people} of {all}, {n} left'), ['n', 'all'])
})

test('a client gets its own words and the shared ones', () => {
  const words = [
    ['web.shared.back', 'Back'],
    ['web.kiosk.start.title', 'T'],
    ['web.citizen.x', ''],
    ['priority_mark.elderly', 'E'],
    ['refusal.x', ''],
  ]
  assert.deepEqual(wordsOf('kiosk', words), [
    ['priority_mark.elderly', 'E'],
    ['back', 'Back'],
    ['start.title', 'T'],
  ])
})
