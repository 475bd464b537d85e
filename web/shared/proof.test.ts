import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { grew, leafOf, rootOf, toHex } from './proof.ts'

const empty = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'

test('the leaf of nothing, and a record of one entry', async () => {
  assert.equal(await leafOf(''), empty)
  assert.equal(await rootOf({ seq: 0, size: 1, leaf: empty, proof: [] }), empty)
})

test('no proof leads beyond the record, too short or too long', async () => {
  assert.equal(await rootOf({ seq: 1, size: 1, leaf: empty, proof: [] }), undefined)
  assert.equal(await rootOf({ seq: 0, size: 2, leaf: empty, proof: [] }), undefined)
  assert.equal(await rootOf({ seq: 0, size: 1, leaf: empty, proof: [empty] }), undefined)
  assert.equal(await rootOf({ seq: 0, size: 1, leaf: '00', proof: [] }), undefined)
})

const folder = join(process.env.BANSHI_VECTORS ?? '', 'merkle-vectors')
const skip = !existsSync(folder)

test('the proofs of the reference tree', { skip }, async () => {
  const { inclusion } = JSON.parse(readFileSync(join(folder, 'reference-proofs.json'), 'utf8'))
  for (const { index, size, leaf_hash, root, proof } of inclusion)
    assert.equal(await rootOf({ seq: index, size, leaf: leaf_hash, proof }), root)
})

test('the public probes, good and bad', { skip }, async () => {
  const probes = join(folder, 'transparency-dev-merkle/inclusion')
  const names = readdirSync(probes, { recursive: true }).map(String)
  const hex = (base64: string | null) => toHex(Buffer.from(base64 ?? '', 'base64'))
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const probe = JSON.parse(readFileSync(join(probes, name), 'utf8'))
    const root = await rootOf({
      seq: probe.leafIdx,
      size: probe.treeSize,
      leaf: hex(probe.leafHash),
      proof: (probe.proof ?? []).map(hex),
    })
    assert.equal(root !== hex(probe.root), probe.wantErr, name)
  }
})

test('the public probes of growth, good and bad', { skip }, async () => {
  const probes = join(folder, 'transparency-dev-merkle/consistency')
  const names = readdirSync(probes, { recursive: true }).map(String)
  const hex = (base64: string | null) => toHex(Buffer.from(base64 ?? '', 'base64'))
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const probe = JSON.parse(readFileSync(join(probes, name), 'utf8'))
    const good = await grew({
      from: { size: probe.size1, root: hex(probe.root1) },
      to: { size: probe.size2, root: hex(probe.root2) },
      proof: (probe.proof ?? []).map(hex),
    })
    assert.equal(!good, probe.wantErr, name)
  }
})
