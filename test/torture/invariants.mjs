// What must hold of the database after every kill, whoever asks: read by SQL, past the program.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

function rows(database, sql) {
  const out = execFileSync('sqlite3', ['-json', '-readonly', database, sql], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  return out ? JSON.parse(out) : []
}

// Each statement of invariants/hall.sql finds what may not be; its name stands above it.
const never = readFileSync(new URL('../invariants/hall.sql', import.meta.url), 'utf8')
  .split('\n\n')
  .slice(1)
  .map((each) => /^-- (.*)\n([^]*)$/.exec(each).slice(1))

export function assertInvariants(database) {
  for (const [what, sql] of never)
    assert.deepEqual(rows(database, sql).slice(0, 5), [], what)
}

// Every deed that was acknowledged is in the history of its ticket, and a number is as it was told.
export function assertRemembered(database, acknowledged) {
  const events = new Map()
  for (const { ticket, to_state } of rows(database, 'SELECT ticket, to_state FROM ticket_events'))
    events.set(`${ticket} ${to_state}`, (events.get(`${ticket} ${to_state}`) ?? 0) + 1)
  const numbers = new Map(
    rows(database, 'SELECT id, number FROM tickets').map(({ id, number }) => [id, number]),
  )
  const promised = new Map()
  for (const { ticket, state, number } of acknowledged) {
    promised.set(`${ticket} ${state}`, (promised.get(`${ticket} ${state}`) ?? 0) + 1)
    if (number) assert.equal(numbers.get(ticket), number, `the number of ${ticket}`)
  }
  for (const [what, count] of promised)
    assert.ok((events.get(what) ?? 0) >= count, `lost: ${what}, acknowledged ${count} times`)
}
