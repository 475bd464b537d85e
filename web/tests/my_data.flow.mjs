// 我的信息: a citizen sees what the district keeps, has the identity checked at a desk, sees who
// looked, and takes it all along.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  idNumber,
  openPage,
  password,
  post,
  startBrowser,
  startCity,
} from './city.mjs'

const home = '/xiangfang'
const phone = '13800000007'
const id_number = idNumber(7)
const screen = { width: 1366, height: 768 }
let city, browser, citizen, desk

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  city.staff('desk', 'desk', { node: `${home}/minsheng` })
  city.staff('admin', 'admin')
  await book()
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

// Without a log-in: it is the person's, and no account's.
async function book() {
  const at = `${home}/halls/minsheng`
  const slots = await (await fetch(`${city.address}/api/v1${at}/slots?service=retirement`)).json()
  const { start } = slots.days.flatMap(({ times }) => times).find(({ open }) => open)
  const wanted = { services: ['retirement'], start }
  const held = await (await post(city.address, `${at}/holds`, wanted)).json()
  const form = { ticket: held.ticket, secret: held.secret, consent: true, name: '上官若兰' }
  const booked = await post(city.address, `${at}/bookings`, { ...form, id_number, phone })
  assert.ok(booked.ok, await booked.text())
}

// Once it has gone out.
async function codeSent() {
  for (;; await pause(200)) {
    const outbox = await fetch(`${city.address}/api/v1${home}/outbox`)
    const words = (await outbox.json()).messages.map((message) => message.words).join()
    const code = words.match(/验证码 (\d{6})/)
    if (code) return code[1]
  }
}

const section = (page, title) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

async function fits(page, name) {
  await assertAccessible(page, name)
  await assertFits(page, name)
  await assertTargets(page, 44, name)
}

test('an account sees what is its own, and learns how to see the rest', async () => {
  citizen = await openPage(browser, city.address)
  const { page } = citizen
  await page.goto(`${city.address}${home}/mine/data`)
  await page.fill('#phone', phone)
  await page.click('button.main')
  await page.waitForSelector('#code')
  await page.fill('#code', await codeSent())
  await page.click('button.main')
  await section(page, '登录账号').locator('b').waitFor()
  assert.equal(await section(page, '登录账号').locator('b').textContent(), '138****0007')
  assert.equal(await section(page, '预约和办件').count(), 0)
  assert.equal(await section(page, '谁看过我的完整信息').count(), 0)
  await fits(page, 'my data, unchecked')
})

test('a desk that has seen the card opens what is kept of the person', async () => {
  const { page } = citizen
  await page.getByRole('button', { name: '领取核验码' }).click()
  const code = await page.locator('[data-code]').textContent()
  assert.match(code, /^\d{4} \d{4}$/)
  await fits(page, 'the code for the desk')

  desk = await openPage(browser, city.address, screen)
  const console = desk.page
  await console.goto(`${city.address}${home}/console/#/hall/minsheng/desk`)
  await console.fill('#login', 'desk')
  await console.fill('#password', password)
  await console.press('#password', 'Enter')
  await console.waitForSelector('#check_code')
  const check = async (typed) => {
    await console.fill('#check_code', typed)
    await console.fill('#check_id', id_number)
    await console.getByRole('button', { name: '身份证已核对' }).click()
  }
  await check('00000000')
  await console.waitForSelector('.identity .err')
  await assertAccessible(console, 'a wrong code at the desk')
  await check(code)
  await console.waitForSelector('.identity .note.good')
  assert.match(await console.textContent('.identity .note.good'), /上官\*\*|上\*/)

  await page.reload()
  const why = section(page, '谁看过我的完整信息').locator('b')
  assert.equal(await why.textContent(), '服务台核验本人身份')
  assert.match(await section(page, '预约和办件').locator('b').textContent(), /民生/)
  await fits(page, 'my data, checked')
})

async function take(page, button) {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await coming).path())
}

test('it is taken along in full, and that is kept too', async () => {
  const { page } = citizen
  const data = JSON.parse(await take(page, '下载数据文件'))
  assert.deepEqual(data.person, { name: '上官若兰', id_number, phone, other_names: [] })
  assert.ok(data.kinds.some(({ kind, things }) => kind === 'visits' && things.length === 1))
  await section(page, '谁看过我的完整信息').getByText('本人导出自己的信息').waitFor()
  const pdf = await take(page, '下载可打印的文件')
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
})

for (const mode of ['elder', 'en'])
  test(`the page in mode ${mode}`, async () => {
    const { page, faults } = await openPage(browser, city.address, { mode })
    await page.context().addCookies(await citizen.page.context().cookies())
    const cookies = mode === 'en' ? { lang: 'en' } : { elder: '1' }
    for (const [name, value] of Object.entries(cookies))
      await page.context().addCookies([{ name, value, url: city.address }])
    await page.goto(`${city.address}${home}/mine/data`)
    await page.waitForSelector('dl.facts')
    await fits(page, mode)
    assert.deepEqual(faults, [])
  })

test('its removal is asked for, refused with a reason, granted, and certified', async () => {
  const { page } = citizen
  const ask = async () => {
    await page.getByRole('button', { name: '申请删除', exact: true }).click()
    await page.locator('dialog[open]').getByRole('button', { name: '申请删除' }).click()
    await page.waitForSelector('.erasure .note[role=status]')
  }
  await ask()
  const admin = await openPage(browser, city.address, screen)
  const office = admin.page
  await office.goto(`${city.address}${home}/console/#/record`)
  await office.fill('#login', 'admin')
  await office.fill('#password', password)
  await office.press('#password', 'Enter')
  const decide = async (number, deed, why) => {
    const row = office.locator('.erasures tr').filter({ hasText: number })
    await row.getByRole('button', { name: deed, exact: true }).click()
    if (why) {
      await office.locator('dialog').getByRole('button', { name: deed, exact: true }).click()
      await office.waitForSelector('dialog .err')
      await assertAccessible(office, 'a refusal without a reason')
      await office.fill('#why', why)
    }
    await office.locator('dialog').getByRole('button', { name: deed, exact: true }).click()
    await row.waitFor({ state: 'detached' })
  }
  await decide('E-1', '不予删除', '预约还没有办')
  await page.reload()
  await page.getByText('预约还没有办').waitFor()
  await fits(page, 'my data, removal refused')
  await ask()
  await office.reload()
  await decide('E-2', '删除')
  await page.reload()
  await page.waitForSelector('.erasure .note.good')
  await fits(page, 'my data, removed')
  assert.equal(await page.locator('dl.facts').count(), 0)
  const link = await page.getByRole('link', { name: '下载删除证明' }).getAttribute('href')
  const paper = await page.request.get(city.address + link)
  assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual(admin.faults, [])
})

test('no page asked for anything elsewhere, and no script failed', () => {
  assert.deepEqual([...citizen.faults, ...desk.faults], [])
})
