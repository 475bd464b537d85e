// A hall from the card on the reader to the call on the wall: kiosk and display on the real
// server, with the reader and printer that tools/fake-reader.mjs plays.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { startReader } from '../tools/fake-reader.mjs'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  closePages,
  idNumber,
  openPage,
  post,
  startBrowser,
  startCity,
} from './city.mjs'
import { until } from './program.mjs'

const hall = '/xiangfang/halls/minsheng'
let city, browser, reader, kioskToken, clerkToken

// Bookings of this moment may be made, and fetched an hour before.
function mend(config) {
  const file = join(config, 'districts/xiangfang/hall.toml')
  const text = readFileSync(file, 'utf8')
    .replace(/^book_before_minutes .*$/m, 'book_before_minutes = 0')
    .replace(/^early_minutes .*$/m, 'early_minutes = 75')
  writeFileSync(file, text)
}

before(async () => {
  reader = await startReader({ port: 0 })
  const origin = `127.0.0.1:${reader.port}`
  city = await startCity({
    change: mend,
    more: { BANSHI_DEVICES: `ws://${origin} http://${origin}` },
  })
  kioskToken = city.device('kiosk')
  clerkToken = city.device('clerk')
  browser = await startBrowser()
  await staff('/windows/3/opening')
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
  reader?.stop()
})

async function staff(path) {
  const answer = await post(city.address, hall + path, {}, clerkToken)
  assert.ok(answer.ok, `${path}: ${answer.status}`)
  return answer.status === 204 ? undefined : answer.json()
}

async function book(sequence, which) {
  const { days } = await (await fetch(`${city.address}/api/v1${hall}/slots?service=medical`)).json()
  const times = days[0].times.filter(({ open }) => open)
  const wanted = { services: ['medical'], start: times.at(which).start }
  const held = await (await post(city.address, `${hall}/holds`, wanted)).json()
  const { ticket, secret } = held
  const person = { name: '张某', id_number: idNumber(sequence), phone: '13800000000' }
  const form = { ticket, secret, ...person, consent: true }
  return (await post(city.address, `${hall}/bookings`, form)).json()
}

// A machine that was set up, at its start.
async function openKiosk(options = {}) {
  const { page, faults } = await openPage(browser, city.address, {
    width: 1080,
    height: 1920,
    ...options,
  })
  await page.goto(`${city.address}/xiangfang/kiosk/minsheng`)
  await page.fill('#token', kioskToken)
  const origin = `127.0.0.1:${reader.port}`
  await page.fill('#reader', (await page.inputValue('#reader')).replace('127.0.0.1:8765', origin))
  await page.fill('#printer', `http://${origin}/print`)
  await page.click('button.main')
  await page.waitForSelector('.demo')
  const own = () => faults.filter((fault) => !fault.includes(origin))
  return { page, faults: own }
}

const numberOn = async (page) => (await page.locator('.plate .no').textContent()).trim()

test('a number without booking, its slip, and its call on the display', async () => {
  const display = await openPage(browser, city.address, { width: 1920, height: 1080 })
  await display.page.goto(`${city.address}/xiangfang/screen/minsheng`)
  await display.page.waitForSelector('.none')
  await assertAccessible(display.page, 'the display before the first call')

  const kiosk = await openKiosk()
  await assertAccessible(kiosk.page, 'the start')
  await kiosk.page.click('.ways .btn.main')
  await kiosk.page.locator('.services .btn:enabled').first().click()
  await kiosk.page.waitForSelector('.btn.big:enabled')
  const number = await numberOn(kiosk.page)
  assert.match(number, /^[A-F]\d{3}$/)
  await kiosk.page.waitForFunction(() => /小票/.test(document.querySelector('h1').textContent))
  await assertAccessible(kiosk.page, 'the number')
  await until(() => reader.slips.length > 0)
  assert.ok(reader.slips.at(-1).includes(number))

  await display.page.getByRole('button').click()
  const spoken = display.page.waitForResponse(/announcements/)
  await staff('/windows/3/calls')
  await display.page.waitForSelector('.plate')
  assert.equal(await numberOn(display.page), number)
  assert.equal(
    await display.page.locator('[aria-live=assertive]').textContent(),
    `请 ${number} 号到 3 号窗口`,
  )
  assert.ok([200, 206, 404].includes((await spoken).status()))
  await assertAccessible(display.page, 'the display with a call')
  await assertFits(display.page, 'the display')
  assert.deepEqual([...display.faults, ...kiosk.faults()], [])
})

test('a card with a booking: found, taken, and the same number when laid down again', async () => {
  await book(2, 0)
  const { page, faults } = await openKiosk()
  reader.put({ name: '张某', idNo: idNumber(2) })
  await page.waitForSelector('dl.facts')
  assert.match(await page.locator('dl.facts').textContent(), /张\*/)
  await assertAccessible(page, 'the booking')
  await page.click('button.main')
  await page.waitForSelector('.plate')
  const number = await numberOn(page)
  reader.put({ name: '张某', idNo: idNumber(2) })
  await page.waitForFunction(() => /已经有号/.test(document.querySelector('h1').textContent))
  assert.equal(await numberOn(page), number)
  assert.ok(!(await page.content()).includes(idNumber(2)))
  assert.deepEqual(faults(), [])
})

test('a scanner that types: a booking too early, and a number all the same', async () => {
  const { code } = await book(3, -1)
  const { page } = await openKiosk()
  // At once, as a scanner does: a busy machine must not make a person of it.
  await page.evaluate((keys) => {
    for (const key of keys)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }, [...code, 'Enter'])
  await page.waitForSelector('[role=alert] h1')
  assert.match(await page.locator('[role=alert]').textContent(), /来早了.*\d\d:\d\d.*起可以取号/s)
  await assertAccessible(page, 'too early')
  await page.click('button.main')
  await page.waitForSelector('.services')
})

test('a code that is none: scan again, or go on without it', async () => {
  const { page } = await openKiosk({ width: 1280, height: 1024 })
  await page.locator('.ways .pair .btn').first().click()
  await page.fill('#code', 'NO-BOOKING.of-this-hall')
  await page.click('button.main')
  await page.waitForSelector('[role=alert] h1')
  await assertAccessible(page, 'a code that is none')
  await page.click('button.main')
  await page.fill('#code', 'ABC')
  await page.click('button.main')
  await page.locator('[role=alert] .btn.big').click()
  await page.waitForSelector('.groups')
  const tops = await page.$$eval('.groups .opt', (all) =>
    all.map((each) => each.getBoundingClientRect().top),
  )
  const rows = [...new Set(tops)].map((top) => tops.filter((each) => each === top).length)
  assert.deepEqual(rows, [4, 3], 'the groups stand in two even rows')
})

test('no paper: the number stands on the screen, and one ticket is printed again', async () => {
  const { page } = await openKiosk()
  const issued = async () =>
    (await (await fetch(`${city.address}/api/v1${hall}/display`)).json()).issued_today
  const before = await issued()
  reader.paper = false
  await page.click('.ways .btn.main')
  await page.locator('.services .btn:enabled').first().click()
  await page.waitForSelector('.note.warn')
  const slips = reader.slips.length
  await assertAccessible(page, 'no paper')
  reader.paper = true
  await page.locator('.act .btn.big').click()
  await page.waitForSelector('.note.warn', { state: 'detached' })
  await until(() => reader.slips.length > slips)
  assert.equal(reader.slips.length, slips + 1)
  assert.ok(reader.slips.at(-1).includes(await numberOn(page)))
  assert.equal(await issued(), before + 1)
})

for (const [mode, width, height] of [
  ['elder', 1080, 1920],
  ['en', 1280, 1024],
])
  test(`by keyboard alone, ${mode} at ${width}×${height}: axe and large targets`, async () => {
    const { page, faults } = await openKiosk({ mode, width, height })
    const press = async (selector) => {
      await page.locator(selector).and(page.locator(':enabled')).first().waitFor()
      const at = () => page.evaluate((to) => document.activeElement.matches(to), selector)
      for (let tries = 0; tries < 40 && !(await at()); ++tries) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    const look = async (name) => {
      await assertAccessible(page, name)
      await assertFits(page, name)
      await assertTargets(page, 60, name)
    }
    await look('start')
    await press('.ways .btn.main')
    await page.waitForSelector('.services')
    await look('choose')
    await press('.services .btn')
    await page.waitForSelector('.plate')
    await look('done')
    await press('footer .btn')
    await page.waitForSelector('.ways')
    for (const [at, name] of [[0, 'scan'], [1, 'type']]) {
      await page.locator('.ways .pair .btn').nth(at).click()
      await page.waitForSelector('form')
      await press('button.main')
      await page.waitForSelector('.err')
      await look(name)
      await page.locator('footer .btn').first().click()
    }
    await page.locator('footer .btn').last().click()
    await look('help')
    assert.deepEqual(faults(), [])
  })

test('nobody there: the machine warns, waits when asked, and goes back to its start', async () => {
  const { page } = await openKiosk()
  await page.click('.ways .btn.main')
  await page.waitForSelector('.count')
  await assertAccessible(page, 'the warning')
  await page.click('.count .btn')
  await page.waitForSelector('.count', { state: 'detached' })
  assert.ok(await page.isVisible('.services'))
})

test('the wall of the city asks for its token once, and counts what was given', async () => {
  const { page, faults } = await openPage(browser, city.address, { width: 1920, height: 1080 })
  await page.goto(`${city.address}/xiangfang/screen/city`)
  await page.waitForSelector('#token')
  await page.click('button.main')
  await page.waitForSelector('.err')
  await assertAccessible(page, 'the token')
  await page.fill('#token', city.device('city_leader'))
  await page.click('button.main')
  await page.waitForSelector('tbody tr')
  const { issued_today } = await (await fetch(`${city.address}/api/v1${hall}/display`)).json()
  assert.equal(await page.locator('.way li').first().textContent(), `挂号${issued_today}`)
  await assertAccessible(page, 'the wall')
  await assertFits(page, 'the wall')
  assert.deepEqual(faults, [])
})

test('a cut line is said across the foot, and gone when it is mended', async () => {
  const { page } = await openPage(browser, city.address, { width: 1080, height: 1920 })
  await page.goto(`${city.address}/xiangfang/screen/minsheng`)
  await page.waitForSelector('.plate')
  city.freeze()
  await page.waitForSelector('.cut')
  assert.match(await page.locator('.cut').textContent(), /没有连上，这是 \d\d:\d\d 的情况/)
  await assertAccessible(page, 'the cut')
  city.thaw()
  await page.waitForSelector('.cut', { state: 'detached' })
})

test('without the server the machine gives numbers of its own, and brings them home', async () => {
  const { page } = await openKiosk()
  const kept = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('banshi.kiosk.blocks.minsheng') ?? '[]'))
  const given = async () => (await kept()).flatMap((block) => block.given)
  await page.waitForFunction(
    () => /"given"/.test(localStorage.getItem('banshi.kiosk.blocks.minsheng')), // one at least
  )
  city.freeze()
  await page.waitForSelector('.know .note.warn')
  await assertAccessible(page, 'the start without a line')
  await page.click('.ways .btn.main')
  await page.waitForSelector('.act .note.warn')
  await assertAccessible(page, 'matters without a line')
  const slips = reader.slips.length
  await page.locator('.services .btn:enabled').first().click()
  await page.waitForSelector('.plate')
  const number = await numberOn(page)
  await assertAccessible(page, 'a provisional number')
  await page.waitForSelector('.btn.big:enabled')
  await until(() => reader.slips.length > slips) // drawn on the machine
  assert.equal(reader.slips.length, slips + 1)
  assert.equal((await given()).at(-1).number, number)
  city.thaw()
  await page.waitForFunction(
    () => !/"given":\[\{/.test(localStorage.getItem('banshi.kiosk.blocks.minsheng')),
  )
  const found = await fetch(`${city.address}/api/v1${hall}/numbers/${number}`)
  assert.equal((await found.json()).state, 'waiting')
})

test('the first page is read aloud when asked', async () => {
  const { page } = await openKiosk()
  const spoken = page.waitForResponse(/kiosk-voice/)
  await page.locator('footer .btn').first().click()
  assert.ok([200, 206, 404].includes((await spoken).status()))
})
