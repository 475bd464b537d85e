// The built program on this machine, for tests: a city in a folder of its own, its servers, and a
// hall that is open at whatever hour the test runs.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const program = join(root, 'build/release/src/banshi')

// The keys and the rows of a city. `database` names a PostgreSQL; else it is a fresh SQLite.
export function makeCity({ database = '', config = '', data = '', init = ['init'] } = {}) {
  const folder = data || mkdtempSync(join(tmpdir(), 'banshi-'))
  const env = {
    ...process.env,
    LC_ALL: 'C.UTF-8', // commands speak Chinese, whoever runs the tests
    BANSHI_DATA: folder,
    BANSHI_PORT: '0',
    BANSHI_DATABASE: database,
    BANSHI_CONFIG: config,
  }
  const run = (words, input = '') =>
    execFileSync(program, words, { cwd: root, env, input, encoding: 'utf8', stdio: 'pipe' })
  const remove = () => {
    rmSync(folder, { recursive: true, force: true })
    if (config) rmSync(config, { recursive: true, force: true })
  }
  run(init)
  openOutbox(folder)
  return { data: folder, env, run, remove, start: (more = {}) => startServer({ ...env, ...more }) }
}

// As `init --demo` leaves it: the tests read what was sent.
export function openOutbox(data) {
  mkdirSync(join(data, 'demo'), { recursive: true })
  writeFileSync(join(data, 'demo/outbox'), '')
}

// On PostgreSQL, where BANSHI_POSTGRES names one: in a database of its own, for other tests run
// beside this one.
export function testOnPostgres(name, play) {
  const server = process.env.BANSHI_POSTGRES
  const skip = server ? false : 'BANSHI_POSTGRES is not set'
  test(name, { skip, timeout: 240_000 }, async () => {
    const own = `test_${process.pid}`
    const order = (sql) => execFileSync('psql', ['-q', server, '-c', sql])
    order(`CREATE DATABASE ${own}`)
    try {
      await play(server.replace(/dbname=\S+/, `dbname=${own}`))
    } finally {
      order(`DROP DATABASE ${own} WITH (FORCE)`)
    }
  })
}

// A server that serves, and two ways to end it. `output` is all that it has said so far.
export async function startServer(env) {
  const server = spawn(program, ['serve'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((end) => server.on('exit', (code) => end(code)))
  const said = []
  const output = () => said.join('')
  server.stderr.on('data', (text) => said.push(text))
  const address = await new Promise((found, failed) => {
    server.stdout.on('data', (text) => {
      said.push(text)
      const at = String(text).match(/https?:\S+/)
      if (at) found(at[0])
    })
    ended.then((code) => failed(new Error(`the server ended with ${code}: ${output()}`)))
  })
  const end = (signal) => () => {
    server.kill(signal)
    return ended
  }
  return { address, pid: server.pid, output, ended, stop: end('SIGTERM'), kill: end('SIGKILL') }
}

// One that nobody listens on now, for a server that must know its own address beforehand.
export function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(String(port)))
    })
  })
}

// What the command says and the code it ends with, where that may be a failure.
export function outcome(env, words) {
  try {
    const said = execFileSync(program, words, { cwd: root, env, encoding: 'utf8', stdio: 'pipe' })
    return { code: 0, said }
  } catch (failed) {
    return { code: failed.status, said: failed.stderr || failed.stdout }
  }
}

// Waits for what no page tells: at most a minute.
export async function until(what) {
  for (let tries = 0; tries < 600 && !what(); ++tries)
    await new Promise((done) => setTimeout(done, 100))
  assert.ok(what(), `it never came: ${what}`)
}

// ---- a hall that is open now

const period = (weekday) => `{ weekday = ${weekday}, from = 00:15:00, to = 23:45:00 }`

// Where it is about ten in the morning: no test waits for a clock, none meets midnight.
function zoneOfMorning(hour = new Date().getUTCHours()) {
  const east = ((10 - hour + 36) % 24) - 12
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`
}

// A folder of settings: the test district alone, open on every day, in a zone where it is morning.
// `rules` replaces numbers of the hall's rules; `windows` adds windows that do every service.
export function openHall({ rules = {}, windows = 0 } = {}) {
  const config = mkdtempSync(join(tmpdir(), 'banshi-config-'))
  const edit = (file, change) =>
    writeFileSync(join(config, file), change(readFileSync(join(config, file), 'utf8')))
  for (const each of ['calendar', 'divisions', 'demo.toml'])
    cpSync(join(root, 'config', each), join(config, each), { recursive: true })
  cpSync(join(root, 'test/districts'), join(config, 'districts'), { recursive: true })

  for (const file of readdirSync(join(config, 'calendar')))
    edit(join('calendar', file), (text) => text.replace(/holidays = \[[^\]]*\]/, 'holidays = []'))
  edit('districts/test/district.toml', (text) =>
    text.replace(/zone .*/, `zone = "${zoneOfMorning()}"`),
  )
  edit('districts/test/hall.toml', (text) => {
    let out = text.replace(
      /opening = \[[^\]]*\]/,
      `opening = [${[1, 2, 3, 4, 5, 6, 7].map(period).join(', ')}]`,
    )
    for (const [name, value] of Object.entries(rules)) {
      assert.match(out, new RegExp(`^${name} = `, 'm'))
      out = out.replace(new RegExp(`^${name} = .*`, 'm'), `${name} = ${value}`)
    }
    for (let id = 4; id < 4 + windows; ++id)
      out += `\n[[halls.windows]]\nid = "${id}"\nservices = ["a", "b", "c"]\n`
    return out
  })
  return config
}

// ---- requests

export const hall = '/test/halls/hall'

// A device with a role; its token stands in the header of its requests.
export function addDevice(city, login, role, node = '') {
  const at = node ? ['--node', node] : []
  return city.run(['user', 'add', 'test', login, '--device', '--role', role, ...at]).trim()
}

export function ask(address, method, path, { body, token, key, headers = {} } = {}) {
  const all = { 'Idempotency-Key': key ?? crypto.randomUUID(), ...headers }
  const form = body instanceof FormData // with its files, in its own type
  if (body !== undefined && !form) all['Content-Type'] = 'application/json'
  if (token) all.Authorization = `Bearer ${token}`
  return fetch(`${address}/api/v1${path}`, {
    method,
    headers: all,
    body: form ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(90_000),
  })
}
