// The selection in the browser: planned, scored, ties announced, shown to the public, an objection
// answered, and decided by those who voted.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, assertTargets, startBrowser, startCity } from './city.mjs'
import { deeds, endNotice, looked, openAt, takeIn } from './households.mjs'
import { ask } from './program.mjs'

const home = '/xiangfang'
const three = '甲\n乙，丙'
let city, browser, run

before(async () => {
  city = await startCity()
  run = deeds(city)
  browser = await startBrowser()
  for (const role of ['aid_jury', 'aid_keeper'])
    city.staff(role.replace('_', '-'), role, { node: home })
  city.staff('second-juror', 'aid_jury', { node: home })
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

const at = (login, options) => openAt(browser, city, '/aid/selection', login, options)
const deed = (page, words) => page.click(`.btn.solid:has-text("${words}")`)

test('places are fixed before anybody is scored', async () => {
  const opened = await at('aid-jury')
  const { page } = opened
  await page.waitForSelector('.empty')
  await run('aid_lead', '/campaigns', { name: '三年行动', first_year: 2026, families: 2 })
  await takeIn(run, [300, 1200, 1200])
  await run('aid_keeper', '/family-checks', { campaign: '2026' })
  const keeper = await at('aid-keeper')
  await keeper.page.waitForSelector('.empty')
  await looked(keeper, 'selection-none')
  await keeper.page.context().close()

  await page.reload()
  await page.fill('#places', '0')
  await deed(page, '定下方案')
  await page.waitForSelector('.field.bad')
  await looked(opened, 'selection-plan')
  await page.fill('#places', '2')
  await page.click('.opt:has-text("全区统一排名")')
  await deed(page, '定下方案')
  await page.waitForSelector('.btn.solid:has-text("评分")')
  await looked(opened, 'selection-planned')
  await page.context().close()
})

test('points rank the families, and equals wait for a public draw', async () => {
  const opened = await at('aid-jury')
  const { page } = opened
  await deed(page, '评分')
  await page.waitForSelector('.note.warn:has-text("2 户并列")')
  assert.match(await page.innerText('[data-family=F0001]'), /在名单内/)
  assert.match(await page.innerText('[data-family=F0003]'), /待抽签/)
  await looked(opened, 'selection-tie')
  await deed(page, '公告并列抽签')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #late_reference')
  await page.fill('#late_reference', '2026-300')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('[data-party=notary]')
  assert.match(await page.innerText('[data-party=notary]'), /xiangfang-aid-2026-1\/part\/notary#/)
  await looked(opened, 'selection-codes')
  await deed(page, '取抽签结果')
  await page.waitForSelector('.note.bad:has-text("抽签还没有结束")')
  await page.context().close()
})

test('whoever proposes the list does not approve it', async () => {
  const token = city.device('draw_keeper')
  const body = { why: '名单有误' }
  const path = `${home}/draws/xiangfang-aid-2026-1/annulment`
  assert.ok((await ask(city.address, 'POST', path, { body, token })).ok)
  const ruling = { ruling: 'in', reason: '突遇火灾', voters: ['甲', '乙', '丙'] }
  await run('aid_jury', '/families/F0002/ruling', ruling)
  const opened = await at('aid-jury')
  const { page } = opened
  await deed(page, '取抽签结果')
  await page.waitForSelector('.trail :text("aid-jury 提出名单")')
  await page.waitForSelector('main :text("请另一位评审批准")')
  assert.equal(await page.locator('.btn.solid:has-text("开始公示")').count(), 0)
  await looked(opened, 'selection-proposed')
  await page.context().close()
})

test('the list is shown, an objection is answered, and the families are decided', async () => {
  const opened = await at('second-juror')
  const { page } = opened
  await deed(page, '开始公示')
  await page.waitForSelector('.trail .now:has-text("second-juror 批准公示")')
  await looked(opened, 'selection-notice')
  await run('aid_keeper', '/objections', { family: 'F0001', text: '有车' })
  await page.reload()
  await page.click('[data-objection=Y0001] .btn')
  await page.fill('#answer', '车是邻居的')
  await page.fill('#voters', '甲')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #voters')
  await assertAccessible(page, 'answer-sheet')
  await page.fill('#voters', three)
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('[data-objection=Y0001] .tag:has-text("不成立")')
  endNotice(city)
  await page.reload()
  await deed(page, '确定帮扶家庭')
  await page.fill('#voters', three)
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('[data-family=F0002]:has-text("确定帮扶")')
  await looked(opened, 'selection-done')
  await page.context().close()
})

test('on a phone, in large type and in English', async () => {
  for (const [name, options] of [
    ['phone', {}],
    ['elder', { mode: 'elder' }],
    ['english', { mode: 'en', width: 1366, height: 768 }],
  ]) {
    const opened = await at('aid-keeper', options)
    await opened.page.waitForSelector('[data-family=F0003]')
    await looked(opened, `selection-${name}`)
    if (name === 'elder') await assertTargets(opened.page, 44, name)
    await opened.page.context().close()
  }
})
