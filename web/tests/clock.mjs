// A clock for the program that a test moves by whole days, with libfaketime. It starts at ten in
// the morning of Beijing, when offices work and notices go out, whatever the machine's hour is.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const faketime = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

const dayOf = (moment) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10)

// `environment` is for the program; `moveTo` sets the day of the district, and waits until the
// program at this address lives in it.
export function makeClock(day) {
  assert.ok(existsSync(faketime), 'libfaketime is missing: apt-get install libfaketime')
  const folder = mkdtempSync(join(tmpdir(), 'banshi-clock-'))
  const file = join(folder, 'clock')
  const shift = Date.parse(`${day}T10:00:00+08:00`) - Date.now()
  const write = (to) => {
    const seconds = Math.round((shift + Date.parse(to) - Date.parse(day)) / 1000)
    writeFileSync(file, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}s\n`)
  }
  const moveTo = async (to, address) => {
    write(to)
    for (let tries = 0; tries < 300; ++tries) {
      const { headers } = await fetch(`${address}/healthz`)
      if (dayOf(Date.parse(headers.get('Date'))) === to) return
      await new Promise((done) => setTimeout(done, 100))
    }
    assert.fail(`the clock does not come to ${to}`)
  }
  write(day)
  const environment = {
    LD_PRELOAD: faketime,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    DONT_FAKE_MONOTONIC: '1',
  }
  return { environment, moveTo, remove: () => rmSync(folder, { recursive: true }) }
}
