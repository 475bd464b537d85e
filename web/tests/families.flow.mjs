// The public notice of chosen families: who is on it, one's own points, and an objection.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  closePages,
  idNumber,
  openPage,
  password,
  post,
  startBrowser,
  startCity,
} from './city.mjs'
import { householdList, ids, incomes } from './households.mjs'

const home = '/xiangfang'
let city, browser, tokens

const run = async (path, body, role) => {
  const told = await post(city.address, `${home}/aid${path}`, body, tokens[role])
  assert.ok(told.ok, `${path}: ${await told.clone().text()}`)
  return told.json()
}

async function looked({ page, faults }, what) {
  await assertAccessible(page, what)
  await assertFits(page, what)
  await assertTargets(page, 44, what)
  assert.deepEqual(faults, [], what)
}

before(async () => {
  city = await startCity()
  const roles = ['aid_lead', 'aid_keeper', 'aid_jury']
  tokens = Object.fromEntries(roles.map((role) => [role, city.device(role)]))
  tokens.second_juror = city.device('aid_jury', 'xiangfang', 'second_juror')
  browser = await startBrowser()
  for (const role of ['aid_keeper', 'aid_jury'])
    city.staff(role.replace('_', '-'), role, { node: home })
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function office(login, path) {
  const opened = await openPage(browser, city.address, { width: 1366, height: 768 })
  const { page } = opened
  await page.goto(`${city.address}${home}/console/`)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.start')
  await page.goto(`${city.address}${home}/console/#${path}`)
  return opened
}

test('before there is a selection the page says so', async () => {
  const opened = await openPage(browser, city.address)
  await opened.page.goto(`${city.address}${home}/families`)
  await opened.page.waitForSelector('.empty')
  await looked(opened, 'families-none')
})

test('the office looks through a list, and takes in and checks what is sound', async () => {
  await run('/campaigns', { name: '三年行动', first_year: 2026, families: 2 }, 'aid_lead')
  const { page, faults } = await office('aid-keeper', '/aid/families')
  await page.waitForSelector('.empty')
  await page.click('.pick .btn')
  await page.waitForSelector('.field.bad')
  const bad = `乙,${idNumber(7)},没有这条街,低保,3,900,1,0,1,自有,证7`
  const buffer = householdList(incomes, [bad])
  await page.setInputFiles('#list', { name: 'list.csv', mimeType: 'text/csv', buffer })
  await page.click('.pick .btn')
  await page.waitForSelector('[role=status] .tbl')
  assert.match(await page.innerText('[role=status] .tbl tbody'), /^5\s+街道/)
  await assertAccessible(page, 'candidates-bad')
  await page.click('[role=status] .btn.solid')
  await page.waitForSelector('.note.good')
  await page.click('section:last-of-type > p > .btn')
  await page.waitForSelector('.which [aria-pressed]:has-text("材料已核")')
  await assertAccessible(page, 'families-list')
  await assertFits(page, 'families-list')
  assert.deepEqual(faults, [])
})

test('a wrong list is taken back with a reason, and its families go', async () => {
  const { page, faults } = await office('aid-keeper', '/aid/families')
  await page.waitForSelector('.pick')
  const wrong = `丁,${idNumber(8)},安埠街道,低保,3,900,1,0,1,自有,证8`
  const buffer = householdList([], [wrong])
  await page.setInputFiles('#list', { name: 'wrong.csv', mimeType: 'text/csv', buffer })
  await page.click('.pick .btn')
  await page.click('[role=status] .btn.solid')
  await page.waitForSelector('td a:has-text("F0004")')
  await page.click('summary:has-text("历次导入 2 份")')
  await page.click('[data-list=M2026-002] .btn')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('dialog[open] .field.bad #why')
  await assertAccessible(page, 'undo-list-sheet')
  await page.fill('#why', '传错了文件')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('.note.good:has-text("名册 M2026-002 已撤销")')
  await page.waitForSelector('td a:has-text("F0004")', { state: 'detached' })
  await page.click('summary:has-text("历次导入 2 份")')
  await page.waitForSelector('[data-list=M2026-002]:has-text("传错了文件")')
  await assertAccessible(page, 'lists-taken')
  await assertFits(page, 'lists-taken')
  assert.deepEqual(faults, [])
})

test('what is found at home takes the place of what the list said', async () => {
  const { page, faults } = await office('aid-keeper', '/aid/family/F0003')
  await page.click('.btn.solid:has-text("登记入户核查")')
  await page.fill('#members', '')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #members')
  await assertAccessible(page, 'home-visit-sheet')
  await page.fill('#members', '4')
  await page.fill('#evidence', '入户看过病历')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('main:has-text("入户看过病历")')
  await page.click('.btn:has-text("看姓名和证件号")')
  await page.fill('#reason', '核对材料')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector(`.note:has-text("${ids[2]}")`)
  await assertFits(page, 'family-visited')
  assert.deepEqual(faults, [])
})

test('the notice, a family that opens its own page, and an objection', async () => {
  await run('/selections', { campaign: '2026', by_street: false }, 'aid_jury')
  for (const step of ['scores', 'shortlist'])
    await run(`/selections/2026/${step}`, {}, 'aid_jury')
  await run('/selections/2026/notice', {}, 'second_juror')
  const opened = await openPage(browser, city.address)
  const { page } = opened
  await page.goto(`${city.address}${home}/families`)
  await page.waitForSelector('.rows b')
  assert.deepEqual(await page.locator('.rows b').allInnerTexts(), ['F0001', 'F0002'])
  const shown = await page.innerText('main')
  for (const id of ids) assert.ok(!shown.includes(id.slice(-4)) && !shown.includes('甲'))
  await page.click('summary:has-text("看评分标准 2021-1")')
  await page.waitForSelector('tr:has-text("350.00 元起"):has-text("24")')
  await page.click('.rows button')
  await page.fill('#text', '有车')
  await looked(opened, 'families-notice')
  await page.click('form .btn.main')
  await page.waitForSelector('.note.good')
  await page.goto(`${city.address}${home}/families/own`)
  await page.fill('#family', 'f0003')
  await page.fill('#id_last4', '0000')
  await page.click('.btn.main')
  await page.waitForSelector('.sum')
  await looked(opened, 'families-wrong')
  await page.fill('#id_last4', ids[2].slice(-4))
  await page.click('.btn.main')
  await page.waitForSelector('.tbl')
  await page.waitForSelector('.note:has-text("最迟")')
  await looked(opened, 'families-own')
})

test('the notice of each campaign is found, in the language of the reader', async () => {
  await run('/campaigns', { name: '早先的行动', first_year: 2023, families: 2 }, 'aid_lead')
  const opened = await openPage(browser, city.address, { mode: 'en' })
  const { page } = opened
  await page.goto(`${city.address}${home}/aid`)
  await page.click('a:has-text("How the families were chosen")')
  await page.waitForSelector('.rows b:has-text("F0001")')
  assert.equal(await page.innerText('h1'), 'Public notice of families')
  await page.waitForSelector('#campaign')
  const campaigns = await page.locator('#campaign option').allTextContents()
  assert.deepEqual(
    campaigns.map((each) => each.trim().slice(0, 12)),
    ['2026 to 2028', '2023 to 2025'],
  )
  await looked(opened, 'families-english')
  await page.selectOption('#campaign', '2023')
  await page.waitForSelector('.empty')
  assert.equal(await page.inputValue('#campaign'), '2023')
  await looked(opened, 'families-of-another-campaign')
  await page.selectOption('#campaign', '2026')
  await page.waitForSelector('.rows b:has-text("F0001")')
})

test('the office sees the points of a family, and what they are counted from', async () => {
  const { page, faults } = await office('aid-jury', '/aid/family/F0003')
  await page.waitForSelector('.sums')
  assert.match(await page.innerText('main'), /入户看过病历/)
  await page.click('.btn:has-text("集体决定")')
  await page.fill('#reason', '突遇火灾')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #voters')
  await assertAccessible(page, 'ruling-sheet')
  await page.fill('#voters', '甲，乙，丙')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('.trail:has-text("突遇火灾")')
  await page.click('.btn:has-text("我要回避")')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('.note.good')
  await assertAccessible(page, 'family')
  await assertFits(page, 'family')
  assert.deepEqual(faults, [])
})

test('what is known of a family is erased, with a reason, and its number stays', async () => {
  const { page, faults } = await office('aid-jury', '/aid/family/F0002')
  await page.waitForSelector('.sums')
  assert.equal(await page.locator('.btn:has-text("删除个人信息")').count(), 0, 'it may be chosen')
  await page.goto(`${city.address}${home}/console/#/aid/family/F0003`)
  await page.waitForSelector('h1:has-text("F0003")')
  await page.click('.btn:has-text("删除个人信息")')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('dialog[open] .sum')
  await page.fill('#why', '本人要求')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('.stack:has-text("个人信息已删除")')
  assert.equal(await page.locator('.btn:has-text("删除个人信息")').count(), 0)
  await assertAccessible(page, 'family-erased')
  assert.deepEqual(faults, [])
})
