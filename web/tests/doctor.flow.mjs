// The doctor looks at an installation: content with one that is served, and exact about one that
// lacks its keys, lets others read them, or holds less than its record has signed.
import assert from 'node:assert/strict'
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { addDevice, ask, hall, makeCity, openHall, openOutbox, outcome } from './program.mjs'

const lines = (env) => {
  const { code, said } = outcome(env, ['doctor'])
  return { code, ill: said.match(/^✗ .*$/gm) ?? [], mind: said.match(/^! .*$/gm) ?? [], said }
}

test('an installation that is served is well, and what can wait is said', async () => {
  const city = makeCity({ config: openHall() })
  rmSync(join(city.data, 'demo'), { recursive: true })
  const desk = addDevice(city, 'desk', 'desk')
  const server = await city.start()
  const issued = await ask(server.address, 'POST', `${hall}/tickets`, {
    body: { service: 'a' },
    token: desk,
  })
  assert.equal(issued.status, 201)
  const found = lines(city.env)
  await server.stop()
  assert.deepEqual([found.code, found.ill], [0, []], found.said)
  assert.match(found.said, /✓ 服务/)
  assert.match(found.mind.join(), /短信/)

  openOutbox(city.data)
  assert.match(lines(city.env).ill.join(), /短信.*验证码/)
  rmSync(join(city.data, 'demo'), { recursive: true })

  chmodSync(join(city.data, 'keys'), 0o644)
  assert.match(lines(city.env).ill.join(), /别人也能读/)
  city.remove()
})

test('without keys or entries that were signed it is ill, and says what to do', () => {
  const city = makeCity({ config: openHall() })
  const head = 'banshi.example/log/test\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— x x\n'
  writeFileSync(join(city.data, 'log/test.head'), head)
  const behind = lines(city.env)
  assert.equal(behind.code, 1)
  assert.match(behind.ill.join(), /少于已签名的 7 条/)

  rmSync(city.data, { recursive: true })
  const empty = lines(city.env)
  assert.equal(empty.code, 1)
  assert.match(empty.ill.join(), /banshi init/)
  city.remove()
})

test('a name that no log can bear is refused with words, and nothing is made', () => {
  const city = makeCity({ config: openHall() })
  rmSync(city.data, { recursive: true })
  const { code, said } = outcome({ ...city.env, BANSHI_LOG: 'our log+1' }, ['init'])
  assert.equal(code, 2)
  assert.match(said, /our log\+1/)
  assert.equal(existsSync(city.data), false)
  city.remove()
})
