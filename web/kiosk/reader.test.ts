import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardIn, usualReader } from './reader.ts'

test('finds name and number wherever the maker put them', () => {
  const usual = { code: 0, data: { name: ' 张某 ', idNo: '11010519491231002x' } }
  assert.deepEqual(cardIn(usual, usualReader), { name: '张某', id_number: '11010519491231002X' })
  const flat = { ...usualReader, name: 'partyName', id_number: 'certNumber' }
  const card = { partyName: '李某', certNumber: '11010519491231002X' }
  assert.deepEqual(cardIn(card, flat), { name: '李某', id_number: '11010519491231002X' })
})

test('no card, a broken answer and a strange type tell of nobody', () => {
  for (const message of [undefined, null, 'busy', 7, [], {}, { data: null }, { data: { idNo: 3 } }])
    assert.equal(cardIn(message, usualReader), undefined)
})
