// Pairings: planned, asked about, agreed to by everybody, begun when the money is there, and ended.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  openPage,
  startBrowser,
  startCity,
} from './city.mjs'
import { chooseFamilies, deeds, openAt } from './households.mjs'

const home = '/xiangfang'
const row = (number) => `[data-pairing="${number}"]`
let city, browser, run

before(async () => {
  city = await startCity()
  run = deeds(city)
  browser = await startBrowser()
  city.staff('aid-keeper', 'aid_keeper', { node: home })
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

const keeper = (options) => openAt(browser, city, '/aid/pairings', 'aid-keeper', options)

async function looked({ page, faults }, what) {
  await assertAccessible(page, what)
  await assertFits(page, what)
  assert.ok((await page.locator('.btn.solid:visible').count()) <= 1, what)
  assert.deepEqual(faults, [], what)
}

test('before there is anything to pair the page says so', async () => {
  const opened = await keeper()
  await opened.page.waitForSelector('.empty')
  await looked(opened, 'pairings-none')
  await opened.page.context().close()
})

test('a plan is made, asked about, agreed to, begun and ended', async () => {
  await chooseFamilies(city, run)
  const give = { kind: 'person', fen: 900_000 }
  const { code } = await run('aid_cashier', '/pledges', { ...give, name: '王先生', phone: '' })
  await run('aid_cashier', '/pledges', { ...give, name: '李女士', phone: '' })
  const opened = await keeper()
  const { page } = opened
  await page.click('.btn.solid')
  await page.waitForSelector('.note.good')
  await page.waitForSelector(row('L2026-0002'))
  assert.match(await page.innerText(row('L2026-0001')), /F0001[^]*D001[^]*3,000\.00/)
  await looked(opened, 'pairings-planned')

  await page.click(`${row('L2026-0001')} button:has-text("登记 王先生 D001 同意")`)
  await page.waitForSelector(`${row('L2026-0001')}:not(:has-text("D001 同意"))`)
  await page.click('.btn.solid') // a consent would be lost: it asks
  await page.waitForSelector('dialog[open]')
  await page.click('dialog[open] .btn:not(.danger)')
  await page.click(`${row('L2026-0001')} button:has-text("登记 F0001 同意")`)
  const begin = `${row('L2026-0001')} button:has-text("开始帮扶")`
  await page.click(begin)
  await page.waitForSelector('.note.bad') // the money has not come
  await looked(opened, 'pairings-no-money')
  const { slip } = await run('aid_cashier', '/cash', { donor: 'D001', fen: 300_000 })
  await run('aid_approver', `/cash/${slip}/signature`)
  await page.click(begin)
  await page.waitForSelector(`${row('L2026-0001')} .tag:has-text("帮扶中")`)

  await page.click(`${row('L2026-0002')} button:has-text("结束")`) // a proposal too
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('dialog[open] .field.bad')
  await assertAccessible(page, 'pairing-end')
  await page.fill('#why', '捐赠人改了主意')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector(`${row('L2026-0002')} .tag:has-text("已更换")`)
  await page.click('.btn.solid')
  await page.waitForSelector(row('L2026-0003'))
  assert.match(await page.innerText(row('L2026-0003')), /F0002/)
  await page.context().close()

  const donor = await openPage(browser, city.address)
  await donor.page.goto(`${city.address}${home}/aid/giving#D001.${code}`)
  await donor.page.waitForSelector('.rows li:has-text("F0001"):has-text("帮扶中")')
  await assertTargets(donor.page, 44, 'donor')
  await looked(donor, 'donor')
  await donor.page.context().close()
})

test('wishes and pairs kept apart are heeded, and shares are changed by hand', async () => {
  const opened = await keeper()
  const { page } = opened
  await page.click('.btn:has-text("登记意愿")')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #donor')
  await page.selectOption('#donor', 'D002')
  await page.check('dialog[open] .check input')
  await page.fill('#families', '1')
  await assertAccessible(page, 'wish-sheet')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('.sub:has-text("有在校学生的家庭；至多 1 户")')
  await page.click('.btn:has-text("登记不得结对")')
  await page.selectOption('#donor', 'D001')
  await page.fill('#family', 'f0002')
  await page.fill('#why', '曾有纠纷')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('.sub:has-text("曾有纠纷")')
  await page.click('main .btn.solid')
  await page.waitForSelector('.note.good:has-text("按意愿和回避关系")')
  await page.click(`${row('L2026-0003')} button:has-text("调整份额")`)
  await page.fill('#fen-0', '0')
  await page.fill('#why', '减一半')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .sum')
  await assertAccessible(page, 'shares-sheet')
  await page.fill('#fen-0', '1500')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector(`${row('L2026-0003')}:has-text("1,500.00"):has-text("减一半")`)
  await looked(opened, 'pairings-changed')
  await page.context().close()
})

test('on a phone, in large type and in English', async () => {
  for (const [name, options] of [
    ['phone', {}],
    ['elder', { mode: 'elder' }],
    ['english', { mode: 'en', width: 1366, height: 768 }],
  ]) {
    const opened = await keeper(options)
    await opened.page.waitForSelector(row('L2026-0003'))
    await looked(opened, `pairings-${name}`)
    if (name === 'elder') await assertTargets(opened.page, 44, name)
    await opened.page.context().close()
  }
})
