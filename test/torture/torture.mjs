// Kills the server in the middle of mixed deeds, again and again, on a disk that is sound, slow, full
// now and then, or fails to sync; and looks after each start whether anything acknowledged is lost
// or any invariant broken.
//     node test/torture/torture.mjs [kills]
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { addDevice, ask, hall, makeCity, openHall, root } from '../../web/tests/program.mjs'
import { citizen, clerk, Memory } from './deeds.mjs'
import { assertInvariants, assertRemembered } from './invariants.mjs'

const kills = Number(process.argv[2] ?? 5)
const citizens = 24
// Of a thousand syncs, of a thousand writes; milliseconds a sync.
const disks = ['', 'sync 100 full 0 slow 0', 'sync 0 full 30 slow 0', 'sync 30 full 10 slow 20']
const windows = ['1', '2', '3', '4', '5', '6']

const rules = {
  book_before_minutes: 0,
  early_minutes: 1440,
  recall_gap_seconds: 0,
  cool_least_minutes: 0,
  cool_most_minutes: 1,
  stop_when_full: false,
}
const city = makeCity({ config: openHall({ rules, windows: 3 }) })
const database = join(city.data, 'banshi.db')
const badDisk = join(city.data, 'bad_disk')
const onDisk = {
  LD_PRELOAD: join(root, 'build/release/test/libbad_disk.so'),
  BANSHI_BAD_DISK: badDisk,
}
const memory = new Memory()
const world = { memory, desk: addDevice(city, 'desk', 'desk') }
const clerks = windows.map((id) => ({ id, token: addDevice(city, `window${id}`, 'hall_manager') }))
const heads = []

async function get(path) {
  const answer = await ask(world.address, 'GET', path)
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`)
  return answer.json()
}

// Today, so that who books can check in, and soon full, so that places are fought for.
async function openTimes() {
  const { days } = await get(`${hall}/slots?service=a`)
  return days[0].times.map(({ start }) => start).slice(0, 40)
}

// Deeds without end, until the line breaks.
async function loop(deed) {
  try {
    for (;;) await deed()
  } catch {
    // The server was killed; what must hold is looked at after the next start.
  }
}

// A repeat of an acknowledged deed with its key is answered with the same words.
async function assertReplayed() {
  for (let left = 20; left > 0 && memory.acknowledged.length > 0; --left) {
    const at = Math.floor(Math.random() * memory.acknowledged.length)
    const { request, text } = memory.acknowledged[at]
    const answer = await ask(world.address, request.method, request.path, request)
    assert.equal(await answer.text(), text, `${request.path} answered anew`)
    assert.equal(answer.headers.get('Idempotency-Replayed'), 'true')
  }
}

// Every head that was ever seen is the beginning of the log as it is now.
async function assertExtended() {
  const head = await get('/test/log/head')
  for (const seen of heads.slice(-10)) {
    const { root_from } = await get(`/test/log/growth?from=${seen.size}&to=${head.size}`)
    assert.equal(root_from, seen.root, `the head of ${seen.size} entries was rewritten`)
  }
  if (head.size > 0) heads.push(head)
}

async function play(disk) {
  const server = await city.start(onDisk)
  let killed = false
  server.ended.then((code) => {
    if (!killed) memory.faults.push(`the server ended by itself with ${code}: ${server.output()}`)
  })
  world.address = server.address
  await assertReplayed()
  world.starts = await openTimes()
  for (const { id, token } of clerks)
    await ask(world.address, 'POST', `${hall}/windows/${id}/opening`, { body: {}, token })
  if (disk) writeFileSync(badDisk, disk)
  memory.troubled = disk !== ''
  const running = [
    ...Array.from({ length: citizens }, () => loop(() => citizen(world))),
    ...clerks.map((each) => loop(() => clerk(world, each))),
  ]
  const enough = memory.sent + 50 + Math.random() * 450
  for (let waits = 60; waits > 0 && memory.sent < enough; --waits) await pause(100)
  // The clockwork signs at the start; what it signed is held against it later.
  await assertExtended()
  killed = true
  await server.kill()
  await Promise.all(running)
  rmSync(badDisk, { force: true })
}

function look() {
  assertInvariants(database)
  assertRemembered(database, memory.acknowledged)
  assert.deepEqual(memory.faults.slice(0, 5), [], 'answers of 5xx')
  city.run(['verify'])
}

let survived = 0
try {
  for (; survived < kills; ++survived) {
    await play(disks[survived % disks.length])
    look()
  }
  const server = await city.start()
  world.address = server.address
  await assertReplayed()
  await assertExtended()
  assert.equal(await server.stop(), 0)
  look()
  assert.ok(memory.acknowledged.length > kills * 50, 'too few deeds to mean anything')
} catch (broken) {
  console.error(
    broken,
    memory.faults.map((each) => each.slice(-2000)),
  )
}
city.remove()
console.error(
  `${memory.sent} deeds, ${memory.acknowledged.length} acknowledged, ${memory.unknown} cut off, ` +
    `${memory.refusedByDisk} refused by the disk`,
)
console.log(`${survived} passed, ${kills - survived} failed`)
process.exit(survived === kills ? 0 : 1)
