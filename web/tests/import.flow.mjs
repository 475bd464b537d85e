// An older ledger: looked at line by line, taken in, found again, and taken back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  openPage,
  password,
  startBrowser,
  startCity,
} from './city.mjs'

const home = '/pingfang'
let city, browser, page

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  city.staff('intake', 'intake', { district: 'pingfang', node: home })
  page = (await openPage(browser, city.address, { width: 1366, height: 768 })).page
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

const year = new Date().getFullYear()
const ledger = [
  '原编号,挂号时间,标题,问题描述,问题类型,结果,办结时间,备注',
  `L-1,${year}-01-05,路面塌陷,新伟街,道路破损,解决,${year}-01-09,x`,
  `L-2,${year}年1月6日,路灯不亮,三天了,路灯,,,`,
  `L-3,${year}-02-30,没有这一天,a,其他,,,`,
].join('\r\n')

async function look() {
  await page.goto(`${city.address}${home}/console/#/imports`)
  await page.setInputFiles('#file', {
    name: '台账.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(ledger),
  })
  await page.click('form .btn.solid')
  await page.waitForSelector('.tbl .tag')
}
const lead = () => page.textContent('main .lead')
const perform = () => page.click('dialog button:not([type])')

test('without a file the page says so', async () => {
  await page.goto(`${city.address}${home}/console/#/imports`)
  await page.click('form .btn.solid')
  await page.waitForSelector('.sum')
  await assertAccessible(page)
})

test('every line is looked at, and the bad one says why', async () => {
  await look()
  assert.match(await lead(), /可导入 2 行，已在库中 0 行，有误 1 行/)
  await page.click('.which button:last-child')
  await page.waitForFunction(() => document.querySelectorAll('.tbl tbody tr').length === 1)
  assert.match(await page.textContent('.tbl tbody'), /挂号时间 没有这一天/)
  await assertAccessible(page)
  await assertFits(page)
})

test('the good lines come in once', async () => {
  await page.click('.pair .btn.solid')
  await perform()
  await page.waitForSelector('.btn.danger')
  assert.match(await lead(), /已导入 2 件/)
  await page.click('.which button:first-child')
  await page.waitForSelector('.tbl a')
  await assertAccessible(page)
  await look()
  assert.match(await lead(), /可导入 0 行，已在库中 2 行/)
  assert.equal(await page.locator('.pair .btn.solid').count(), 0)
})

test('and go again with a reason', async () => {
  await page.goto(`${city.address}${home}/console/#/imports`)
  await page.click('.tbl tbody tr:last-child a')
  await page.click('.btn.danger')
  await perform()
  await page.waitForSelector('dialog .sum')
  await page.fill('#why', '传错了文件')
  await perform()
  await page.waitForSelector('dialog', { state: 'detached' })
  await page.waitForSelector('main .lead:has-text("已撤销，2 件退回")')
})
