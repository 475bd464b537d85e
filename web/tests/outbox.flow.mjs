// What is shipped lets nobody read what was sent: no code to log in, to whatever phone.
import assert from 'node:assert/strict'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ask, makeCity, root } from './program.mjs'

test('the outbox of a new city is shut to whoever asks, in every district', async () => {
  const city = makeCity()
  rmSync(join(city.data, 'demo'), { recursive: true })
  const server = await city.start()
  try {
    for (const district of readdirSync(join(root, 'config/districts'))) {
      const body = { phone: '13812345678' }
      await ask(server.address, 'POST', `/${district}/session/code`, { body })
      const outbox = await ask(server.address, 'GET', `/${district}/outbox`)
      assert.equal(outbox.status, 401, district)
    }
  } finally {
    await server.stop()
    city.remove()
  }
})
