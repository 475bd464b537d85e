import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutDistrict } from './api.mjs'

test('the district leaves the paths and their parameters', () => {
  const district = { name: 'district', in: 'path' }
  const day = { name: 'day', in: 'query' }
  const document = {
    paths: { '/api/v1/{district}/hall/slots': { get: { parameters: [district, day] } } },
  }
  assert.deepEqual(withoutDistrict(document), {
    paths: { '/hall/slots': { get: { parameters: [day] } } },
  })
})
