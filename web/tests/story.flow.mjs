// The whole story in the browser: a citizen reports with a photo, the office sleeps, the ladder
// climbs to the top, the wall shows red, the office answers, a second person clears with evidence,
// the citizen says "not solved", it reopens, is solved and judged, and its receipt verifies. The
// clock of the program is moved by libfaketime; nothing else of it is a test's.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { assertAccessible, openPage, password, startBrowser, startCity } from './city.mjs'
import { makeClock } from './clock.mjs'

const home = '/pingfang'
const screen = { width: 1366, height: 768 }
const photo = fileURLToPath(
  new URL('../../test/scenarios/supervision/road.png', import.meta.url),
)
let clock, city, browser, number

before(async () => {
  clock = makeClock('2026-03-02')
  city = await startCity({ more: clock.environment })
  browser = await startBrowser()
  const district = 'pingfang'
  for (const role of ['intake', 'approver'])
    city.staff(role, role, { district, node: home })
  city.staff('handler', 'handler', { district, node: `${home}/urban` })
})

after(async () => {
  await browser?.close()
  await city?.stop()
  clock?.remove()
})

async function office(login) {
  const { page } = await openPage(browser, city.address, screen)
  await page.goto(`${city.address}${home}/console/#/case/${number}`)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.plate')
  return page
}

async function perform(page, deed, fill = async () => {}) {
  await page.getByRole('button', { name: deed, exact: true }).click()
  await page.waitForSelector('dialog[open]')
  await fill(page.locator('dialog'))
  await page.locator('dialog').getByRole('button', { name: deed, exact: true }).click()
  await page.waitForSelector('dialog', { state: 'detached' })
}

async function dispatch(...deeds) {
  const page = await office('intake')
  for (const deed of deeds) await perform(page, deed)
  await perform(page, '派单', (sheet) => sheet.locator('#lead').selectOption('urban'))
  await page.context().close()
}

async function solve(words) {
  const handler = await office('handler')
  await perform(handler, '签收')
  await answer(handler, words)
}

async function answer(handler, words) {
  await handler.setInputFiles('#case_file', photo)
  await handler.getByRole('button', { name: '上传' }).click()
  await handler.waitForSelector('.files img')
  await perform(handler, '答复', async (sheet) => {
    await sheet.getByText('解决', { exact: true }).click()
    await sheet.locator('#text').fill(words)
  })
  await handler.context().close()
  const approver = await office('approver')
  await perform(approver, '销号')
  await approver.context().close()
}

const seen = async () => {
  const answered = await fetch(`${city.address}/api/v1${home}/matters/${number}`)
  return answered.json()
}

async function until(what) {
  for (let time = 0; time < 120; ++time) {
    if (what(await seen())) return
    await new Promise((done) => setTimeout(done, 1_000))
  }
  assert.fail(`it never came: ${JSON.stringify(await seen())}`)
}

async function judge(page, solved, rating, reason) {
  await page.reload()
  await page.getByRole('button', { name: '评价', exact: true }).click()
  await page.getByText(solved, { exact: true }).click()
  await page.getByText(rating, { exact: true }).click()
  if (reason) await page.fill('#reason', reason)
  await page.getByRole('button', { name: '提交评价' }).click()
}

test('from a photo to a receipt that verifies', { timeout: 240_000 }, async () => {
  const citizen = await openPage(browser, city.address)
  await citizen.page.goto(`${city.address}${home}/report`)
  await citizen.page.waitForSelector('#street')
  await citizen.page.selectOption('#category', 'street_lamp')
  await citizen.page.getByText('不亮', { exact: true }).click()
  await citizen.page.fill('#text', '路灯不亮，晚上看不见路')
  await citizen.page.selectOption('#street', '230108006')
  await citizen.page.fill('#phone', '19900000009')
  await citizen.page.setInputFiles('#photos', photo)
  await citizen.page.waitForSelector('form img')
  await assertAccessible(citizen.page, 'report with its questions')
  await citizen.page.click('.btn.main')
  await citizen.page.waitForSelector('.plate .no')
  number = (await citizen.page.locator('.plate .no').textContent()).trim()
  await dispatch('受理')
  const early = await office('handler')
  await perform(early, '签收')
  await early.context().close()

  // Five working days, three more, five more; and nobody is awake.
  await clock.moveTo('2026-04-01', city.address)
  await until(({ level }) => level === 3)
  const levels = (await seen()).levels.map(({ level, nominal_at }) => [
    level,
    nominal_at.slice(0, 10),
  ])
  assert.deepEqual(levels, [
    [1, '2026-03-10'],
    [2, '2026-03-13'],
    [3, '2026-03-20'],
  ])
  await citizen.page.reload()
  await citizen.page.getByText('三级查办').first().waitFor()
  await assertAccessible(citizen.page, 'its number at the third level')

  const token = city.device('wall', 'pingfang')
  const wall = await openPage(browser, city.address, { width: 1920, height: 1080 })
  await wall.page.addInitScript((kept) => localStorage.setItem('banshi.screen', kept), token)
  await wall.page.goto(`${city.address}${home}/screen/supervision`)
  await wall.page.locator('.l3').first().waitFor()
  await assertAccessible(wall.page, 'the wall in red')

  const handler = await office('handler')
  await answer(handler, '已换灯头')
  await judge(citizen.page, '没有解决', '不满意', '还是不亮')
  await until(({ state, round }) => state === 'reopened' && round === 2)

  await dispatch()
  await solve('重接了线路')
  await judge(citizen.page, '解决了', '满意')
  await until(({ steps }) => steps.at(-1).verb === 'clear')
  const { levels: kept, answers } = await seen()
  assert.equal(kept.length, 3)
  assert.equal(answers.length, 2)

  // Its last entry is proved on the citizen's own device once a head is signed.
  await citizen.page.reload()
  const link = citizen.page.locator('.proof a.go')
  await link.waitFor()
  const seq = Number((await link.getAttribute('href')).split('/').at(-1))
  for (let size = 0; size <= seq; ) {
    const head = await fetch(`${city.address}/api/v1${home}/log/head`)
    size = (await head.json()).size
    if (size <= seq) await new Promise((done) => setTimeout(done, 1_000))
  }
  await link.click()
  await citizen.page.waitForSelector('svg.good')
  assert.deepEqual(citizen.faults, [])
  assert.deepEqual(wall.faults, [])
})
