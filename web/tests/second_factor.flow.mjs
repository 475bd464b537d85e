// A role asks for a second factor: its account may do nothing before it is set up; afterwards a
// log-in takes a code of the app, each once, or a recovery code, and another may take it away.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  openPage,
  password,
  startBrowser,
  startCity,
} from './city.mjs'

const screen = { width: 1366, height: 768 }
let city, browser, lead, secret, recovery
let step = 0 // of the newest code that was used

before(async () => {
  const change = (config) => {
    const file = join(config, 'districts/xiangfang/people.toml')
    writeFileSync(file, `second_factor = ["hall_manager"]\n${readFileSync(file, 'utf8')}`)
  }
  city = await startCity({ change })
  browser = await startBrowser()
  city.staff('lead', 'hall_manager')
  city.staff('boss', 'admin')
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

// The app on the phone, as RFC 6238 has it.
function codeOf(counter) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g).map((byte) => parseInt(byte, 2))
  const moving = Buffer.alloc(8)
  moving.writeBigUInt64BE(BigInt(counter))
  const hash = createHmac('sha1', Buffer.from(bytes)).update(moving).digest()
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

// A code that was not used yet: the present one or the next, which the server takes as well, so
// that nobody waits and none is too old when it arrives.
function freshCode() {
  const now = Math.floor(Date.now() / 30_000)
  step = Math.max(step + 1, now)
  assert.ok(step <= now + 1, 'too many codes for one minute')
  return codeOf(step)
}

async function enter(page, login) {
  await page.goto(`${city.address}/xiangfang/console/#/log-in`)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
}
const say = (page, text) => page.waitForSelector(`text=${text}`)
async function logOut(page) {
  await page.click('.bar button:has-text("退出")')
  await page.waitForSelector('#login')
}

test('without it the account may do nothing but set it up', async () => {
  lead = await openPage(browser, city.address, screen)
  const { page } = lead
  await enter(page, 'lead')
  await page.waitForSelector('h1:has-text("先设置动态口令")')
  await assertAccessible(page, 'the account that lacks it')
  await page.click('a.btn:has-text("设置动态口令")')
  await page.click('.factor button:has-text("设置动态口令")')
  await page.fill('.factor #password', 'not the password')
  await page.click('.factor button.main')
  await page.waitForSelector('.factor .err')
  await page.fill('.factor #password', password)
  await page.click('.factor button.main')
  await page.waitForSelector('.factor svg.qr')
  await assertAccessible(page, 'the code to scan')
  secret = (await page.textContent('.factor code')).replaceAll(' ', '')
  await page.fill('.factor #code', freshCode())
  await page.click('.factor button.main')
  await page.waitForSelector('.factor .codes')
  await assertAccessible(page, 'the recovery codes')
  recovery = await page.$$eval('.factor .codes code', (all) => all.map((each) => each.textContent))
  assert.equal(new Set(recovery).size, 10)
  await page.click('.factor button:has-text("我已收好")')
  await say(page, '还有 10 个恢复码')
  await page.click('.bar .name')
  await page.waitForSelector('.start')
  await logOut(page)
})

test('a log-in asks for the code, and takes none twice', async () => {
  const { page } = lead
  await enter(page, 'lead')
  await page.waitForSelector('#code')
  await assertAccessible(page, 'the code at the log-in')
  await page.fill('#code', freshCode())
  await page.press('#code', 'Enter')
  await page.waitForSelector('.start')
  await logOut(page)
  await enter(page, 'lead')
  await page.fill('#code', codeOf(step))
  await page.press('#code', 'Enter')
  await page.waitForSelector('.err:has-text("刚刚用过")')
})

test('a recovery code is good once', async () => {
  const { page } = lead
  for (const outcome of ['.start', '.err:has-text("动态口令不对")']) {
    await enter(page, 'lead')
    await page.waitForSelector('#code')
    await page.fill('#code', recovery[0].toLowerCase())
    await page.press('#code', 'Enter')
    await page.waitForSelector(outcome)
    if (outcome === '.start') await logOut(page)
  }
})

test('an administrator takes it away from who lost the phone', async () => {
  const { page, faults } = await openPage(browser, city.address, screen)
  await enter(page, 'boss')
  await page.waitForSelector('.start')
  await page.goto(`${city.address}/xiangfang/console/#/accounts`)
  await page.click('tr:has(td:text-is("lead")) button:has-text("重置口令")')
  await page.click('dialog button.danger')
  await say(page, 'lead 改好了')
  assert.equal(await page.locator('button:has-text("重置口令")').count(), 0)
  await enter(lead.page, 'lead')
  await lead.page.waitForSelector('h1:has-text("先设置动态口令")')
  assert.deepEqual([...faults, ...lead.faults], [])
})

test('on a phone, in English and for the elder it fits', async () => {
  for (const mode of [undefined, 'en', 'elder']) {
    const { page } = await openPage(browser, city.address, { mode })
    await enter(page, 'boss')
    await page.waitForSelector('.start')
    await page.goto(`${city.address}/xiangfang/console/#/second-factor`)
    await page.waitForSelector('.factor .btn')
    await assertFits(page, `the second factor, ${mode ?? 'usual'}`)
    await page.click('.factor .btn')
    await page.fill('.factor #password', password)
    await page.click('.factor button.main')
    await page.waitForSelector('.factor svg.qr')
    await assertFits(page, `the code to scan, ${mode ?? 'usual'}`)
    await assertAccessible(page, `the code to scan, ${mode ?? 'usual'}`)
    await page.context().close()
  }
})
