// The last place of a time, wanted by 200 clients at once, fifty times: exactly one gets it. On
// SQLite, and on a PostgreSQL that two servers share where BANSHI_POSTGRES names one.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { post, startCity } from './city.mjs'
import { testOnPostgres } from './program.mjs'

const clients = 200
const rounds = 50
const hall = '/xiangfang/halls/minsheng'
const service = 'card' // one slot long, so that no race touches another

async function times(address) {
  const answer = await fetch(`${address}/api/v1${hall}/slots?service=${service}`)
  const { days } = await answer.json()
  return days.flatMap((day) => day.times).filter((time) => time.open && time.free > 0)
}

const hold = (address, start) => post(address, `${hall}/holds`, { services: [service], start })

async function race(city, { start, free }) {
  for (let taken = 1; taken < free; ++taken)
    assert.equal((await hold(city.address, start)).status, 201)
  const answers = await Promise.all(
    Array.from({ length: clients }, (_, at) =>
      hold(city.addresses[at % city.addresses.length], start),
    ),
  )
  const won = answers.filter(({ status }) => status === 201)
  const lost = answers.filter(({ status }) => status === 409)
  assert.equal(won.length, 1, `${start}: ${answers.map(({ status }) => status)}`)
  assert.equal(lost.length, clients - 1)
  for (const answer of lost) assert.equal((await answer.json()).code, 'booking.slot_taken')
  await won[0].json()
}

async function raceAll(options) {
  const city = await startCity(options)
  try {
    const slots = await times(city.address)
    assert.ok(slots.length >= rounds, `only ${slots.length} times to race for`)
    for (const slot of slots.slice(-rounds)) await race(city, slot)
  } finally {
    await city.stop()
  }
}

test('the last place has one winner, on SQLite', () => raceAll())

test('without a log-in one address keeps so many places at once, and no more', async () => {
  const limited = (config) => {
    const file = join(config, 'districts/xiangfang/hall.toml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^an_address .*/m, 'an_address = 10'))
  }
  const city = await startCity({ change: limited })
  try {
    const slots = (await times(city.address)).slice(0, 15)
    const answers = []
    for (const { start } of slots) answers.push(await hold(city.address, start))
    const refused = answers.filter(({ status }) => status === 409)
    assert.equal(refused.length, 5)
    assert.equal((await refused[0].json()).code, 'booking.holds_most')
  } finally {
    await city.stop()
  }
})

testOnPostgres('the last place has one winner, on PostgreSQL with two servers', (database) =>
  raceAll({ database, servers: 2 }),
)
