import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forClient, typesOf } from './api.mjs'

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

test('a file of a form is typed as one', async () => {
  const schema = { type: 'object', properties: { photo: { type: 'string', format: 'binary' } } }
  const post = {
    requestBody: { content: { 'multipart/form-data': { schema } } },
    responses: { 201: { description: 'ok' } },
  }
  const document = {
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    paths: { '/files': { post } },
  }
  assert.match(await typesOf(document), /photo\?: Blob/)
})
