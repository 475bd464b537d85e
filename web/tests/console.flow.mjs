// A clerk's day at the console, by keyboard, and every page of manager, city and administration,
// on the real server.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
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
let city, browser, token

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  token = city.device('hall_manager')
  city.staff('clerk', 'clerk')
  city.staff('manager', 'hall_manager')
  city.staff('second', 'hall_manager')
  city.staff('leader', 'city_leader')
  city.staff('admin', 'admin')
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function draw(service) {
  const response = await post(city.address, `${hall}/tickets`, { service }, token)
  return (await response.json()).number
}

async function enter(page, login) {
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
}

async function logIn(login, mode) {
  const opened = await openPage(browser, city.address, { ...screen, mode })
  await opened.page.goto(`${city.address}/xiangfang/console/`)
  await enter(opened.page, login)
  await opened.page.waitForSelector('.start')
  return opened
}

const go = (page, path) => turnTo(page, `${city.address}/xiangfang/console/#${path}`)
const plate = (page) => page.locator('.plate .no').textContent()
const stillIs = async (page, number) => assert.equal(await plate(page), number)

async function assertOneScreen(page, name) {
  await assertFits(page, name)
  const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  assert.ok(over <= 0, `${name} scrolls by ${over} px`)
}

test('logging in: what is missing, what is wrong, and then the start page', async () => {
  const { page, faults } = await openPage(browser, city.address, screen)
  await page.goto(`${city.address}/xiangfang/console/`)
  await page.locator('#login').press('Enter')
  await page.waitForSelector('.sum:focus')
  assert.match(await page.title(), /^错误：/)
  await assertAccessible(page, 'log-in with its errors')
  await page.fill('#login', 'clerk')
  await page.fill('#password', 'not the password')
  await page.press('#password', 'Enter')
  await page.waitForFunction(() => document.querySelectorAll('.sum li').length === 1)
  assert.equal(await page.inputValue('#login'), 'clerk', 'what was typed is still there')
  await enter(page, 'clerk')
  await page.waitForSelector('.start')
  await assertAccessible(page, 'start page')
  assert.deepEqual(faults, [])
})

test('a number from call to clearance without a mouse', async () => {
  const [first, second] = [await draw('medical'), await draw('medical')]
  const { page, faults } = await logIn('clerk')
  await go(page, '/hall/minsheng/windows')
  await page.waitForSelector('.windows')
  await assertAccessible(page, 'choice of a window')
  await page.locator('.windows li').nth(2).locator('button').press('Enter')
  await page.waitForSelector('.console')
  await assertOneScreen(page, 'ready')
  await assertAccessible(page, 'ready')

  await pressKey(page, '/')
  await page.keyboard.type('n')
  assert.equal(await page.locator('.plate').count(), 0, 'keys rest while somebody types')
  await pressKey(page, 'Escape')
  await pressKey(page, 'n')
  await page.waitForSelector('.plate')
  await pressKey(page, 'Control+z') // there are ten seconds for it
  await page.waitForSelector('.idle')
  await pressKey(page, 'n')
  await page.waitForSelector('.plate')
  assert.match(await page.locator('button:has-text("再叫")').textContent(), /\d/, 'a countdown')
  await stillIs(page, first)
  await pressKey(page, 'b')
  await page.waitForSelector('.btn.main:has-text("办结")')
  await assertOneScreen(page, 'serving')
  await assertAccessible(page, 'serving')

  await pressKey(page, 't')
  await page.waitForSelector('dialog[open]')
  await pressKey(page, 'f')
  await page.locator('dialog .solid').press('Enter')
  await page.waitForSelector('dialog .sum:focus')
  await assertAccessible(page, 'transfer with its error')
  await pressKey(page, 'Escape')
  await stillIs(page, first)

  await pressKey(page, 'p')
  await page.waitForSelector('.idle')
  await pressKey(page, 'o')
  await page.waitForSelector('.idle:has-text("后台")')
  await assertOneScreen(page, 'at work in the back office')
  await pressKey(page, 'z')
  await page.waitForSelector('.idle:not(:has-text("后台"))')
  await pressKey(page, 'u')
  await page.waitForSelector('.plate')
  await pressKey(page, 'b')
  await page.waitForSelector('.btn.main:has-text("办结")')
  await pressKey(page, 'f')
  await page.waitForSelector('.idle')
  await pressKey(page, '?')
  await page.waitForSelector('dialog[open]')
  await assertAccessible(page, 'keys')
  await pressKey(page, 'Escape')
  await pressKey(page, 'n')
  await page.waitForSelector('.plate')
  await stillIs(page, second)
  assert.deepEqual(faults, [])
})

test('a lost line is said at once and no deed is pressed blindly', async () => {
  const { page } = await logIn('clerk')
  await go(page, '/hall/minsheng/window/3')
  await page.waitForSelector('.plate')
  await page.context().setOffline(true)
  await page.waitForSelector('.note.warn[role=alert]')
  assert.equal(await page.locator('.keys button:enabled').count(), 0)
  await assertAccessible(page, 'cut off')
  await page.context().setOffline(false)
  await page.waitForSelector('.keys button:enabled')
  assert.equal(await page.locator('.note.warn[role=alert]').count(), 0)
})

test('after a session has ended one logs in again on the same page', async () => {
  const { page } = await logIn('manager')
  await go(page, '/hall/minsheng/desk')
  await page.fill('#search', idNumber(7))
  await page.context().clearCookies()
  await page.locator('#search').press('Enter')
  await page.waitForSelector('dialog[open]')
  await assertAccessible(page, 'session ended')
  await enter(page, 'manager')
  await page.waitForSelector('dialog[open]', { state: 'detached' })
  assert.equal(await page.inputValue('#search'), idNumber(7))
  await page.locator('#search').press('Enter')
  await page.waitForSelector('.empty')
})

const pages = {
  manager: [
    'desk',
    'floor',
    'roster',
    'closures',
    'hours',
    'rules',
    'follow-ups',
    'report',
    'plan',
    'calls',
    'tickets',
  ].map((page) => `/hall/minsheng/${page}`),
  leader: ['/city'],
  admin: ['/accounts', '/access-log', '/outbox', '/password'],
}

for (const [login, paths] of Object.entries(pages))
  for (const mode of [undefined, 'en'])
    test(`pages of ${login}${mode ? ` in ${mode}` : ''}`, async () => {
      const { page, faults } = await logIn(login, mode)
      for (const path of paths) {
        await go(page, path)
        await assertAccessible(page, path)
        await assertFits(page, path)
      }
      assert.deepEqual(faults, [])
    })

test('a figure of the report opens the numbers that it sums', async () => {
  const { page } = await logIn('manager')
  await go(page, '/hall/minsheng/report')
  const figure = page.locator('.hero a.good')
  const served = Number.parseInt(await figure.textContent(), 10)
  assert.ok(served >= 1)
  await figure.click()
  await page.waitForSelector('tbody tr')
  assert.equal(await page.locator('tbody tr').count(), served)
  await page.locator('tbody a').first().click()
  await page.waitForSelector('h1:has-text("经过")')
  await assertAccessible(page, 'history')
})

test('an account is made, and its owner may log in', async () => {
  const { page } = await logIn('admin')
  await go(page, '/accounts')
  await page.locator('.hero .btn').click()
  await page.locator('dialog .solid').click()
  await page.waitForSelector('dialog .sum:focus')
  await assertAccessible(page, 'new account with its errors')
  await page.fill('#login', 'fresh.clerk')
  await page.fill('#name', '新人')
  await page.fill('dialog #password', password)
  await page.locator('#roles select').nth(0).selectOption('clerk')
  await page.locator('#roles select').nth(1).selectOption('/xiangfang/minsheng/2')
  await page.locator('dialog .solid').click()
  await page.waitForSelector('dialog', { state: 'detached' })
  const other = await logIn('fresh.clerk')
  await go(other.page, '/hall/minsheng/windows')
  await other.page.waitForSelector('.windows')
  assert.equal(await other.page.locator('.windows li').count(), 1, 'only the own window')
})

test('in English the places of roles are English too', async () => {
  const { page } = await logIn('admin', 'en')
  await go(page, '/accounts')
  await page.waitForSelector('tbody tr')
  await page.waitForFunction(() => /Xiangfang/.test(document.querySelector('tbody').textContent))
  await page.locator('tbody .btn.sm').first().click()
  const places = page.locator('#roles select').nth(1).locator('option')
  const names = await places.allTextContents()
  assert.ok(names.includes('Xiangfang') && names.some((name) => /^Minsheng.* 1$/.test(name)), names)
})

// The day a week ahead, as the date fields want it.
const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

test('a day is closed after a look at whom it touches, and opened again', async () => {
  const { page, faults } = await logIn('manager')
  await go(page, '/hall/minsheng/closures')
  await page.locator('.line .btn').first().click()
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'closure with its error')
  await page.fill('#day', nextWeek())
  await page.locator('.line .btn').first().click()
  await page.waitForSelector('#reason')
  await page.fill('#reason', '设备检修')
  await page.locator('.btn.danger').click()
  await page.waitForSelector('dialog[open]')
  await assertAccessible(page, 'closure to be confirmed')
  await page.locator('dialog .btn.danger').click()
  await page.waitForSelector('td:has-text("设备检修")')
  await page.locator('tbody .btn').click()
  await page.locator('dialog .btn.solid').click()
  await page.waitForSelector('.tag.off')
  assert.deepEqual(faults, [])
})

test('the hours of a week and of a day, after a look at whom they touch', async () => {
  const { page, faults } = await logIn('manager')
  await go(page, '/hall/minsheng/hours')
  await page.waitForSelector('.week tr')
  await page.locator('form .btn:not(.sm)').first().click()
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'hours with their errors')
  const saturday = page.locator('.week tr').nth(5)
  await saturday.locator('.btn').first().click()
  await saturday.locator('.tag.off').waitFor()
  await saturday.locator('.btn').click()
  await page.fill('#week_from', nextWeek())
  await page.fill('#week_reason', '周六只开上午')
  await page.locator('form .btn:not(.sm)').first().click()
  await page.locator('.btn.solid').click()
  await page.waitForSelector('td:has-text("周六 09:00–12:00")')
  await page.fill('#day_from', nextWeek())
  await page.fill('#day_reason', '延时')
  await page.locator('form .btn:not(.sm)').last().click()
  await page.locator('.btn.solid, .btn.danger').click()
  await page.waitForSelector('td:has-text("延时")')
  await assertAccessible(page, 'hours to come')
  for (const left of [1, 0]) {
    await page.locator('td .btn.sm').filter({ hasText: '收回' }).last().click()
    await page.waitForSelector('#back_reason')
    await page.locator('dialog .solid, dialog .danger').click()
    await page.waitForSelector('dialog .sum')
    await assertAccessible(page, 'a change to be taken back')
    await page.fill('#back_reason', '弄错了')
    await page.locator('dialog .solid, dialog .danger').click()
    await page.waitForSelector('dialog', { state: 'detached' })
    await page.waitForFunction(
      (count) => document.querySelectorAll('td.r .btn.sm').length === count,
      left,
    )
  }
  const history = page.locator('section:last-of-type tbody tr')
  assert.equal(await history.count(), 4)
  assert.match(await history.first().textContent(), /收回.*弄错了.*manager/)
  assert.deepEqual(faults, [])
})

test('a roster shows its consequences before it is published', async () => {
  const { page, faults } = await logIn('manager')
  await go(page, `/hall/minsheng/roster?day=${nextWeek()}`)
  await page.waitForSelector('tbody tr')
  const rows = await page.locator('tbody tr').count()
  await page.locator('tbody tr').last().locator('button').click()
  await page.locator('.flt .btn').first().click()
  await page.waitForSelector('.lead')
  await assertAccessible(page, 'roster with its preview')
  await page.locator('.flt .btn.solid').click()
  await page.waitForSelector('.note.good')
  await page.reload()
  await page.waitForSelector('tbody tr')
  assert.equal(await page.locator('tbody tr').count(), rows - 1)
  assert.deepEqual(faults, [])
})

test('a rule counts only when a second person has confirmed it', async () => {
  const { page } = await logIn('manager')
  await go(page, '/hall/minsheng/rules')
  await page.fill('#grace_minutes', '12')
  await page.locator('#priority_groups input[value="infant"]').uncheck({ force: true })
  await page.locator('form .btn').click()
  await page.waitForSelector('.sum:focus')
  await page.fill('#basis', '试行通知')
  await page.locator('form .btn').click()
  await page.waitForSelector('.changes')
  assert.match(await page.locator('.changes').textContent(), /优先人群/)
  await assertAccessible(page, 'rules with their preview')
  await page.locator('.btn.solid').click()
  await page.waitForSelector('.note.warn')
  assert.equal(await page.locator('.note.warn .btn').count(), 0, 'not by the same person')
  const second = await logIn('second')
  await go(second.page, '/hall/minsheng/rules')
  await second.page.locator('.note.warn .btn').click()
  await second.page.waitForSelector('.note.good')
})
