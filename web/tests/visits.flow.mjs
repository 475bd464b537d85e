// Visits after the money: planned, made with photos, and the spot checks that nobody picks.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  openPage,
  startBrowser,
  startCity,
} from './city.mjs'
import { chooseFamilies, deeds, ids, looked, openAt } from './households.mjs'

const home = '/xiangfang'
const picture = fileURLToPath(new URL('../../test/scenarios/aid/visit.png', import.meta.url))
const row = (number) => `[data-visit=${number}]`
let city, browser, run

// Mid-Autumn is near on whatever day the tests run.
function remindEarly(config) {
  const file = join(config, 'districts/xiangfang/aid.toml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/^remind_days .*$/m, 'remind_days = [364, 30]'))
}

before(async () => {
  city = await startCity({ change: remindEarly })
  run = deeds(city)
  browser = await startBrowser()
  for (const role of ['aid_jury', 'aid_keeper'])
    city.staff(role.replace('_', '-'), role, { node: home })
  city.staff('aid-lead', 'aid_lead', { node: home })
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

const at = (login, options) => openAt(browser, city, '/aid/visits', login, options)

test('the record picks the spot checks, and each is found right or wrong', async () => {
  const jury = await at('aid-jury')
  await jury.page.waitForSelector('.empty')
  await looked(jury, 'visits-none')
  await chooseFamilies(city, run)
  await jury.page.reload()
  await jury.page.click('.btn.solid:has-text("抽取抽查户")')
  await jury.page.click('dialog[open] .btn.solid')
  await jury.page.waitForSelector(row('Z0002'))
  await looked(jury, 'visits-picked')
  await jury.page.context().close()

  const keeper = await at('aid-keeper')
  const { page } = keeper
  await page.click(`${row('Z0001')} .btn`)
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #note')
  await page.fill('#note', '低保证在有效期')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector(`${row('Z0001')}:has-text("属实")`)
  await page.context().close()
})

test('a family confirms itself what came', async () => {
  const opened = await openPage(browser, city.address)
  const { page, faults } = opened
  await page.goto(`${city.address}${home}/families/own`)
  await page.fill('#family', 'f0001')
  await page.fill('#id_last4', ids[0].slice(-4))
  await page.click('.btn.main')
  await page.click('.btn.main:has-text("确认")')
  await page.waitForSelector('.field.bad #fen')
  await assertAccessible(page, 'confirm-sheet')
  await assertFits(page, 'confirm')
  await assertTargets(page, 44, 'confirm')
  await page.fill('#fen', '3000')
  await page.click('.btn.main:has-text("确认")')
  await page.waitForSelector('.note.good:has-text("3,000.00")')
  assert.deepEqual(faults, [])
  await page.context().close()
})

test('a family is visited, says what came, and there is a photo of it', async () => {
  const opened = await at('aid-keeper')
  const { page } = opened
  await page.click('.btn.solid:has-text("安排走访")')
  await page.fill('#family', 'f0003')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .sum') // not among those who are helped
  await assertAccessible(page, 'plan-sheet')
  await page.fill('#family', 'f0001')
  await page.click('dialog[open] .btn.solid')
  await page.click(`${row('Z0003')} .btn`)
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #received')
  await assertAccessible(page, 'visit-sheet')
  await page.fill('#received', '3000')
  await page.fill('#note', '面谈，母子都在家')
  await page.setInputFiles('dialog[open] input[type=file]', picture)
  await page.waitForSelector('dialog[open] .photos img')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector(`${row('Z0003')} .photo img`)
  assert.match(await page.innerText(row('Z0003')), /3,000\.00[^]*家庭自己确认[^]*已走访/)
  await page.waitForFunction(
    (where) => document.querySelector(where).naturalWidth > 0,
    `${row('Z0003')} .photo img`,
  )
  await looked(opened, 'visits-done')
  await page.click(`${row('Z0003')} .photo .btn`)
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #why')
  await assertAccessible(page, 'photo-sheet')
  await page.fill('#why', '拍到了邻居')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector(`${row('Z0003')} .photo`, { state: 'detached' })
  await page.context().close()
})

test('on a phone, in large type and in English', async () => {
  for (const [name, options] of [
    ['phone', {}],
    ['elder', { mode: 'elder' }],
    ['english', { mode: 'en', width: 1366, height: 768 }],
  ]) {
    const opened = await at('aid-keeper', options)
    await opened.page.waitForSelector(row('Z0003'))
    await looked(opened, `visits-${name}`)
    if (name === 'elder') await assertTargets(opened.page, 44, name)
    await opened.page.context().close()
  }
})

test('leaders see in red how many families still wait for their money', async () => {
  const gap = await fetch(`${city.address}/api/v1${home}/aid/gap`)
  const { unpaid_families: unpaid, late } = await gap.json()
  assert.ok(late && unpaid > 0)
  const red = (page, where) =>
    page.locator(where).evaluate((shown) => {
      const [r, g, b] = getComputedStyle(shown).color.match(/\d+/g).map(Number)
      return r > 1.5 * Math.max(g, b) // also the light red of a dark wall
    })

  const lead = await openAt(browser, city, '/aid', 'aid-lead')
  await lead.page.waitForSelector(`.lead.alarm:has-text("${unpaid}")`)
  assert.ok(await red(lead.page, '.lead.alarm'))
  await lead.page.context().close()

  const token = city.device('wall')
  const wall = await openPage(browser, city.address, { width: 1920, height: 1080 })
  await wall.page.addInitScript((kept) => localStorage.setItem('banshi.screen', kept), token)
  await wall.page.goto(`${city.address}${home}/screen/supervision`)
  await wall.page.waitForSelector(`.unpaid:has-text("帮扶款 ${unpaid} 户未付")`)
  assert.ok(await red(wall.page, '.unpaid b'))
  await assertAccessible(wall.page, 'wall-aid')
  await assertFits(wall.page, 'wall-aid')
  assert.deepEqual(wall.faults, [])
  await wall.page.context().close()
})
