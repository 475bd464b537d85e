// The money of the aid, all by pages: cash of a donor who came to the desk, a receipt that was
// wrong, a family that goes on, its account, what is set aside for it, the promise, and the batch.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  openPage,
  password,
  send,
  startBrowser,
  startCity,
} from './city.mjs'

const home = '/xiangfang'
let city, browser

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  for (const role of ['aid_lead', 'aid_cashier', 'aid_approver'])
    city.staff(role.replace('_', '-'), role, { node: home })
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function staff(login, path, options = { width: 1366, height: 768 }) {
  const opened = await openPage(browser, city.address, options)
  const { page } = opened
  await page.goto(`${city.address}${home}/console/`)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.start')
  await page.goto(`${city.address}${home}/console/#${path}`)
  return page
}

async function go(page, path) {
  await page.goto(`${city.address}${home}/console/#${path}`)
  await page.waitForSelector('main .stack')
}
const told = (page, words) => page.waitForSelector(`.note.good:has-text("${words}")`)
const submit = (page) => page.click('dialog[open] form .pair .btn >> nth=0')

test('cash becomes a receipt, and a wrong receipt is void and issued again', async () => {
  const lead = await staff('aid-lead', '/aid')
  await send(lead, '/xiangfang/aid/campaigns', { name: '帮扶行动', first_year: 2026 })
  await send(lead, '/xiangfang/aid/campaigns/2026/state', { to: 'open' })

  const cashier = await staff('aid-cashier', '/aid/donors')
  await cashier.click('.btn:has-text("登记捐赠人")')
  await submit(cashier)
  await cashier.waitForSelector('dialog .sum')
  await cashier.fill('#name', '王先生')
  await cashier.check('dialog .check input')
  await assertAccessible(cashier, 'a donor is registered')
  await submit(cashier)
  await told(cashier, 'D001 的口令')
  await cashier.waitForSelector('td:has-text("王先生"):has-text("不公开姓名")')

  await cashier.click('.btn:has-text("补发口令")')
  await cashier.click('dialog[open] .btn.danger')
  await told(cashier, 'D001 的口令')

  await cashier.click('.btn:has-text("收现金")')
  await cashier.fill('#donor', 'd001')
  await cashier.fill('#fen', '很多')
  await submit(cashier)
  await cashier.waitForSelector('dialog .sum')
  await cashier.fill('#fen', '6,000')
  await submit(cashier)
  await told(cashier, '请第二人复点签字')

  const approver = await staff('aid-approver', '/aid')
  await approver.click('.rows .btn.sm:has-text("签字")')
  await told(approver, 'R2026-000001')

  await cashier.reload()
  await cashier.waitForSelector('tr:has-text("R2026-000001"):has-text("有效")')
  await cashier.click('tr:has-text("R2026-000001") .btn:has-text("作废")')
  await submit(cashier)
  await cashier.waitForSelector('dialog .sum')
  await cashier.fill('#why', '姓名写错')
  await submit(cashier)
  await told(cashier, 'R2026-000001 已作废')
  await cashier.click('tr:has-text("R2026-000001") .btn:has-text("重开收据")')
  await told(cashier, 'R2026-000002')
  await assertAccessible(cashier, 'donors and receipts')

  const phone = await staff('aid-cashier', '/aid/donors', { mode: 'en' })
  await phone.waitForSelector('tr:has-text("R2026-000002"):has-text("Valid")')
  await assertAccessible(phone, 'donors on a phone, in English')
  await assertFits(phone, 'donors on a phone')
  for (const page of [lead, cashier, approver, phone]) await page.context().close()
})

test('a family goes on, and its money is set aside, taken back and put into a batch', async () => {
  const lead = await staff('aid-lead', '/aid/funds')
  await lead.waitForSelector('.lead:has-text("够 2 户全额")')
  await lead.click('.btn:has-text("延续帮扶")')
  await lead.fill('#family', 'f0042')
  await lead.fill('#why', '去年帮扶过')
  await submit(lead)
  await lead.waitForSelector('dialog .sum') // nothing is known of it: decide first
  await send(lead, '/xiangfang/aid/money-decisions', {
    about: 'admission',
    year: 2026,
    family: 'F0042',
    reason: '去年帮扶过，名册在街道',
    voters: ['郑国栋', '宋长林', '唐静怡'],
  })
  await submit(lead)
  await told(lead, 'F0042 已列入')

  const cashier = await staff('aid-cashier', '/aid/funds')
  const row = 'tr:has-text("F0042")'
  await cashier.waitForSelector(`${row}:has-text("未填"):has-text("3,000.00")`)
  await cashier.click(`${row} .btn:text-is("收款账户")`)
  await submit(cashier)
  assert.equal(await cashier.locator('dialog .sum a').count(), 3)
  await cashier.fill('#name', '李某')
  await cashier.fill('#account', '6222 0000 1111 2222')
  await cashier.fill('#bank', '香坊支行')
  await assertAccessible(cashier, 'the account of a family')
  await submit(cashier)
  await told(cashier, 'F0042 的收款账户已保存')

  await cashier.click(`${row} .btn:text-is("分配")`)
  assert.equal(await cashier.inputValue('#fen'), '3,000.00')
  await submit(cashier)
  await told(cashier, '已分配 3,000.00 元')
  await cashier.click(`${row} .btn:has-text("撤回 3,000.00 元")`)
  await cashier.fill('#why', '先等另一笔')
  await submit(cashier)
  await told(cashier, '已撤回')
  await cashier.click(`${row} .btn:text-is("分配")`)
  await submit(cashier)
  await told(cashier, '已分配 3,000.00 元')
  await assertAccessible(cashier, 'the funds')

  const phone = await staff('aid-cashier', '/aid/funds', { mode: 'elder' })
  await phone.waitForSelector(row)
  await assertAccessible(phone, 'the funds on a phone')
  await assertFits(phone, 'the funds on a phone')

  await go(cashier, '/aid')
  await cashier.click('.btn:has-text("拟今年拨付单")')
  await cashier.waitForSelector(`${row}:has-text("3,000.00")`)
  for (const page of [lead, cashier, phone]) await page.context().close()
})
