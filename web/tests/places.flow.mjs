// The place that a booking keeps: whoever leaves, is refused or comes too late gives it back.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  assertAccessible,
  assertFits,
  closePages,
  fillPerson,
  idNumber,
  openPage,
  post,
  pressTwice,
  startBrowser,
  startCity,
} from './city.mjs'

const hall = '/xiangfang/hall/minsheng'
let city, browser

before(async () => {
  city = await startCity()
  browser = await startBrowser()
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

const open = (options) => openPage(browser, city.address, options)

async function slotsOf(service) {
  const answer = await fetch(
    `${city.address}/api/v1/xiangfang/halls/minsheng/slots?service=${service}`,
  )
  return (await answer.json()).days
}

async function placesAt(service, start) {
  const times = (await slotsOf(service)).flatMap((day) => day.times)
  return times.find((time) => time.start === start).free
}

async function untilPlaces(service, start, wanted) {
  for (let tries = 0; tries < 300 && (await placesAt(service, start)) !== wanted; ++tries)
    await pause(100)
  assert.equal(await placesAt(service, start), wanted)
}

test('who leaves or reloads the page is not in their own way', async () => {
  const { page, faults } = await open()
  const book = `${city.address}${hall}/book/archives`
  await page.goto(book)
  await page.waitForSelector('#start')
  const start = await page.locator('#start input:enabled').last().getAttribute('value')
  const places = () => placesAt('archives', start)
  const choose = async () => {
    await page.waitForSelector('#start')
    await page.locator(`#start input[value="${start}"]`).check({ force: true })
    await page.waitForSelector('.band')
  }
  const backAt = (wanted) => untilPlaces('archives', start, wanted)
  const before = await places()
  await choose()
  assert.equal(await places(), before - 1)
  await page.reload()
  await backAt(before)
  await choose()
  await page.getByText('返回', { exact: true }).click()
  await backAt(before)

  await page.goto(book)
  await choose()
  await page.context().setOffline(true)
  await page.locator('.band button').click()
  await page.waitForSelector('.band [role=alert]')
  await assertAccessible(page, 'no line for more time')
  await page.context().setOffline(false)
  await page.locator('.band button').click()
  await page.waitForSelector('.band button', { state: 'detached' })
  assert.deepEqual(faults, [])
})

test('who is refused and goes gives the place back', async () => {
  const day = (await slotsOf('card')).find(({ state }) => state === 'open')
  const wanted = { services: ['card'], start: day.times.find((time) => time.open).start }
  const held = await post(city.address, '/xiangfang/halls/minsheng/holds', wanted)
  const { ticket, secret } = await held.json()
  const person = { name: '张某', id_number: idNumber(31), phone: '13800000000', consent: true }
  const form = { ticket, secret, ...person }
  assert.ok((await post(city.address, '/xiangfang/halls/minsheng/bookings', form)).ok)

  const { page, faults } = await open()
  await page.goto(`${city.address}${hall}/book/card`)
  await page.waitForSelector('#start')
  const last = page.locator('#start input:enabled').last()
  const start = await last.getAttribute('value')
  const before = await placesAt('card', start)
  await fillPerson(page, 31)
  await last.check({ force: true })
  await page.waitForSelector('.band')
  await pressTwice(page.locator('button.main'))
  await page.waitForSelector('.sum:focus')
  assert.equal(await placesAt('card', start), before - 1)
  await page.getByText('返回', { exact: true }).click()
  await untilPlaces('card', start, before)
  assert.deepEqual(faults, [])
})

test('a day that is closed under an open form lets go of the place', async () => {
  const { page, faults } = await open()
  await page.goto(`${city.address}${hall}/book/pension`)
  await page.waitForSelector('#start')
  await fillPerson(page, 33)
  const chosen = page.locator('#start input:enabled').last()
  const start = await chosen.getAttribute('value')
  const wanted = { services: ['pension'], start }
  while ((await placesAt('pension', start)) > 1)
    assert.ok((await post(city.address, '/xiangfang/halls/minsheng/holds', wanted)).ok)
  await chosen.check({ force: true })
  await page.waitForSelector('.band')
  // Back from another app, the last place is still theirs.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await pause(500)
  const shown = await page.textContent(`label:has(input[value="${start}"])`)
  assert.doesNotMatch(shown, /约满/)
  const day = `/xiangfang/halls/minsheng/days/${start.slice(0, 10)}`
  const manager = city.device('hall_manager')
  const closed = await post(city.address, `${day}/closures`, { reason: '停电检修' }, manager)
  assert.equal(closed.status, 201)
  await page.locator('button.main').click()
  await page.waitForSelector('.sum:focus')
  await page.waitForSelector('.band', { state: 'detached' })
  await page.waitForSelector(`#start input[value="${start}"]`, { state: 'detached' })
  assert.equal(await page.inputValue('#name'), '张某')
  assert.deepEqual(faults, [])
})

test('hours that will change are told before a day is chosen', async () => {
  const days = await slotsOf('card')
  const day = days.findLast(({ state }) => state === 'open').day
  const manager = city.device('hall_manager', 'xiangfang', 'second_manager')
  const shorter = await fetch(
    `${city.address}/api/v1/xiangfang/halls/minsheng/days/${day}/hours`,
    {
      method: 'PUT',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        Authorization: `Bearer ${manager}`,
      },
      body: JSON.stringify({
        periods: [{ from: '09:00', to: '10:30' }],
        reason: '政治学习',
        preview: false,
      }),
    },
  )
  assert.equal(shorter.status, 200, await shorter.text())
  for (const mode of ['', 'elder', 'en'])
    for (const path of ['', '/book/card', '/matter/card']) {
      const { page, faults } = await open({ mode, width: 320 })
      await page.goto(`${city.address}${hall}${path}`)
      const told = await page.waitForSelector('.ahead:has-text("政治学习")')
      assert.match(await told.textContent(), /09:00.*10:30/)
      await assertAccessible(page, `hours ahead ${mode} ${path}`)
      await assertFits(page, `hours ahead ${mode} ${path}`)
      assert.deepEqual(faults, [])
      await page.context().close()
    }
})
