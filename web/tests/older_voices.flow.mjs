// Old advice: looked at line by line, taken in, found in the ledger, which goes out as Excel, and
// taken back.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  openPage,
  password,
  startBrowser,
  startCity,
} from './city.mjs'

const home = '/xiangfang'
const heads = '原编号,类型,类别,题目,内容,第一提案人,提交时间,结果,答复时间,公开方式'
const table = [
  heads,
  'Y-1,提案,其他,修一条路,路坏了,赵甲,2025-03-05,A 已解决,2025-05-09,公开',
  'Y-2,社情民意,其他,装一盏灯,太黑了,钱乙,2025年4月6日,,,',
  'Y-3,提案,其他,没有这一天,a,孙丙,2025-02-30,,,',
].join('\r\n')
let city, browser, page, faults

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  city.staff('screener', 'voice_screener', { node: home })
  ;({ page, faults } = await openPage(browser, city.address, { width: 1366, height: 768 }))
  await open('/')
  await page.fill('#login', 'screener')
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.start')
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

const open = (path) => page.goto(`${city.address}${home}/console/#${path}`)
const openLedger = async () => {
  await open('/voice-ledger')
  await page.getByRole('heading', { name: '建言台账', exact: true }).waitFor()
}
const button = (name) => page.getByRole('button', { name, exact: true })
const inSheet = (name) => page.locator('dialog').getByRole('button', { name, exact: true })

async function look() {
  await open('/voice-imports')
  const file = { name: '社情民意.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await page.setInputFiles('#file', file)
  await button('上传并预览').click()
}

test('without a file the page says so', async () => {
  await open('/voice-imports')
  await button('上传并预览').click()
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'no file')
})

test('every line is looked at, and the good ones come in', async () => {
  await look()
  await page.getByText('可导入 2 行，已在库中 0 行，有误 1 行。').waitFor()
  await page.getByText('没有这一天', { exact: true }).last().waitFor()
  await assertAccessible(page, 'the preview of old advice')
  await assertFits(page, 'the preview of old advice')
  await button('导入 2 行').click()
  await inSheet('导入').click()
  await page.getByText('已导入 2 件。').waitFor()
  const number = await page.locator('tr', { hasText: '修一条路' }).locator('a').textContent()
  assert.match(number, /^XFV-2025-/)
  await look()
  await page.getByText('可导入 0 行，已在库中 2 行，有误 1 行。').waitFor()
})

test('the ledger shows them and goes out with a reason', async () => {
  await openLedger()
  const row = page.locator('tr', { hasText: '修一条路' })
  await row.getByText('A 已解决').waitFor()
  await row.getByText('赵甲').waitFor() // its author is public
  await page.locator('tr', { hasText: '装一盏灯' }).getByText('钱*').waitFor()
  await assertAccessible(page, 'the ledger of advice')
  await assertFits(page, 'the ledger of advice')
  await button('导出 Excel').click()
  await inSheet('导出').click()
  await page.waitForSelector('dialog .sum')
  await assertAccessible(page, 'an export without a reason')
  await page.fill('#why', '年终总结')
  const [file] = await Promise.all([page.waitForEvent('download'), inSheet('导出').click()])
  assert.match(file.suggestedFilename(), /^voices-.*\.xlsx$/)
  assert.equal(readFileSync(await file.path()).subarray(0, 2).toString(), 'PK')
  await page.getByRole('cell', { name: '年终总结' }).waitFor()
  await page.selectOption('select >> nth=0', 'opinion')
  await button('查看').click()
  await row.waitFor({ state: 'detached' })
  await page.locator('tr', { hasText: '装一盏灯' }).waitFor()
})

test('and they go again with a reason', async () => {
  await open('/voice-imports')
  await page.locator('tr', { hasText: '已导入 2 件' }).getByRole('link').click()
  await button('撤销这次导入').click()
  await page.fill('#why', '传错了文件')
  await inSheet('撤销').click()
  await page.getByText('已撤销，2 件退回。').waitFor()
  await openLedger()
  await page.waitForSelector('.empty')
  assert.deepEqual(faults, [])
})
