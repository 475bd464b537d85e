// Campaigns of the aid in the console: prepared, opened, promised, decided on, moved to their end.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, assertFits, openPage, startBrowser, startCity } from './city.mjs'
import { deeds, looked, openAt } from './households.mjs'

const home = '/xiangfang'
let city, browser, run

before(async () => {
  city = await startCity()
  run = deeds(city)
  browser = await startBrowser()
  for (const role of ['aid_lead', 'aid_auditor'])
    city.staff(role.replace('_', '-'), role, { node: home })
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

const at = (login, options) => openAt(browser, city, '/aid/campaigns', login, options)
const press = (page, words) => page.click(`button:visible:has-text("${words}")`)
const send = (page) => page.click('dialog[open] .btn.solid, dialog[open] .btn.danger')
async function asked(page, what) {
  await assertAccessible(page, what)
  await assertFits(page, what)
}
const row = '[data-campaign="2026"]'

test('a campaign is prepared and opened where nobody had one', async () => {
  const opened = await at('aid-lead')
  const { page } = opened
  await page.waitForSelector('.empty')
  await looked(opened, 'campaigns-none')
  await press(page, '立项')
  await page.waitForSelector('dialog[open]')
  await send(page)
  await page.waitForSelector('dialog[open] .field.bad #name')
  await asked(page, 'campaign-unnamed')
  await page.fill('#name', '三年行动')
  await page.fill('#first_year', '2026')
  await page.fill('#families', '2')
  await send(page)
  await page.waitForSelector(`${row}:has-text("筹备")`)
  assert.match(await page.innerText(row), /2026—2028 年[^]*计划 2 户/)
  await looked(opened, 'campaign-prepared')
  await press(page, '开始募集')
  await page.waitForSelector(`${row}:has-text("募集中")`)
  await page.context().close()
})

test('less than planned is decided by those who voted, and only then promised', async () => {
  const pledge = { kind: 'person', fen: 300_000, instalments: 1, name: '王先生', phone: '' }
  await run('aid_cashier', '/pledges', pledge)
  const { slip } = await run('aid_cashier', '/cash', { donor: 'D001', fen: 300_000 })
  await run('aid_approver', `/cash/${slip}/signature`)
  const opened = await at('aid-lead')
  const { page } = opened
  await page.waitForSelector('section:has-text("够 1 户")')
  await press(page, '公布承诺')
  await page.fill('#families', '1')
  await send(page)
  await page.waitForSelector('dialog[open] .field.bad #families') // nobody decided it
  await page.click('dialog[open] .btn:not(.solid)')

  await press(page, '登记决定')
  await page.fill('#families', '1')
  await send(page)
  await page.waitForSelector('dialog[open] .field.bad #voters')
  await asked(page, 'decision-unvoted')
  await page.fill('#reason', '只筹到一户的钱')
  await page.fill('#voters', '甲\n乙')
  await send(page)
  await page.waitForSelector('[data-decision="J2026-001"]')
  assert.match(await page.innerText('[data-decision="J2026-001"]'), /帮扶 1 户[^]*甲、乙/)

  await press(page, '公布承诺')
  await page.fill('#families', '1')
  await send(page)
  await page.waitForSelector('section:has-text("已公开承诺帮扶 1 户")')
  await looked(opened, 'campaign-promised')
  await page.context().close()

  const small = await at('aid-lead', { width: 360, height: 740 })
  await small.page.waitForSelector('[data-decision]')
  await looked(small, 'campaigns-small')
  await small.page.context().close()
})

test('the end needs a decision on what is left, and nobody else moves a campaign', async () => {
  const opened = await at('aid-lead')
  const { page } = opened
  await press(page, '结束募集')
  await press(page, '开始帮扶')
  await press(page, '结束行动')
  await page.waitForSelector('dialog[open]')
  await send(page)
  await page.waitForSelector('dialog[open] .field.bad #note')
  await asked(page, 'campaign-end')
  await page.fill('#note', '余款转入下一行动')
  await send(page)
  await page.waitForSelector(`${row}:has-text("已结束")`)
  await page.context().close()

  const auditor = await at('aid-auditor')
  await auditor.page.waitForSelector(row)
  assert.equal(await auditor.page.locator('main button:visible').count(), 0)
  await looked(auditor, 'campaigns-read')
  await auditor.page.context().close()
})

test('a report is published once, and corrected beside what it said', async () => {
  const opened = await at('aid-lead')
  const { page } = opened
  const full = '.rows li:has-text("募集全面报告")'
  await page.waitForSelector(`${full}:has-text("待发布")`)
  await page.click(`${full} .btn:has-text("发布报告")`)
  await send(page)
  await page.waitForSelector('dialog[open] .field.bad #text')
  await asked(page, 'report-empty')
  await page.fill('#text', '共收到三千元。')
  await send(page)
  await page.waitForSelector(`${full}:has-text("已发布"):has-text("G2026-001")`)

  await page.click(`${full} .btn:has-text("更正")`)
  await page.fill('#text', '共收到三千一百元。')
  await send(page)
  await page.waitForSelector('dialog[open] .field.bad #why')
  await page.fill('#why', '漏了一笔')
  await send(page)
  await page.waitForSelector(`${full}:has-text("漏了一笔")`)

  await press(page, '公布关联交易')
  await page.fill('#day', '2026-01-05')
  await page.fill('#party', '理事任职的单位')
  await page.fill('#fen', '500')
  await page.fill('#text', '租用会场')
  await asked(page, 'report-related')
  await send(page)
  await page.waitForSelector('.rows li:has-text("关联交易"):has-text("逾期发布")')
  await looked(opened, 'campaign-reports')
  await page.context().close()

  const reader = await openPage(browser, city.address)
  await reader.page.goto(`${city.address}${home}/aid`)
  await reader.page.waitForSelector(`${full}:has-text("已更正")`)
  await reader.page.click(`${full} summary`)
  const told = await reader.page.innerText(full)
  assert.match(told, /更正：漏了一笔[^]*三千一百元[^]*更正前的内容[^]*三千元/)
  await reader.page.waitForSelector('.rows li:has-text("500.00 元"):has-text("逾期")')
  await looked(reader, 'aid-reports')
  await reader.page.context().close()
})

test('everybody looks at each campaign and each year that has come', async () => {
  await run('aid_lead', '/campaigns', { name: '早先的行动', first_year: 2023, families: 5 })
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/aid`)
  await page.waitForSelector('#year')
  const shown = await page.locator('#year option').allTextContents()
  assert.deepEqual(
    shown.map((each) => each.trim()),
    ['2026 年，三年行动', ...[2025, 2024, 2023].map((year) => `${year} 年，早先的行动`)],
  )
  await page.selectOption('#year', '2023/2024')
  await page.waitForSelector('h2:has-text("2024 年的款项")')
  assert.equal(await page.inputValue('#year'), '2023/2024')
  assert.match(await page.textContent('h1'), /早先的行动/)
  await asked(page, 'a year of the aid')
  assert.deepEqual(faults, [])
  await page.context().close()
})
