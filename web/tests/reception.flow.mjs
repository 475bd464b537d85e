// A day of joint reception: the office plans it, a citizen books a turn and another gives one back,
// the desk records the visit with a promise and keeps it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  openPage,
  password,
  startBrowser,
  startCity,
} from './city.mjs'

const home = '/pingfang'
const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
let city, browser, office

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  city.staff('intake', 'intake', { district: 'pingfang', node: home })
  office = await openPage(browser, city.address, { width: 1366, height: 768 })
  const { page } = office
  await page.goto(`${city.address}${home}/console/`)
  await page.fill('#login', 'intake')
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.start')
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function citizen(mode) {
  const opened = await openPage(browser, city.address, { mode })
  await opened.page.goto(`${city.address}${home}/receptions`)
  await opened.page.waitForSelector('h1')
  return opened
}

async function book(page, name) {
  await page.locator('#start input:enabled').first().check()
  await page.fill('#name', name)
  await page.fill('#phone', '19900000001')
  await page.fill('#subject', '楼顶漏水三年')
  await page.fill('#persons', '8')
  await page.click('.btn.main')
  await page.waitForSelector('.plate .no')
}

// The deed of the sheet that is open.
async function perform(page) {
  await page.click('dialog button:not([type])')
  await page.waitForSelector('dialog', { state: 'detached' })
}

test('without a day the page says so', async () => {
  const { page, faults } = await citizen()
  await page.waitForSelector('.empty')
  await assertAccessible(page, 'no reception days')
  assert.deepEqual(faults, [])
})

test('the office plans a day', async () => {
  const { page } = office
  await page.getByRole('link', { name: '接访', exact: true }).first().click()
  await page.getByRole('button', { name: '安排接访日' }).click()
  await page.click('dialog button:not([type])')
  await page.waitForSelector('.sum:focus')
  assert.equal(await page.locator('.sum li').count(), 3)
  await assertAccessible(page, 'a plan with its errors')
  await page.fill('#day', dayIn(3))
  await page.fill('#leader', '副区长')
  await page.fill('#place', '接待室')
  await page.fill('#departments', '住建局、人社局')
  await perform(page)
  await page.waitForSelector('tbody tr td:has-text("5 / 5")')
  await assertAccessible(page, 'the days')
})

for (const mode of [undefined, 'elder', 'en'])
  test(`a turn is booked and given back${mode ? ` in ${mode}` : ''}`, async () => {
    const { page, faults } = await citizen(mode)
    await page.waitForSelector('#start')
    await page.click('.btn.main')
    await page.waitForSelector('.sum:focus')
    assert.equal(await page.locator('.sum li').count(), 4)
    await assertAccessible(page, 'a booking with its errors')
    await assertFits(page, 'a booking with its errors')
    await book(page, '张三')
    await assertAccessible(page, 'the booked turn')
    await assertFits(page, 'the booked turn')
    await assertTargets(page, 44, 'the booked turn')
    await page.fill('#code', 'wrong')
    await page.click('.beside .btn')
    await page.click('dialog .danger')
    await page.waitForSelector('dialog .note.bad')
    await page.locator('dialog .btn:not(.danger)').click()
    await page.fill('#code', new URL(page.url()).hash.slice(1))
    await page.click('.beside .btn')
    await page.click('dialog .danger')
    await page.waitForSelector('.note.good')
    await page.waitForFunction(() => document.querySelectorAll('#start input:enabled').length === 5)
    assert.deepEqual(faults, [])
  })

test('the desk records a visit, keeps its promise, notes who did not come', async () => {
  const { page: phone } = await citizen()
  await phone.waitForSelector('#start')
  await book(phone, '李四')
  const turn = await phone.locator('.plate .no').textContent()
  const { page, faults } = office
  await page.reload()
  await page.getByRole('link', { name: '接访台' }).click()
  await page.getByRole('button', { name: '现场取号' }).click()
  await page.fill('#name', '王五')
  await page.fill('#subject', '拖欠工资')
  await perform(page)
  await page.waitForSelector('.note.good')
  const visit = page.locator('tbody tr', { hasText: turn })
  await visit.getByRole('button', { name: '记录' }).click()
  await page.selectOption('#category', 'roof_leak')
  await page.fill('#facts', '三年没有修好')
  await page.fill('#promised', '年底前修好')
  await page.fill('#promise_day', dayIn(20))
  await perform(page)
  await visit.getByRole('link', { name: /^PFD-/ }).waitFor()
  const paper = await visit.getByRole('link', { name: '打印记录' }).getAttribute('href')
  const printed = await page.request.get(`${city.address}${paper}`)
  assert.equal(printed.headers()['content-type'], 'application/pdf')
  await visit.getByRole('button', { name: '承诺已兑现' }).click()
  await page.fill('#words', '已修好并验收')
  await perform(page)
  await visit.getByText('已兑现', { exact: true }).waitFor()
  await page.getByRole('button', { name: '未到' }).click()
  await perform(page)
  await page.getByRole('cell', { name: '未到' }).waitFor()
  await assertAccessible(page, 'the desk')
  await assertFits(page, 'the desk')
  assert.deepEqual(faults, [])
})

test('a cancelled day says why', async () => {
  const { page } = office
  await page.getByRole('link', { name: '接访', exact: true }).first().click()
  await page.getByRole('button', { name: '取消接访日' }).click()
  await page.fill('#why', '领导外出')
  await perform(page)
  await page.getByText('领导外出').waitFor()
  assert.equal(await page.getByRole('cell', { name: '副区长', exact: true }).count(), 2)
  const { page: phone } = await citizen()
  await phone.getByText('领导外出').waitFor()
  await assertAccessible(phone, 'a cancelled day')
})
