import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fit } from './address.ts'

test('a pattern fits its own addresses and gives what stands in its holes', () => {
  assert.deepEqual(fit('/', '/'), {})
  assert.deepEqual(fit('/hall/:hall', '/hall/minsheng'), { hall: 'minsheng' })
  assert.deepEqual(fit('/hall/:hall', '/hall/%E6%B0%91/'), { hall: '民' })
  assert.equal(fit('/hall/:hall', '/hall'), undefined)
  assert.equal(fit('/hall/:hall', '/hall/a/b'), undefined)
  assert.equal(fit('/hall/:hall/calls', '/hall/a/limits'), undefined)
})

test('a last hole may stay empty', () => {
  assert.deepEqual(fit('/number/:number?', '/number'), {})
  assert.deepEqual(fit('/number/:number?', '/number/A026'), { number: 'A026' })
})
