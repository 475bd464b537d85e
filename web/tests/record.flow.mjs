// The public record from outside: what log clients fetch, what a foreign program checks, what
// witnesses sign, what a change by SQL gives away, and what a phone finds out by itself.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { createHash, createPrivateKey, sign } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { assertAccessible, assertFits, openPage, startBrowser } from './city.mjs'
import {
  addDevice,
  ask,
  hall,
  makeCity,
  openHall,
  outcome,
  root,
  testOnPostgres,
} from './program.mjs'

const program = join(root, 'build/release/src/banshi')
const foreign = join(root, 'test/foreign/check_proof.py')
const home = mkdtempSync(join(tmpdir(), 'banshi-record-'))
const sha = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const leaf = (body) => sha(Buffer.from([0]), Buffer.from(body))
let city, server, browser, desk, logKey
const witnesses = []

before(async () => {
  const config = openHall({ windows: 1 })
  city = makeCity({ config })
  logKey = city.run(['log', 'keys', 'test']).trim()
  const keys = `${logKey}\n${city.run(['log', 'keys', 'city'])}`
  for (const name of ['advisers', 'newspaper']) witnesses.push(await startWitness(name, keys))
  const tables = witnesses.map(
    ({ name, key, address }) =>
      `[[witnesses]]\nname = "${name}"\nname_en = "${name}"\nkey = "${key}"\nurl = "${address}"\n`,
  )
  writeFileSync(join(config, 'witnesses.toml'), `needed = 2\n${tables.join('')}`)
  desk = addDevice(city, 'desk', 'desk')
  server = await city.start()
  browser = await startBrowser()
  for (let count = 0; count < 7; ++count) await issue()
  await signed(7)
})

after(async () => {
  await browser?.close()
  await server?.stop()
  for (const each of witnesses) each.process.kill('SIGTERM')
  city?.remove()
  rmSync(home, { recursive: true, force: true })
})

async function startWitness(name, keys) {
  const folder = join(home, name)
  mkdirSync(folder, { recursive: true })
  const title = `${name}.example/w`
  const words = ['witness', 'key', '--folder', folder, '--name', title]
  const key = execFileSync(program, words, { cwd: root, encoding: 'utf8' }).trim()
  writeFileSync(join(folder, 'logs'), keys)
  return { name, folder, key, ...(await runWitness(folder, 0)) }
}

async function runWitness(folder, port) {
  const words = ['witness', '--folder', folder, '--port', String(port)]
  const process = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  const address = await new Promise((found) => {
    process.stdout.on('data', (text) => found(String(text).match(/http:\S+/)?.[0]))
  })
  return { process, address }
}

async function issue() {
  const body = { service: 'a' }
  const made = await ask(server.address, 'POST', `${hall}/tickets`, { body, token: desk })
  assert.ok(made.ok, await made.clone().text())
  return made.json()
}
const fetched = (path) => fetch(server.address + path)
const api = async (path) => (await fetched(`/api/v1/test${path}`)).json()

// Asked for at once, it comes within a few seconds.
async function signed(size) {
  for (;;) {
    await ask(server.address, 'POST', '/test/log/heads', { body: {} })
    const state = await api('/log/state')
    if ((state.signed_size ?? 0) >= size) return state
    await pause(300)
  }
}
async function witnessed(size) {
  for (;;) {
    const state = await api('/log/state')
    if ((state.witnessed_size ?? 0) >= size) return state
    await pause(500)
  }
}

test('tiles, bundles and proofs agree with a tree built here', async () => {
  const checkpoint = await fetched('/log/test/checkpoint')
  assert.equal(checkpoint.headers.get('content-type'), 'text/plain; charset=utf-8')
  const [origin, size] = (await checkpoint.text()).split('\n')
  assert.equal(origin, logKey.split('+')[0])
  const tile = await fetched(`/log/test/tile/0/000.p/${size}`)
  assert.match(tile.headers.get('cache-control'), /immutable/)
  assert.equal(tile.headers.get('content-type'), 'application/octet-stream')
  assert.equal(tile.headers.get('content-encoding'), null)
  const hashes = Buffer.from(await tile.arrayBuffer())
  const bundle = Buffer.from(
    await (await fetched(`/log/test/tile/entries/000.p/${size}`)).arrayBuffer(),
  )
  let at = 0
  for (let seq = 0; seq < size; ++seq) {
    const length = bundle.readUInt16BE(at)
    const body = bundle.subarray(at + 2, at + 2 + length)
    at += 2 + length
    assert.deepEqual(leaf(body), hashes.subarray(32 * seq, 32 * seq + 32))
    assert.equal(await (await fetched(`/log/test/entry/${seq}`)).text(), String(body))
  }
  assert.equal(at, bundle.length)
  assert.equal((await fetched('/log/test/tile/0/000.p/0')).status, 404)
  assert.equal((await fetched('/log/test/tile/1/000')).status, 404)
})

test('what is asked beyond the head is refused with the present size', async () => {
  const head = await api('/log/head')
  for (const path of [`proof?seq=0&size=${head.size + 1}`, `consistency?from=1&to=999999`]) {
    const answer = await fetched(`/log/test/${path}`)
    assert.equal(answer.status, 400, path)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.equal((await answer.json()).size, String(head.size))
  }
  for (const path of [`proof?seq=${head.size}&size=${head.size}`, 'proof?seq=x', 'entry/99999'])
    assert.equal((await fetched(`/log/test/${path}`)).status, 400, path)
  assert.equal((await fetched('/log/elsewhere/checkpoint')).status, 404)
})

test("the city's log holds the heads of the district", async () => {
  const { anchor } = await signed(7)
  const entry = await (await fetched(`/log/entry/${anchor.seq}`)).json()
  assert.equal(entry.k, 'log.head')
  assert.match(entry.note, new RegExp(`^${logKey.split('+')[0]}\n`))
  assert.ok((await (await fetched('/log/checkpoint')).text()).length > 0)
})

test('a foreign program accepts a receipt, and says what is wrong with another', async () => {
  const file = await fetched('/log/test/receipt/3.tlog-proof')
  const proof = await file.text()
  const body = await (await fetched('/log/test/entry/3')).text()
  const check = (body, proof) => {
    writeFileSync(join(home, 'body'), body)
    writeFileSync(join(home, 'proof'), proof)
    try {
      const words = [foreign, logKey, join(home, 'body'), join(home, 'proof')]
      return execFileSync('python3', words, { encoding: 'utf8', stdio: 'pipe' })
    } catch (failed) {
      return failed.stderr
    }
  }
  assert.match(check(body, proof), /^entry 3 is in/)
  assert.match(check(`${body} `, proof), /refused: root/)
  assert.match(check(body, proof.replace('index 3', 'index 2')), /refused: root/)
  const at = proof.indexOf('\u2014 ') + logKey.split('+')[0].length + 20
  const changed = proof.slice(0, at) + (proof[at] === 'A' ? 'B' : 'A') + proof.slice(at + 1)
  assert.match(check(body, changed), /refused: signature/)
})

test('both witnesses sign, and stand by name below the head', { timeout: 240_000 }, async () => {
  const state = await witnessed(7)
  assert.equal(state.needed, 2)
  const note = await (await fetched('/log/test/checkpoint')).text()
  for (const { name } of witnesses) assert.match(note, new RegExp(`\u2014 ${name}.example/w `))
  const [one] = witnesses
  const hash = sha(Buffer.from(logKey.split('+')[0])).toString('hex')
  const kept = await (await fetch(`${one.address}/${hash}/checkpoint`)).text()
  one.process.kill('SIGKILL')
  const again = await runWitness(one.folder, Number(new URL(one.address).port))
  Object.assign(one, again)
  assert.equal(await (await fetch(`${one.address}/${hash}/checkpoint`)).text(), kept)
  assert.equal((await fetch(`${one.address}/${'0'.repeat(64)}/checkpoint`)).status, 404)
})

// Whoever holds the key of the log can sign what they like; a witness does not follow.
test('a witness refuses an old size, a fork, and what it does not know', async () => {
  const { address } = witnesses[1]
  const note = await (await fetched('/log/test/checkpoint')).text()
  const post = async (body) => {
    const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body })
    return [answer.status, answer.headers.get('content-type'), await answer.text()]
  }
  const size = Number(note.split('\n')[1])
  const [status, type, known] = await post(`old 3\n\n${note}`)
  assert.equal(status, 409)
  assert.equal(type, 'text/x.tlog.size')
  assert.equal(known.trim(), String(size))

  const seed = readFileSync(join(city.data, 'log/test.key'), 'utf8').match(/^[0-9a-f]{64}$/m)[0]
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex')
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const [origin, id] = logKey.split('+')
  const forged = (size, signer = origin) => {
    const text = `${signer}\n${size}\n${sha(Buffer.from('fork')).toString('base64')}\n`
    const bytes = Buffer.concat([Buffer.from(id, 'hex'), sign(null, Buffer.from(text), key)])
    return `${text}\n\u2014 ${signer} ${bytes.toString('base64')}\n`
  }
  const step = `${sha(Buffer.from('x')).toString('base64')}\n`
  assert.equal((await post(`old ${size}\n${step}\n${forged(size + 2)}`))[0], 422)
  assert.equal((await post(`old ${size}\n\n${forged(size)}`))[0], 422)
  assert.equal((await post(`old ${size + 1}\n\n${note}`))[0], 400)
  assert.equal((await post('nonsense'))[0], 400)
  assert.equal((await post(`old 0\n\n${forged(3, 'other.example')}`))[0], 404)
  const unsigned = note.replace(/(\n\n\u2014 \S+ \S{8})\S{4}/, '$1AAAA')
  assert.equal((await post(`old ${size}\n\n${unsigned}`))[0], 403)
})

test('a phone checks an entry, a slip and a file by itself', { timeout: 240_000 }, async () => {
  const { page, faults } = await openPage(browser, server.address)
  await page.goto(`${server.address}/test/record`)
  await page.waitForSelector('ol.rows li')
  await assertAccessible(page, 'the record')
  await assertFits(page, 'the record')
  await page.selectOption('#kind', 'log')
  await page.waitForSelector('.empty')
  await page.goto(`${server.address}/test/record/heads`)
  await page.waitForSelector('.key')
  await assertAccessible(page, 'the heads')

  await page.goto(`${server.address}/test/record/3`)
  await page.waitForSelector('svg.good')
  const took = Number((await page.locator('p.small.dim').first().textContent()).match(/\d+/)[0])
  console.log(`# checked in the browser in ${took} ms`)

  const head = await api('/log/head')
  const slip = async (print) => {
    await page.goto(`${server.address}/test/record/check`)
    await page.fill('#slip', `${head.size} ${print}`)
    await page.locator('form button').first().click()
    await page.waitForSelector('.verdict')
    return page.locator('svg.good').count()
  }
  await page.goto(`${server.address}/test/record/check`)
  await page.waitForSelector('#slip')
  await assertAccessible(page, 'the check')
  const print = head.root.slice(0, 8)
  assert.equal(await slip(print), 1)
  assert.equal(await slip(print.slice(0, 7) + (print[7] === '0' ? '1' : '0')), 0)

  const proof = await (await fetched('/log/test/receipt/3.tlog-proof')).text()
  const file = async (text) => {
    await page.goto(`${server.address}/test/record/check`)
    await page.waitForSelector('#file')
    const buffer = Buffer.from(text)
    await page.setInputFiles('#file', { name: '3.tlog-proof', mimeType: 'text/plain', buffer })
    await page.waitForSelector('.verdict')
    return page.locator('svg.good').count()
  }
  assert.equal(await file(proof), 1)
  assert.equal(await file(proof.replace('index 3', 'index 2')), 0)
  assert.deepEqual(faults, [])
})

test('a phone that saw another past says so', { timeout: 240_000 }, async () => {
  const { page } = await openPage(browser, server.address)
  const origin = logKey.split('+')[0]
  await page.goto(`${server.address}/test/record`)
  await page.evaluate((origin) => {
    const other = { size: 3, root: 'ab'.repeat(32), note: 'what was seen' }
    localStorage.setItem(`record-head ${origin}`, JSON.stringify(other))
    sessionStorage.clear()
  }, origin)
  await page.reload()
  await page.waitForSelector('.note.bad a[download]')
  await assertAccessible(page, 'the warning')
  const link = await page.locator('.note.bad a[download]').getAttribute('href')
  assert.match(decodeURIComponent(link), /what was seen/)
})

// Yesterday's backup: deeds go on, nothing is signed, and the head file remembers.
test('after an old backup signing stops and says why', { timeout: 240_000 }, async () => {
  const database = join(city.data, 'banshi.db')
  const stop = async () => {
    await server.stop()
    execFileSync('sqlite3', [database, 'PRAGMA wal_checkpoint(TRUNCATE)']) // all in one file
  }
  await stop()
  const [copy, today] = ['yesterday.db', 'today.db'].map((name) => join(home, name))
  cpSync(database, copy)
  server = await city.start()
  await issue()
  const { signed_size: size } = await signed((await api('/log/state')).entries)
  await stop()
  const head = readFileSync(join(city.data, 'log/test.head'), 'utf8')
  cpSync(database, today)
  cpSync(copy, database)
  server = await city.start()
  await pause(1000) // within one second the same number would be the same entry, and no other past
  assert.ok((await issue()).number)
  let state
  do {
    await pause(300)
    state = await api('/log/state')
  } while (state.alarms.length === 0)
  assert.equal(state.alarms[0].code, 'behind_signed_head')
  assert.ok(state.signed_size < size)
  assert.equal(readFileSync(join(city.data, 'log/test.head'), 'utf8'), head)
  const { page } = await openPage(browser, server.address)
  await page.goto(`${server.address}/test/record`)
  await page.waitForSelector('.note.bad')
  await stop()
  cpSync(today, database)
  server = await city.start()
})

test('a new key signs beside the old one, and SM2 besides', { timeout: 240_000 }, async () => {
  city.run(['log', 'new-key', 'test'])
  city.run(['log', 'add-sm2', 'test'])
  await server.stop()
  server = await city.start()
  await issue()
  await signed((await api('/log/state')).entries)
  const lines = (await (await fetched('/log/test/checkpoint')).text()).split('\n')
  const own = lines.filter((line) => line.startsWith(`\u2014 ${logKey.split('+')[0]} `))
  assert.equal(own.length, 3)
  city.run(['log', 'retire-key', 'test'])
  assert.equal(city.run(['log', 'keys', 'test']).trim().split('\n').length, 3)
  assert.equal(outcome(city.env, ['verify', '--district', 'test']).code, 0)
})

test('a change by SQL is named, alarmed and shown', { timeout: 240_000 }, async () => {
  assert.equal(outcome(city.env, ['verify', '--district', 'test']).code, 0)
  const sql = (text) => execFileSync('sqlite3', [join(city.data, 'banshi.db'), text])
  const which = "district = 'test' AND body LIKE '%A005%'"
  const seq = parseInt(String(sql(`SELECT seq FROM log_entry WHERE ${which}`)))
  assert.throws(() => sql(`UPDATE log_entry SET body = 'x' WHERE seq = ${seq}`), /append only/)
  sql(`DROP TRIGGER log_entry_update;
       UPDATE log_entry SET body = replace(body, 'A005', 'A006')
       WHERE ${which}`)
  assert.equal(outcome(city.env, ['verify', '--district', 'test']).code, 4)
  const state = await api('/log/state')
  assert.equal(state.alarms[0].code, 'breaches')
  assert.equal(state.verdict.first[0].seq, seq)
  // The house looks for alarms every second, and may be busy.
  const ready = /^ready\nrecord of test: alarm.breaches/
  while (!ready.test(await (await fetched('/readyz')).text())) await pause(300)
  assert.match(await (await fetched('/metrics')).text(), /banshi_record_alarms 1/)
  const { page } = await openPage(browser, server.address)
  await page.goto(`${server.address}/test/record`)
  await page.waitForSelector('.note.bad')
  await assertAccessible(page, 'an alarm')
})

// Nothing gives out places: whoever holds the sequencer's lock is away.
testOnPostgres('without the sequencer deeds go on, and it is told', async (database) => {
  const other = makeCity({ database, config: openHall() })
  const token = addDevice(other, 'desk', 'desk')
  const server = await other.start()
  const sql = (text) => execFileSync('psql', ['-tA', database, '-c', text], { encoding: 'utf8' })
  const sleeper = "pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"
  const away = "SELECT pg_advisory_lock(6962, hashtext('test')), pg_sleep(250)"
  const lock = spawn('psql', [database, '-c', away], { stdio: 'ignore' })
  while (sql(`SELECT count(*) FROM ${sleeper}`) === '0\n') await pause(100)
  const get = async (path) => (await fetch(`${server.address}/api/v1${path}`)).json()
  const issue = async () => {
    const form = { body: { service: 'a' }, token }
    const made = await ask(server.address, 'POST', `${hall}/tickets`, form)
    assert.ok(made.ok)
    return made.json()
  }
  const issued = async () =>
    (await get('/test/log/entries')).entries.filter(({ body }) => /"queue.issued"/.test(body))
  const tickets = [await issue(), await issue(), await issue()]
  assert.equal(tickets[0].record.seq, undefined)
  let state
  do {
    await pause(500)
    state = await get('/test/log/state')
  } while (state.alarms.length === 0)
  assert.equal(state.alarms[0].code, 'outbox_waits')
  const waited = Date.parse(state.alarms[0].began) - Date.parse(tickets[0].issued_at)
  assert.ok(waited <= 10_000, `told after ${waited} ms`)
  const { ticket, secret } = tickets[0]
  const slip = `${hall}/tickets/${ticket}/slip?format=escpos&secret=${secret}`
  const printed = await (await fetch(`${server.address}/api/v1${slip}`)).arrayBuffer()
  assert.match(new TextDecoder('gb18030').decode(printed), /留痕位置稍后可查/)
  tickets.push(await issue())
  assert.deepEqual(await issued(), [])
  lock.kill('SIGKILL')
  sql(`SELECT pg_terminate_backend(pid) FROM ${sleeper}`)
  do {
    await pause(500)
    state = await get('/test/log/state')
  } while ((await issued()).length < tickets.length || state.alarms.length > 0)
  const said = (await issued()).map(({ body }) => JSON.parse(body).n)
  assert.deepEqual(said, tickets.map(({ number }) => number).reverse())
  await server.stop()
  other.remove()
})
