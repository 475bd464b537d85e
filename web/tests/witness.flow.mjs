// What the one who owns the database cannot do, on SQLite and where BANSHI_POSTGRES names one on
// PostgreSQL: write the past anew, or go back to yesterday's copy, unseen by a witness.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
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

async function startWitness(home, city) {
  const folder = join(home, 'witness')
  mkdirSync(folder)
  const words = ['witness', 'key', '--folder', folder, '--name', 'advisers.example/w']
  const key = execFileSync(program, words, { cwd: root, encoding: 'utf8' }).trim()
  writeFileSync(join(folder, 'logs'), city.run(['log', 'keys', 'test']))
  const started = spawn(program, ['witness', '--folder', folder, '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const url = await new Promise((found) => {
    started.stdout.on('data', (text) => found(String(text).match(/http:\S+/)?.[0]))
  })
  const table = `name = "advisers"\nname_en = "advisers"\nkey = "${key}"\nurl = "${url}"\n`
  return { setting: `needed = 1\n[[witnesses]]\n${table}`, stop: () => started.kill('SIGTERM') }
}

// Copies of a database and their return; `sql` is what its owner does, past all triggers.
function ownerOf(city, home, database) {
  if (database) {
    const copy = join(home, 'copy.sql')
    const stop = ['-q', '-v', 'ON_ERROR_STOP=1', database]
    const quiet = { stdio: ['ignore', 'ignore', 'ignore'] }
    const sql = (text) => execFileSync('psql', [...stop, '-c', text], quiet)
    return {
      sql: (text) => sql(`SET session_replication_role = replica; ${text}`),
      copy: () => execFileSync('pg_dump', [database, '-f', copy]),
      restore: () => {
        sql('DROP SCHEMA public CASCADE')
        sql('CREATE SCHEMA public')
        execFileSync('psql', ['-q', database, '-f', copy], { stdio: 'ignore' })
      },
    }
  }
  const file = join(city.data, 'banshi.db')
  const run = (text) => execFileSync('sqlite3', [file, text], { encoding: 'utf8' })
  const forget = () => ['-wal', '-shm'].forEach((end) => rmSync(file + end, { force: true }))
  return {
    sql: (text) => {
      const all = "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_master WHERE type = 'trigger'"
      run(run(all) + text)
    },
    copy: () => {
      run('PRAGMA wal_checkpoint(TRUNCATE)')
      cpSync(file, join(home, 'copy.db'))
    },
    restore: () => {
      forget()
      cpSync(join(home, 'copy.db'), file)
    },
  }
}

async function play(database) {
  const home = mkdtempSync(join(tmpdir(), 'banshi-witness-'))
  const config = openHall({ windows: 1 })
  const city = makeCity({ config, database })
  const witness = await startWitness(home, city)
  writeFileSync(join(config, 'witnesses.toml'), witness.setting)
  const token = addDevice(city, 'desk', 'desk')
  const owner = ownerOf(city, home, database)
  let server
  const state = async () => (await fetch(`${server.address}/api/v1/test/log/state`)).json()
  const issue = async () => {
    const made = await ask(server.address, 'POST', `${hall}/tickets`, {
      body: { service: 'a' },
      token,
    })
    assert.ok(made.ok, await made.clone().text())
  }
  const settled = async (fits) => {
    for (;;) {
      await ask(server.address, 'POST', '/test/log/heads', { body: {} })
      const now = await state()
      if (fits(now)) return now
      await pause(300)
    }
  }
  const alarm = (code) => settled(({ alarms }) => alarms.some((each) => each.code === code))
  const verify = () => outcome(city.env, ['verify', '--district', 'test']).code
  const [first, second] = [4, 7] // sizes of the log: the account of the desk, and three each
  try {
    server = await city.start()
    for (let count = 0; count < 3; ++count) await issue()
    await settled(({ witnessed_size }) => witnessed_size >= first)
    await server.stop()
    owner.copy()
    server = await city.start()
    for (let count = 0; count < 3; ++count) await issue()
    await settled(({ witnessed_size }) => witnessed_size >= second)
    assert.equal(verify(), 0)

    // Yesterday's copy: deeds go on, nothing is signed, the file of the head stays as it is.
    await server.stop()
    const head = readFileSync(join(city.data, 'log/test.head'), 'utf8')
    owner.restore()
    server = await city.start()
    await issue()
    const behind = await alarm('behind_signed_head')
    assert.equal(behind.signed_size, first)
    assert.equal(readFileSync(join(city.data, 'log/test.head'), 'utf8'), head)

    // Who owns the machine takes that file away too, and the log grows past the old size with
    // another past: this house signs, and the witness does not.
    await server.stop()
    rmSync(join(city.data, 'log/test.head'))
    server = await city.start()
    for (let count = 0; count < 6; ++count) await issue()
    const forked = await alarm('witness_refuses')
    assert.ok(forked.signed_size > second)
    assert.ok(forked.witnessed_size <= second)

    // A number that was altered in its row and in its entry is named all the same.
    assert.equal(verify(), 0)
    await server.stop()
    owner.sql(`UPDATE log_entry SET body = replace(body, 'A002', 'A009') WHERE body LIKE '%A002%';
      UPDATE tickets SET number = 'A009' WHERE number = 'A002'`)
    assert.equal(verify(), 4)
    server = await city.start()
  } finally {
    await server?.stop()
    witness.stop()
    city.remove()
    rmSync(home, { recursive: true, force: true })
  }
}

test('no other past is signed or witnessed, on SQLite', { timeout: 240_000 }, () => play(''))

testOnPostgres('no other past is signed or witnessed, on PostgreSQL', play)
