// Clients take numbers without a pause while leaders and programs of a cluster are killed. Each
// deed is repeated with its key until it is answered, so at the end every number was given once:
// nothing acknowledged is lost, nothing is done twice. By hand, four minutes a turn, as root:
//     node test/cluster/cluster.mjs [turns]
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { ask, hall, openHall, root } from '../../web/tests/program.mjs'

const turns = Number(process.argv[2] ?? 1)
const clients = 8
const longest = 60_000 // without an acknowledgement; a second death may need a machine to return

const config = openHall({ rules: { stop_when_full: false }, windows: 3 })
const env = { ...process.env, BANSHI_CONFIG: config }
const run = promisify(execFile)
const cluster = async (...words) =>
  (await run(join(root, 'bin/cluster'), words, { cwd: root, env })).stdout.trim()

const acknowledged = []
const answers = new Map() // status or broken line, and how often
let last = Date.now()
let gap = 0
let stopping = false

function note(what) {
  answers.set(what, (answers.get(what) ?? 0) + 1)
}

// One number, asked for with one key until it is there.
async function take(address, token) {
  const key = crypto.randomUUID()
  for (;;) {
    const answer = await ask(address, 'POST', `${hall}/tickets`, {
      body: { service: 'a' },
      token,
      key,
    }).catch((broken) => ({ status: `broken: ${broken.cause?.code ?? broken.name}` }))
    note(answer.status)
    if (answer.status === 201 || answer.status === 200) {
      const { ticket, number } = await answer.json()
      gap = Math.max(gap, Date.now() - last)
      last = Date.now()
      return acknowledged.push({ ticket, number, at: new Date().toISOString() })
    }
    if (answer.status === 503) assert.ok(answer.headers.get('Retry-After'), 'a 503 says when')
    await pause(300)
  }
}

async function takeAll(address, token) {
  while (!stopping) await take(address, token)
}

// Deeds go on, `kill` strikes, deeds go on again.
async function round(what, kill) {
  gap = 0
  last = Date.now()
  const before = acknowledged.length
  await pause(2000)
  assert.ok(acknowledged.length > before, `${what}: nothing was acknowledged before`)
  await kill()
  const killed = acknowledged.length
  for (const end = Date.now() + longest; acknowledged.length < killed + 3 * clients; ) {
    if (Date.now() > end) assert.fail(`${what}: no service: ${await cluster('status')}`)
    await pause(200)
  }
  await cluster('revive')
  await synchronous()
  console.error(`${new Date().toISOString()} ${what}: longest time without an acknowledgement ${gap} ms`)
}

async function synchronous() {
  for (let tries = 120; tries > 0; --tries) {
    const status = await cluster('status')
    if (status.includes('sync_standby') && (status.match(/running|streaming/g) ?? []).length === 3)
      return
    await pause(500)
  }
  assert.fail(`no standby is in sync: ${await cluster('status')}`)
}

async function look() {
  const rows = await cluster('sql', "SELECT id || ' ' || number FROM tickets")
  const kept = new Map(rows.split('\n').map((row) => row.split(' ')))
  const lost = acknowledged.filter(({ ticket, number }) => kept.get(ticket) !== number)
  assert.deepEqual(lost, [], `${lost.length} were lost`)
  assert.equal(kept.size, acknowledged.length, 'a number was given twice to one who asked once')
  assert.equal(new Set(kept.values()).size, kept.size, 'two have the same number')
  for (const what of answers.keys())
    assert.ok([200, 201, 503].includes(what), `clients saw ${[...answers].join(' ')}`)
  await cluster('run', 'verify')
}

async function strike() {
  await round('a program', () => cluster('kill', 'node1'))
  await round('the leader', () => cluster('kill', 'leader'))
  await round('the leader, silent with its lines open', async () => {
    const silent = await cluster('freeze', 'leader')
    // It wakes while another leads, and must give nothing away.
    setTimeout(() => void cluster('thaw', silent), 30_000)
  })
  await round('the cable of the leader', async () => {
    const cut = await cluster('cut', 'leader')
    // Who leads on the far side of the cut must have stopped by itself.
    setTimeout(() => void cluster('mend', cut), 30_000)
  })
  await round('the leader, and the next before the first is back', async () => {
    const first = await cluster('kill', 'leader')
    let next = first
    for (let tries = 200; tries > 0 && (next === first || !next); --tries) {
      await pause(100)
      next = await cluster('leads')
    }
    await cluster('kill', next)
    await pause(3000)
    await cluster('revive')
  })
}

let failed = 0
try {
  const address = await cluster('start')
  const token = await cluster('run', 'user', 'add', 'test', 'desk', '--device', '--role', 'desk')
  const running = Array.from({ length: clients }, () => takeAll(address, token))
  for (let turn = 0; turn < turns; ++turn) await strike()
  stopping = true
  await Promise.all(running)
  await pause(1500) // the record takes in what waits
  await look()
} catch (broken) {
  console.error(broken)
  failed = 1
}
console.error(`${acknowledged.length} acknowledged; answers: ${[...answers].join(' ')}`)
await cluster('stop')
rmSync(config, { recursive: true, force: true })
console.log(`${1 - failed} passed, ${failed} failed`)
process.exit(failed)
