import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutKeys } from './api.mjs'

test('the key of a write leaves the parameters, everything else stays', () => {
  const key = { $ref: '#/components/parameters/IdempotencyKey' }
  const hall = { name: 'hall', in: 'path' }
  const paths = (parameters) => ({ '/halls/{hall}/tickets': { post: { parameters } } })
  assert.deepEqual(withoutKeys({ paths: paths([hall, key]) }), { paths: paths([hall]) })
})
