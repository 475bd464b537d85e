import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { commitmentOf, listOf, recompute, sorted } from './draw.ts'

const example = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '../../test/data/draws/draw-example.json'),
    'utf8',
  ).replace(/"first_u64": \[[^\]]*\],/, ''),
)
const published = {
  rule: 'banshi-draw-v1',
  draw: example.draw,
  places: 3,
  list: example.entry_list_sha256,
  parties: Object.keys(example.commitments).map((party) => ({
    party,
    commitment: example.commitments[party],
    secret: example.secrets_hex[party],
  })),
  late: example.late_value,
  seed: example.seed,
  winners: example.winners_k3,
  entered: example.entries,
}
const wrong = async (change: object) =>
  (await recompute({ ...published, ...change }))
    .filter(({ holds }) => !holds)
    .map(({ what }) => what)

test('the worked draw', async () => {
  assert.deepEqual(await wrong({}), [])
  assert.equal(
    await commitmentOf(example.draw, 'notary', example.secrets_hex.notary),
    example.commitments.notary,
  )
})

test('a silent party is left out', async () => {
  const parties = published.parties.map((each) =>
    each.party === 'notary' ? { ...each, secret: undefined, left_out: 'silent' } : each,
  )
  const { seed, winners_k3: winners } = example.without_notary
  assert.deepEqual(await wrong({ parties, seed, winners }), [])
})

test('whatever is altered is named', async () => {
  assert.deepEqual(await wrong({ winners: ['E0008', 'E0001', 'E0007'] }), ['winners'])
  assert.deepEqual(await wrong({ late: 'another\n' }), ['seed', 'winners'])
  assert.deepEqual(await wrong({ entered: [...example.entries.slice(1), 'E0011'] }), [
    'list',
    'seed',
    'winners',
  ])
  assert.deepEqual(await wrong({ places: 11 }), ['winners'])
})

test('the list is sorted by its bytes', () => {
  assert.deepEqual(sorted(['\u{1f600}', '\uff21', 'b', 'a']), ['a', 'b', '\uff21', '\u{1f600}'])
  assert.equal(listOf(['b', 'a']), 'a\nb\n')
})
