// A pledge on a phone, cash that two people sign for, a receipt that says where the money is, and
// what each of them may see.
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
  for (const role of ['aid_lead', 'aid_cashier', 'aid_approver', 'aid_auditor', 'aid_keeper'])
    city.staff(role.replace('_', '-'), role, { node: home })
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function at(path, options) {
  const opened = await openPage(browser, city.address, options)
  await opened.page.goto(`${city.address}${home}${path}`)
  return opened
}

async function staff(login, path) {
  const opened = await at('/console/', { width: 1366, height: 768 })
  const { page } = opened
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.start')
  await page.goto(`${city.address}${home}/console/#${path}`)
  return opened
}

test('a pledge becomes a receipt, and the receipt says where its money is', async () => {
  const lead = await staff('aid-lead', '/aid')
  await send(lead.page, '/xiangfang/aid/campaigns', { name: '帮扶行动', first_year: 2026 })
  await send(lead.page, '/xiangfang/aid/campaigns/2026/state', { to: 'open' })

  const phone = await at('/aid')
  await phone.page.click('a.btn.main')
  await phone.page.click('form .btn.main')
  await phone.page.waitForSelector('.errors, [role=alert]')
  await phone.page.fill('#name', '王先生')
  await phone.page.fill('#fen', '9000')
  await phone.page.check('.check:has-text("有在校学生") input')
  await phone.page.fill('#families', '2')
  await phone.page.click('form .btn.main')
  await phone.page.waitForSelector('.plate .no')
  assert.match(await phone.page.textContent('.plate .no'), /P2026-000001/)
  await phone.page.waitForSelector('dd:has-text("有在校学生的家庭"):has-text("至多 2 户")')
  await assertAccessible(phone.page)
  await assertFits(phone.page)

  const keeper = await staff('aid-keeper', '/aid/pairings') // who did not write the wish again
  await keeper.page.waitForSelector('.sub:has-text("有在校学生的家庭；至多 2 户")')

  const cashier = await staff('aid-cashier', '/aid')
  const { slip } = await send(cashier.page, '/xiangfang/aid/cash', { donor: 'D001', fen: 300_000 })
  const auditor = await staff('aid-auditor', '/aid')
  await auditor.page.click('.rows .btn.sm')
  await auditor.page.waitForSelector('.note.good')
  assert.match(await auditor.page.textContent('.note.good'), /R2026-000001/, slip)

  const english = await openPage(browser, city.address, { mode: 'en' })
  await english.page.goto(`${city.address}${home}/aid`)
  await english.page.waitForSelector('figure circle')
  await assertAccessible(english.page, 'the money in English')
  await assertFits(english.page, 'the money in English')

  await phone.page.goto(`${city.address}${home}/aid/receipts/R2026-000001`)
  await phone.page.waitForSelector('.plate .no')
  assert.match(await phone.page.textContent('main'), /3,000\.00/)
  await assertAccessible(phone.page)
  await assertFits(phone.page)

  await auditor.page.goto(`${city.address}${home}/console/#/aid/books`)
  await auditor.page.waitForSelector('.note.good.lead')
  await assertAccessible(auditor.page)
  for (const opened of [lead, keeper, cashier, auditor, phone]) await opened.page.context().close()
})
