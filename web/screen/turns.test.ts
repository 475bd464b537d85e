import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Turns, type Timed } from './turns.ts'

const call = (id: string, madeAt: number): Timed => ({ call: id, madeAt })

test('a call holds ten seconds, and those that came meanwhile follow in order', () => {
  const turns = new Turns()
  turns.hear([call('a', 0)])
  assert.equal(turns.next(0)?.call, 'a')
  turns.hear([call('c', 4_000), call('b', 2_000), call('a', 0)])
  assert.equal(turns.next(9_999), undefined)
  assert.equal(turns.shown?.call, 'a')
  assert.equal(turns.next(10_000)?.call, 'b')
  assert.equal(turns.next(20_000)?.call, 'c')
  assert.equal(turns.next(30_000), undefined)
  assert.equal(turns.shown?.call, 'c')
})

test('after a cut the newest stands there, but what is older than 30 s is not spoken', () => {
  const turns = new Turns()
  turns.hear([call('b', -31_000), call('a', -60_000)])
  assert.equal(turns.next(0), undefined)
  assert.equal(turns.shown?.call, 'b')
  turns.hear([call('c', -30_000), call('b', -31_000)])
  assert.equal(turns.next(0)?.call, 'c')
})

test('a call that waits too long for its turn is dropped', () => {
  const turns = new Turns()
  turns.hear(['e', 'd', 'c', 'b', 'a'].map((id) => call(id, 0)))
  const spoken = [0, 10_000, 20_000, 30_000, 40_000].map((now) => turns.next(now)?.call)
  assert.deepEqual(spoken, ['a', 'b', 'c', 'd', undefined])
  assert.equal(turns.shown?.call, 'e')
})

test('the same call is spoken once, a repeated call again', () => {
  const turns = new Turns()
  turns.hear([call('a:1', 0)])
  turns.next(0)
  turns.hear([call('a:1', 0)])
  assert.equal(turns.next(20_000), undefined)
  turns.hear([call('a:2', 25_000)])
  assert.equal(turns.next(25_000)?.call, 'a:2')
})

test('a call that was taken back no longer stands there', () => {
  const turns = new Turns()
  turns.hear([call('b', 0), call('a', -50_000)])
  turns.next(0)
  turns.hear([call('a', -50_000)])
  turns.next(10_000)
  assert.equal(turns.shown?.call, 'a')
  turns.hear([])
  turns.next(20_000)
  assert.equal(turns.shown, undefined)
})
