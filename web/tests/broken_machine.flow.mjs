// The machine fails: no space, a database of another version, settings that are wrong, a database
// server that goes away. The program says so, does nothing by halves and comes back by itself.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { addDevice, ask, hall, makeCity, openHall, outcome, root } from './program.mjs'

const rules = { stop_when_full: false }
const issue = (server, token, key) =>
  ask(server.address, 'POST', `${hall}/tickets`, { body: { service: 'a' }, token, key })

// ---- a full disk

function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'banshi-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'banshi', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
}

function fill(file) {
  try {
    for (let part = Buffer.alloc(1 << 16, 1); ; ) writeFileSync(file, part, { flag: 'a' })
  } catch (full) {
    assert.equal(full.code, 'ENOSPC')
  }
}

test('a full disk: writes are refused whole, looks go on, space brings all back', async (t) => {
  const data = smallDisk()
  if (!data) return t.skip('a file system can be mounted by root alone')
  try {
    const city = makeCity({ config: openHall({ rules }), data })
    const desk = addDevice(city, 'desk', 'desk')
    const server = await city.start()
    const before = await (await issue(server, desk)).json()
    fill(join(data, 'filler'))

    let refused = 0
    const numbers = [before.number]
    for (let tries = 200; tries > 0 && refused < 20; --tries) {
      const answer = await issue(server, desk)
      const body = await answer.json()
      if (answer.status === 201) numbers.push(body.number)
      else {
        assert.equal(answer.status, 503, JSON.stringify(body))
        assert.equal(body.code, 'house.broken')
        assert.ok(answer.headers.get('retry-after'))
        ++refused
      }
    }
    assert.equal(refused, 20)
    const seen = await fetch(`${server.address}/api/v1${hall}/display`)
    assert.equal((await seen.json()).issued_today, numbers.length)

    rmSync(join(data, 'filler'))
    for (let more = 3; more > 0; --more) {
      const answer = await issue(server, desk)
      assert.equal(answer.status, 201, await answer.clone().text())
      numbers.push((await answer.json()).number)
    }
    const inOrder = numbers.map((_, at) => `A${String(at + 1).padStart(3, '0')}`)
    assert.deepEqual(numbers, inOrder, 'no number is lost or given twice')
    assert.equal(await server.stop(), 0)
    city.run(['verify'])
    rmSync(city.env.BANSHI_CONFIG, { recursive: true })
  } finally {
    execFileSync('umount', ['-l', data])
    rmSync(data, { recursive: true })
  }
})

// ---- what stops the start

test('a database of a newer version is not touched: exit code 3', () => {
  const city = makeCity({ config: openHall() })
  const database = join(city.data, 'banshi.db')
  const sql = "INSERT INTO migrations (name) VALUES ('hall/9999_of_tomorrow')"
  execFileSync('sqlite3', [database, sql])
  for (const words of [['serve'], ['migrate'], ['verify']]) {
    const { code, said } = outcome(city.env, words)
    assert.equal(code, 3, words.join(' '))
    assert.match(said, /9999_of_tomorrow/)
  }
  city.remove()
})

// Starts with settings in which `file` was changed, and says how the check and the start end.
function withSettings(file, change) {
  const city = makeCity({ config: openHall() })
  const path = join(city.env.BANSHI_CONFIG, file)
  if (change) writeFileSync(path, change(readFileSync(path, 'utf8')))
  else rmSync(path)
  const checked = outcome(city.env, ['check-config'])
  const served = outcome(city.env, ['serve'])
  assert.equal(served.code, checked.code)
  assert.equal(served.said, checked.said)
  city.remove()
  return checked
}

test('a setting that nobody knows: file, line and what is allowed', () => {
  const file = 'districts/test/hall.toml'
  const line = readFileSync(join(root, 'test', file), 'utf8').split('\n').length + 1
  const { code, said } = withSettings(file, (text) => text + '\ncolour = "blue"\n')
  assert.equal(code, 2)
  assert.match(said, /hall\.toml/)
  assert.match(said, /colour/)
  assert.match(said, /services/, 'the allowed ones')
  assert.match(said, new RegExp(`\\b\\d+\\b`), `a line, about ${line}`)
})

test('a setting with a value beyond its bounds, and one of the wrong kind', () => {
  const change = (value) => (text) => text.replace(/^calls_most = .*/m, `calls_most = ${value}`)
  for (const value of ['0', '-3', '"three"', '99999999999']) {
    const { code, said } = withSettings('districts/test/hall.toml', change(value))
    assert.equal(code, 2, value)
    assert.match(said, /calls_most/, value)
    assert.match(said, /hall\.toml/, value)
  }
})

test('settings that are no TOML: file and line', () => {
  const { code, said } = withSettings('districts/test/people.toml', (text) => text + '\n[oops\n')
  assert.equal(code, 2)
  assert.match(said, /people\.toml/)
  assert.match(said, /\d+/)
})

test('a year without a calendar is said aloud, and nothing is guessed', async () => {
  const config = openHall()
  const city = makeCity({ config })
  for (const file of readdirSync(join(config, 'calendar')))
    if (Number(file.slice(0, 4)) >= new Date().getUTCFullYear())
      rmSync(join(config, 'calendar', file))
  const { code, said } = outcome(city.env, ['check-config'])
  assert.notEqual(code, 0)
  assert.match(said, new RegExp(String(new Date().getUTCFullYear())))
  city.remove()
})

// ---- PostgreSQL goes away

const postgres = (...words) =>
  execFileSync('bin/postgres', words, { cwd: root, encoding: 'utf8' }).trim()
const hasPostgres = !!statSync('/usr/lib/postgresql/15/bin', { throwIfNoEntry: false })

const restarts = { skip: !hasPostgres && 'no PostgreSQL', timeout: 240_000 }
test('PostgreSQL restarts under load', restarts, async () => {
  const name = `restarted-${process.pid}`
  const city = makeCity({ database: postgres('start', name), config: openHall({ rules }) })
  const desk = addDevice(city, 'desk', 'desk')
  const server = await city.start()
  try {
    const answers = [] // {status, key, text}, as they came
    let going = true
    const client = async () => {
      while (going) {
        const key = crypto.randomUUID()
        const answer = await issue(server, desk, key)
        const text = await answer.text()
        assert.ok([201, 503].includes(answer.status), text)
        answers.push({ status: answer.status, key, text })
        if (answer.status === 503) await pause(50)
      }
    }
    const clients = Array.from({ length: 8 }, client)
    await pause(500)
    postgres('restart', name)
    await pause(1500)
    going = false
    await Promise.all(clients)

    while ((await issue(server, desk)).status !== 201) await pause(100) // by itself
    const given = answers.filter(({ status }) => status === 201)
    for (const { key, text } of given.slice(0, 50))
      assert.equal(await (await issue(server, desk, key)).text(), text, 'acknowledged, and kept')
    // A refused one may be sent again with its key, and is then done once.
    for (const { key } of answers.filter(({ status }) => status === 503).slice(0, 20)) {
      const first = await (await issue(server, desk, key)).text()
      assert.equal(await (await issue(server, desk, key)).text(), first)
    }
    const numbers = given.map(({ text }) => JSON.parse(text).number)
    assert.equal(new Set(numbers).size, numbers.length)
  } finally {
    await server.stop()
    city.remove()
    postgres('stop', name)
  }
})
