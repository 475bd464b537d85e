// What stands on and behind the counter: the evaluation device, the desk's corrections and limits,
// and the console for those who want it large.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  closePages,
  idNumber,
  openPage,
  password,
  post,
  pressKey,
  startBrowser,
  startCity,
  turnTo,
} from './city.mjs'

const hall = '/xiangfang/halls/minsheng'
const screen = { width: 1366, height: 768 }
let city, browser, kiosk

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  kiosk = city.device('kiosk')
  city.staff('clerk', 'clerk')
  city.staff('desk', 'desk')
  city.staff('manager', 'hall_manager')
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function logIn(login, mode) {
  const opened = await openPage(browser, city.address, { ...screen, mode })
  await opened.page.goto(`${city.address}/xiangfang/console/`)
  await opened.page.fill('#login', login)
  await opened.page.fill('#password', password)
  await opened.page.press('#password', 'Enter')
  await opened.page.waitForSelector('.start')
  return opened
}
const go = (page, path) => turnTo(page, `${city.address}/xiangfang/console/#${path}`)
const answered = async (response) => {
  assert.ok(response.ok, `${response.url}: ${response.status}`)
  return response.json()
}

// A booking of the first person, at the so-manieth free time from tomorrow on.
async function book(which, sequence) {
  const slots = await fetch(`${city.address}/api/v1${hall}/slots?service=medical`)
  const { days } = await slots.json()
  const times = days.slice(1).flatMap((day) => day.times.filter(({ open }) => open))
  const wanted = { services: ['medical'], start: times[which].start }
  const { ticket, secret } = await answered(await post(city.address, `${hall}/holds`, wanted))
  const person = { name: '张某', id_number: idNumber(sequence), phone: '13800000000' }
  const form = { ticket, secret, ...person, consent: true }
  return { secret, ...(await answered(await post(city.address, `${hall}/bookings`, form))) }
}

test('the device asks who was just served; the clerk sees that it was answered', async () => {
  const device = await openPage(browser, city.address, { width: 1280, height: 800 })
  await device.page.goto(`${city.address}/xiangfang/kiosk/minsheng/window/3`)
  await device.page.waitForSelector('#token')
  await device.page.click('button.main')
  await device.page.waitForSelector('.err')
  await assertAccessible(device.page, 'the token')
  await device.page.fill('#token', city.device('evaluator'))
  await device.page.click('button.main')
  await device.page.waitForSelector('h1:has-text("请在这里评价")')
  await assertAccessible(device.page, 'nobody to ask')

  const clerk = await logIn('clerk')
  await go(clerk.page, '/hall/minsheng/window/3')
  await clerk.page.locator('.idle .btn.main').click()
  const { number } = await answered(
    await post(city.address, `${hall}/tickets`, { service: 'medical' }, kiosk),
  )
  await clerk.page.waitForSelector('.keys .btn.main:enabled')
  await pressKey(clerk.page, 'n')
  await clerk.page.waitForSelector('.plate')
  await pressKey(clerk.page, 'b')
  await clerk.page.waitForSelector('.btn.main:has-text("办结")')
  await pressKey(clerk.page, 'f')
  await clerk.page.waitForSelector('.just .btn:enabled')
  await assertAccessible(clerk.page, 'somebody to ask')

  await device.page.waitForSelector('.grades')
  assert.match(await device.page.locator('h1').textContent(), new RegExp(number))
  assert.equal(await device.page.locator('.grades .btn').count(), 5)
  await pressKey(clerk.page, 'e')
  await device.page.waitForSelector('h1:has-text("请您评价")')
  await assertAccessible(device.page, 'five grades')
  await assertTargets(device.page, 60, 'five grades')
  await device.page.locator('.grades .btn').nth(3).click()
  await device.page.waitForSelector('form')
  await assertAccessible(device.page, 'what was bad')
  await device.page.locator('label.opt').first().click()
  await device.page.locator('form .main').click()
  await device.page.waitForSelector('h1:has-text("谢谢")')
  await clerk.page.waitForSelector('.just:has-text("已评价")')
  assert.ok(!(await clerk.page.locator('.just').textContent()).includes('不满意'))
  assert.deepEqual([...device.faults, ...clerk.faults], [])
})

test('the desk puts a name and a phone right, with a reason', async () => {
  await book(0, 11)
  const { page, faults } = await logIn('desk')
  await go(page, '/hall/minsheng/desk')
  await page.fill('#search', idNumber(11))
  await page.press('#search', 'Enter')
  await page.locator('tbody button:has-text("更正")').click()
  await page.locator('dialog .solid').click()
  await page.waitForSelector('dialog .sum:focus')
  await assertAccessible(page, 'correction with its errors')
  await page.fill('#correct_name', '李某')
  await page.fill('#correct_phone', '139 0000 0000')
  await page.fill('#correct_reason', '登记错误')
  await page.locator('dialog .solid').click()
  await page.waitForSelector('dialog', { state: 'detached' })
  await page.waitForSelector('td:has-text("李*")')
  assert.match(await page.locator('tbody').first().textContent(), /139\*{4}0000/)
  assert.deepEqual(faults, [])
})

test('a limit stands in the list of the desk, and is lifted with a reason', async () => {
  for (let times = 0; times < 5; ++times) {
    const { ticket, secret } = await book(times + 1, 12)
    const path = `${hall}/bookings/${ticket}/cancellation`
    await answered(await post(city.address, path, { secret }))
  }
  const { page, faults } = await logIn('desk')
  await go(page, '/hall/minsheng/desk')
  await page.waitForSelector('tbody button:has-text("解除")')
  await assertAccessible(page, 'the desk with a limit')
  await page.locator('tbody button:has-text("解除")').click()
  await page.locator('dialog .solid').click()
  await page.waitForSelector('dialog .sum:focus')
  await page.fill('#reason', '系统故障')
  await page.locator('dialog .solid').click()
  await page.waitForSelector('.note.good:has-text("可以预约")')
  await book(7, 12)
  assert.deepEqual(faults, [])
})

test('a lost slip is printed again by its number', async () => {
  const { number } = await answered(
    await post(city.address, `${hall}/tickets`, { service: 'medical' }, kiosk),
  )
  const { page } = await logIn('desk')
  await go(page, '/hall/minsheng/desk')
  await page.fill('#number', 'Z999')
  await page.press('#number', 'Enter')
  await page.waitForSelector('.sum:focus')
  await page.fill('#number', number.toLowerCase())
  await page.press('#number', 'Enter')
  const link = page.locator('.line a')
  const slip = await page.request.get(new URL(await link.getAttribute('href'), city.address).href)
  assert.equal(slip.headers()['content-type'], 'application/pdf')
})

const pages = {
  clerk: ['windows', 'window/3'],
  desk: ['desk'],
  manager: [
    'floor',
    'roster',
    'closures',
    'hours',
    'rules',
    'follow-ups',
    'report',
    'plan',
    'calls',
  ],
}
for (const [login, names] of Object.entries(pages))
  test(`长辈版 of the console for ${login}: large, and nothing taken away`, async () => {
    const { page, faults } = await logIn(login)
    await page.locator('button:has-text("长辈版")').click()
    await page.waitForSelector('.elder')
    for (const name of names) {
      await go(page, `/hall/minsheng/${name}`)
      const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
      assert.ok(size >= 22, `${name} has text of ${size} px`)
      await assertAccessible(page, name)
      await assertFits(page, name)
      assert.equal(await page.locator('button:has-text("普通版")').count(), 1, name)
    }
    assert.deepEqual(faults, [])
  })
