import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forClient } from './api.mjs'

test('keys of writes and streams leave the document, everything else stays', () => {
  const key = { $ref: '#/components/parameters/IdempotencyKey' }
  const hall = { name: 'hall', in: 'path' }
  const json = { 'application/json': { schema: { type: 'object' } } }
  const stream = { 'text/event-stream': { schema: { type: 'string' } } }
  const paths = (parameters, content) => ({
    '/halls/{hall}/tickets': { post: { parameters, responses: { 200: { content } } } },
  })
  assert.deepEqual(forClient({ paths: paths([hall, key], { ...json, ...stream }) }), {
    paths: paths([hall], json),
  })
})
