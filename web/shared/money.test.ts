import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readYuan, yuan } from './money.ts'

test('fen are written as yuan, to the fen', () => {
  assert.equal(yuan(22_500_000), '225,000.00')
  assert.equal(yuan(1), '0.01')
  assert.equal(yuan(-29_999), '−299.99')
  assert.equal(yuan(100_000_000_000), '1,000,000,000.00')
})

test('yuan are read exactly or not at all', () => {
  assert.equal(readYuan('3000'), 300_000)
  assert.equal(readYuan(' 1,234.5 '), 123_450)
  assert.equal(readYuan('0.07'), 7)
  for (const wrong of ['', '1.234', '1e3', '-5', '12,34', '.5', '１００'])
    assert.equal(readYuan(wrong), undefined, wrong)
})
