// A citizen books, by keyboard where it matters, on the real server.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  beforeAnswers,
  closePages,
  fillPerson,
  idNumber,
  openPage,
  post,
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
const messages = (page) =>
  page.$$eval('.sum a', (all) => all.map((each) => each.textContent.trim()))

// The first free time of the page: presses it and waits until its place is kept.
async function chooseTime(page) {
  await page.locator('#start input:enabled').first().check({ force: true })
  await page.waitForSelector('.band')
}

// The code of the newest message, once it has gone out.
async function codeSent() {
  for (;; await pause(300)) {
    const outbox = await fetch(`${city.address}/api/v1/xiangfang/outbox`)
    const { messages } = await outbox.json()
    const code = messages[0]?.words.match(/\d{6}/)
    if (code) return code[0]
  }
}

test('an empty form: summary in page order, focus, title, links to the fields', async () => {
  const { page, faults } = await open()
  await page.goto(`${city.address}${hall}/book/retirement`)
  await page.locator('button.main').press('Enter')
  await page.waitForSelector('.sum:focus')
  assert.equal((await messages(page)).length, 5)
  assert.match(await page.title(), /^错误：/)
  for (const field of ['name', 'id_number', 'phone', 'consent']) {
    await page.locator(`.sum a[href="#${field}"]`).press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement.id), field)
  }
  await assertAccessible(page, 'the form with its errors')
  assert.deepEqual(faults, [])
})

test('from the first page to a booking, to the calendar and back out', async () => {
  const { page, faults } = await open()
  await page.goto(`${city.address}/xiangfang/`)
  await page.locator('.rows a[href*="/matter/"]').first().click()
  await page.locator('a.btn.main').click()
  await page.waitForSelector('#start')
  await chooseTime(page)
  await fillPerson(page, 1)
  await page.locator('button.main').press('Enter')

  await page.waitForSelector('.plate')
  const link = page.url()
  assert.match(link, /\/booking\/[^/]+\?new=1#[0-9a-f]{32}$/)
  assert.ok(await page.locator('.code img').evaluate((image) => image.decode().then(() => true)))
  const calendar = await page.locator('a.btn').first().getAttribute('href')
  assert.match(await (await fetch(city.address + calendar)).text(), /^BEGIN:VCALENDAR/)
  assert.ok(!(await page.content()).includes(idNumber(1)))

  const behind = await page.context().newPage()
  await behind.goto(link)
  await behind.waitForSelector('.plate')
  await page.locator('.btn.plain').click()
  await assertAccessible(page, 'the dialog')
  await page.locator('dialog .danger').click()
  await page.waitForSelector('.note.good')
  await behind.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  // Seen again, it promises nothing any more.
  await behind.waitForSelector('.plate', { state: 'detached' })
  const again = await open()
  await again.page.goto(link)
  await again.page.waitForSelector('.empty')
  assert.deepEqual([...faults, ...again.faults], [])
})

test('a time that another takes: said in the summary, everything typed stays', async () => {
  const { page } = await open()
  await page.goto(`${city.address}${hall}/book/medical`)
  await page.waitForSelector('#start')
  await fillPerson(page, 2)
  const start = await page.locator('#start input:enabled').last().getAttribute('value')
  const wanted = { services: ['medical'], start }
  while ((await post(city.address, '/xiangfang/halls/minsheng/holds', wanted)).status === 201);
  await page.locator(`#start input[value="${start}"]`).check({ force: true })
  await page.waitForSelector('.sum:focus')
  assert.equal((await messages(page)).length, 1)
  assert.equal(await page.inputValue('#name'), '张某')
  await page.waitForSelector(`#start input[value="${start}"]:disabled`, { state: 'attached' })
})

test('a cut line is said once, beside no field, and the form goes through later', async () => {
  const { page, faults } = await open()
  await page.goto(`${city.address}${hall}/book/unemployment`)
  await page.waitForSelector('#start')
  await fillPerson(page, 32)
  await page.context().setOffline(true)
  await page.locator('#start input:enabled').first().check({ force: true })
  await page.locator('button.main').click()
  await page.waitForSelector('.sum:focus')
  assert.equal(await page.getByText('没有连上').count(), 1)
  assert.equal(await page.locator('.field.bad').count(), 0)
  await assertAccessible(page, 'a cut line')
  await page.context().setOffline(false)
  await page.locator('button.main').click()
  await page.waitForSelector('.plate')
  assert.deepEqual(faults, [])
})

test('a matter that the hall does not know: one heading, one way on', async () => {
  const { page, faults } = await open()
  await page.goto(`${city.address}${hall}/matter/none`)
  const on = page.locator('.empty a.btn')
  await on.waitFor()
  assert.equal(await page.locator('h1').count(), 1)
  await on.click()
  await page.waitForSelector('.rows a[href*="/matter/"]')
  await page.goto(`${city.address}${hall}/book/none`)
  await page.waitForSelector('.empty a.btn')
  assert.ok(!(await page.locator('main').textContent()).includes('0 分钟'))
  assert.deepEqual(faults, [])
})

test('the calls of the day: what can be pressed is high enough', async () => {
  const desk = city.device('desk')
  const manager = city.device('hall_manager')
  const done = async (path, body, token) => {
    const answer = await post(city.address, `/xiangfang/halls/minsheng/${path}`, body, token)
    assert.ok(answer.ok, path)
  }
  await done('tickets', { service: 'card' }, desk)
  await done('windows/8/opening', {}, manager)
  await done('windows/8/calls', {}, manager)
  const { page, faults } = await open()
  await page.goto(`${city.address}${hall}/calls`)
  await page.waitForSelector('a[href*="/record/"]')
  await assertTargets(page, 44, 'calls')
  await assertFits(page, 'calls')
  assert.deepEqual(faults, [])
})

test('a booking moves to another time', async () => {
  const { page, faults } = await open()
  await page.goto(`${city.address}${hall}/book/pension`)
  await page.waitForSelector('#start')
  await chooseTime(page)
  await fillPerson(page, 3)
  await page.locator('button.main').click()
  await page.waitForSelector('.plate')
  const before = await page.locator('.when').textContent()
  await page.locator('button.btn').first().click()
  await page.locator('#start input:enabled').nth(2).check({ force: true })
  await page.locator('button.main').click()
  await page.waitForSelector('.note.good')
  assert.notEqual(await page.locator('.when').textContent(), before)
  assert.deepEqual(faults, [])
})

test('several matters in one visit: longer times, one booking, moved together', async () => {
  const { page, faults } = await open()
  await page.goto(`${city.address}${hall}/book/retirement`)
  await page.waitForSelector('#start')
  await page.locator('.together .btn').press('Enter')
  await page.waitForSelector('#with')
  await assertAccessible(page, 'what else')
  await page.locator('#with input').nth(1).check({ force: true })
  await page.waitForFunction(() => / 和 /.test(document.querySelector('h1').textContent))
  await beforeAnswers(page, '**/slots*', async () => {
    for (const at of [0, 2, 3, 4]) await page.locator('#with input').nth(at).click({ force: true })
  })
  await page.waitForSelector('.sum:focus')
  assert.match((await messages(page))[0], /分次预约/)
  await assertAccessible(page, 'a visit that is too long')
  await chooseTime(page)
  await fillPerson(page, 5)
  await page.locator('button.main').press('Enter')
  await page.waitForSelector('.plate')
  assert.match(await page.locator('dl.facts').textContent(), / \+ /)
  await page.locator('button.btn').first().click()
  await page.locator('#start input:enabled').nth(3).check({ force: true })
  await page.locator('button.main').click()
  await page.waitForSelector('.note.good')
  assert.deepEqual(faults, [])
})

test('a part of a page that is lost on its way comes after all', async () => {
  const { page, faults } = await open()
  let asked = 0
  await page.route('**/assets/Entries-*.js', (route) =>
    ++asked < 3 ? route.abort() : route.continue(),
  )
  await page.goto(`${city.address}/pingfang`)
  await page.waitForSelector('a[href="/pingfang/problems"]')
  assert.equal(asked, 3)
  assert.deepEqual(faults, [])
})

test('who logs in by phone finds what was booked since', async () => {
  const { page, faults } = await open()
  await page.goto(`${city.address}/xiangfang/mine`)
  await page.locator('button.main').press('Enter')
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'the log-in with its error')
  await page.fill('#phone', '138 0000 1111')
  await page.locator('button.main').press('Enter')
  await page.waitForSelector('#code:focus')
  await assertAccessible(page, 'the code')
  await page.fill('#code', '000000x')
  await page.locator('button.main').press('Enter')
  await page.waitForSelector('#code-error')
  await page.fill('#code', await codeSent())
  await page.locator('button.main').press('Enter')
  await page.waitForSelector('.empty')
  await assertAccessible(page, 'nothing booked')

  await page.goto(`${city.address}${hall}/book/pension`)
  await page.waitForSelector('#start')
  await chooseTime(page)
  await fillPerson(page, 6)
  await page.locator('button.main').click()
  await page.waitForSelector('.plate')
  const number = (await page.locator('.plate .no').textContent()).trim()
  await page.goto(`${city.address}/xiangfang/mine`)
  await page.locator('.rows a').click()
  await page.waitForSelector('.plate')
  assert.equal((await page.locator('.plate .no').textContent()).trim(), number)
  await page.goBack()
  await page.waitForSelector('.rows')
  await assertAccessible(page, 'my bookings')
  await assertFits(page, 'my bookings')
  await page.locator('.btn.plain').click()
  await page.waitForSelector('#phone')
  assert.deepEqual(faults, [])
})

test('the limits of a person are asked without the number in an address', async () => {
  const { page, faults } = await open()
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${city.address}${hall}/limits`)
  await page.fill('#id_number', idNumber(1))
  await page.fill('#phone', '13800000000')
  await page.locator('button.main').press('Enter')
  await page.waitForSelector('[role=status] dl')
  assert.ok(!asked.some((address) => address.includes(idNumber(1))))
  assert.deepEqual(faults, [])
})

const pages = {
  home: '',
  matter: '/matter/retirement',
  book: '/book/retirement',
  find: '/number/A999',
  calls: '/calls',
  limits: '/limits',
  missing: '/nowhere',
}

for (const [mode, width, least] of [
  ['plain', 390, 44],
  ['elder', 320, 60],
  ['largest', 320, 60],
  ['en', 320, 44],
])
  test(`every page, ${mode} at ${width} px: axe, no side scroll, large targets`, async () => {
    const { page, faults } = await open({ mode, width })
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(city.address + hall + path)
      await page.waitForSelector('h1')
      await assertAccessible(page, name)
      await assertFits(page, name)
      await assertTargets(page, least, name)
    }
    assert.deepEqual(faults, [])
  })

test('elder mode is kept by reload and on the next page', async () => {
  const { page } = await open()
  await page.goto(`${city.address}/xiangfang/`)
  await page.locator('.top button').first().click()
  await page.reload()
  assert.ok(await page.evaluate(() => document.documentElement.classList.contains('elder')))
  await page.goto(`${city.address}${hall}/calls`)
  assert.ok(await page.evaluate(() => document.documentElement.classList.contains('elder')))
})

test('the language is kept, and the server speaks it too', async () => {
  const { page } = await open()
  await page.goto(`${city.address}/xiangfang/`)
  await page.locator('.top button').last().click()
  await page.waitForSelector('html[lang=en]')
  await page.waitForSelector('.rows a b')
  assert.doesNotMatch(await page.locator('.rows').first().textContent(), /\p{Script=Han}/u)
})

test('an address that leads nowhere says so and leads on; a program gets a problem', async () => {
  const { page } = await open()
  const told = await page.goto(`${city.address}/nowhere`)
  assert.equal(told.status(), 404)
  await page.waitForSelector('.rows a[href="/xiangfang/"]')
  assert.match(await page.locator('h1').textContent(), /没有这一页/)
  await assertAccessible(page, 'no such district')
  const asked = await fetch(`${city.address}/nowhere`)
  assert.deepEqual([asked.status, (await asked.json()).code], [404, 'route.missing'])

  await page.goto(`${city.address}/xiangfang/hall/nowhere`)
  await page.locator('.empty a.btn').click()
  await page.waitForURL(`${city.address}/xiangfang/`)
})
