import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { idFault, isMobile, normalId, normalMobile } from './validate.ts'

test('the example of the standard is right, one figure away is not', () => {
  assert.equal(idFault('11010519491231002X'), undefined)
  assert.equal(idFault('110105194912310020'), 'check')
  assert.equal(idFault('110105194902310022'), 'date')
})

test('small x, spaces and full-width figures are the same number', () => {
  assert.equal(normalId('110105 19491231 002x'), '11010519491231002X')
  assert.equal(normalId('１１０１０５１９４９１２３１００２ｘ'), '11010519491231002X')
})

test('nobody is born tomorrow', () => {
  assert.equal(idFault('11010519491231002X', new Date('1949-12-30')), 'date')
})

test('a slip is told by its kind', () => {
  assert.equal(idFault(''), 'missing')
  assert.equal(idFault('1101051949123100'), 'length')
  assert.equal(idFault('11010519491231O02X'), 'figures')
})

test('mobile numbers', () => {
  assert.equal(normalMobile('+86 138 0000 0000'), '13800000000')
  assert.ok(isMobile('138-0000-0000'))
  assert.equal(normalMobile('\u202d138\u00a00000 0000\u202c'), '13800000000')
  assert.ok(!isMobile('12800000000'))
  assert.ok(!isMobile('1380000000'))
})

const folder = process.env.BANSHI_VECTORS ?? ''
const vectors = join(folder, 'checkpoint/identity/gb11643.tsv')

test('the public vectors', { skip: !existsSync(vectors) }, () => {
  const rows = readFileSync(vectors, 'utf8').trim().split('\n').slice(1)
  for (const row of rows) {
    const [id, expect] = row.split('\t')
    assert.equal(idFault(id!) === undefined, expect!.startsWith('valid'), row)
  }
})
