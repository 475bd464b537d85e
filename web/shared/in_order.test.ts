import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder } from './in_order.ts'

test('an answer behind that of a later question is late', () => {
  const question = inOrder()
  const [first, second, third] = [question(), question(), question()]
  assert.equal(second(), false)
  assert.equal(first(), true)
  assert.equal(third(), false)
})

test('answers that come in their order are all shown', () => {
  const question = inOrder()
  const [first, second] = [question(), question()]
  assert.equal(first(), false)
  assert.equal(second(), false)
})
