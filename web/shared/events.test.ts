import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventReader } from './events.ts'

test('events come out whole, wherever the stream is cut', () => {
  const text = 'id: 7\nevent: called\ndata: {"a":\ndata: 1}\n\n:\n\ndata: x\n\n'
  for (let cut = 0; cut <= text.length; ++cut) {
    const read = eventReader()
    const events = [...read(text.slice(0, cut)), ...read(text.slice(cut))]
    assert.deepEqual(events, [
      { id: '7', name: 'called', data: '{"a":\n1}' },
      { id: '', name: 'message', data: 'x' },
    ])
  }
})

test('a heartbeat is no event', () => {
  assert.deepEqual(eventReader()(': still here\n\n'), [])
})
