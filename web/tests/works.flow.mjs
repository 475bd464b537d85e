// 办实事 in a year of the program's clock: people propose, choose and judge on their phones, and
// see what became of it; and a problem is judged by the link that its notice carries.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, afterEach, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  closePages,
  idNumber,
  openPage,
  startBrowser,
  startCity,
} from './city.mjs'
import { makeClock } from './clock.mjs'
import { ask } from './program.mjs'

const district = 'pingfang'
const home = `/${district}`
const photo = readFileSync(new URL('../../test/scenarios/supervision/road.png', import.meta.url))
const phases = {
  collect: '2026-01-01',
  screen: '2026-01-20',
  vote: '2026-02-01',
  congress: '2026-03-01',
  announce: '2026-03-12',
  build: '2026-03-20',
  report: '2026-11-01',
  judge: '2026-11-20',
  closed: '2026-12-20',
}
const tokens = {}
let clock, city, browser

before(async () => {
  clock = makeClock('2026-01-10')
  city = await startCity({ more: clock.environment })
  browser = await startBrowser()
  for (const role of ['inspector', 'intake', 'approver']) tokens[role] = city.device(role, district)
  tokens.handler = city.device('handler', district)
  await send('inspector', 'PUT', '/works/2026', {
    phases: Object.entries(phases).map(([phase, from]) => ({ phase, from })),
    choices: 1,
    ballots_least: 1,
    deputies: 100,
  })
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
  clock?.remove()
})

async function send(role, method, path, body, version) {
  const headers = version ? { 'If-Match': `"${version}"` } : {}
  const answer = await ask(city.address, method, home + path, {
    body,
    token: tokens[role],
    headers,
  })
  const text = await answer.text()
  assert.ok(answer.ok, `${path}: ${text}`)
  return text ? JSON.parse(text) : undefined
}
const works = () => send('inspector', 'GET', '/works/2026')
const deed = (item, name, body) => send('inspector', 'POST', `/work-items/${item}/${name}`, body)

async function phone(path, mode) {
  const opened = await openPage(browser, city.address, { mode })
  await opened.page.goto(`${city.address}${home}${path}`)
  await opened.page.waitForSelector('h1')
  return opened
}

const outbox = async () => (await send('inspector', 'GET', '/outbox')).messages

// The words of a notice that hold this, of those that were not there before; what is not urgent is
// sent in its own time.
async function told(pattern, before = []) {
  const old = new Set(before.map(({ id }) => id))
  for (let tries = 0; tries < 300; ++tries) {
    const fresh = (await outbox()).filter(({ id }) => !old.has(id))
    const found = fresh.find(({ words }) => pattern.test(words ?? ''))
    if (found) return found.words.match(pattern)[0]
    await new Promise((done) => setTimeout(done, 200))
  }
  return assert.fail(`no notice says ${pattern}`)
}

async function logIn(page) {
  const before = await outbox()
  await page.fill('#phone', '19900000021')
  await page.click('form .btn.main')
  await page.waitForSelector('#code')
  await page.fill('#code', await told(/(?<=验证码 )\d{6}/, before))
  await page.click('form .btn.main')
  await page.waitForSelector('#id_number')
}

async function sign(page) {
  await page.fill('#id_number', idNumber(7))
  await page.fill('#name', '赵某')
  await page.click('form .btn.main')
}

test('people propose, and what is missing is named', async () => {
  const { page, faults } = await phone('/works/2026')
  await page.waitForSelector('#title')
  await assertAccessible(page, 'the year while people propose')
  await assertFits(page, 'the year while people propose')
  await page.click('form .btn.main')
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'an empty proposal')
  await page.fill('#title', '修新伟街')
  await page.fill('#text', '路面破损，老人摔倒')
  await page.click('form .btn.main')
  await page.waitForSelector('.note.good')
  await page.getByText('修新伟街').waitFor()
  assert.deepEqual(faults, [])
})

test('people choose, each verified person once', async () => {
  const [{ item }] = (await works()).items
  await clock.moveTo('2026-01-21', city.address)
  await deed(item, 'screening', { shortlist: true, why: '' })
  await clock.moveTo('2026-02-02', city.address)
  const { page, faults } = await phone('/works/2026')
  await page.waitForSelector('#phone')
  await assertAccessible(page, 'the vote before the log-in')
  await logIn(page)
  await assertAccessible(page, 'the vote')
  await assertFits(page, 'the vote')
  await page.click('form .btn.main')
  await page.waitForSelector('.sum:focus')
  await page.check('#items input')
  await sign(page)
  await page.waitForSelector('.note.good')
  await sign(page) // changes the mind, and stays one vote
  await page.waitForSelector('.note.good')
  await clock.moveTo('2026-03-02', city.address)
  const { items, programme } = await send('inspector', 'POST', '/works/2026/count', {})
  assert.equal(programme.result, 'counted')
  assert.equal(items[0].votes, 1)
  assert.deepEqual(faults, [])
})

test('people see what is built, late or not, and judge it', async () => {
  const [{ item }] = (await works()).items
  await clock.moveTo('2026-03-02', city.address)
  const confirmed = { yes: 60, no: 20, abstained: 3, budget: 100_000_000, leader: '区长' }
  await deed(item, 'decision', { ...confirmed, unit: 'urban' })
  await clock.moveTo('2026-03-13', city.address)
  await send('inspector', 'POST', '/works/2026/announcement', {})
  await clock.moveTo('2026-03-21', city.address)
  const milestones = [{ title: '开工', planned: '2026-04-10' }]
  await deed(item, 'start', { milestones })
  const seen = await phone('/works/2026')
  await seen.page.getByText('开工').first().waitFor()
  await assertAccessible(seen.page, 'a work under way')
  await clock.moveTo('2026-04-20', city.address)
  await deed(item, 'milestone', { serial: 1, words: '已开工', spent: 50_000_000 })
  await deed(item, 'finish', {})
  await clock.moveTo('2026-11-22', city.address)
  await deed(item, 'report', { report: '按期通车' })

  const { page, faults } = await phone('/works/2026')
  await page.waitForSelector('#phone')
  await logIn(page)
  await page.check('#item input')
  await page.locator('#grade input').first().check()
  await assertAccessible(page, 'judging a work')
  await sign(page)
  await page.waitForSelector('.note.good')
  for (const mode of ['largest', 'en']) {
    const other = await phone('/works/2026', mode)
    await other.page.getByText('修新伟街').first().waitFor()
    await assertAccessible(other.page, `the works, ${mode}`)
    await assertFits(other.page, `the works, ${mode}`)
    assert.deepEqual(other.faults, [])
  }
  assert.deepEqual([...faults, ...seen.faults], [])
})

test('a year without a programme says so, and where to go', async () => {
  const { page, faults } = await phone('/works/2024')
  await page.waitForSelector('.empty a.btn')
  await assertAccessible(page, 'a year without works')
  assert.deepEqual(faults, [])
})

// Registered, answered and cleared by the office; the notice has the link.
async function clearedLink() {
  await clock.moveTo('2026-11-23', city.address)
  const problem = { kind: 'livelihood', category: 'road', text: '路面有坑', channel: 'phone' }
  const { number } = await send('intake', 'POST', '/cases', { ...problem, phone: '19900000022' })
  const at = `/cases/${number}`
  await send('intake', 'POST', `${at}/acceptance`, {}, 1)
  await send('intake', 'POST', `${at}/dispatch`, { lead: 'urban' }, 2)
  await send('handler', 'POST', `${at}/signature`, {}, 3)
  await send('handler', 'POST', `${at}/answer`, { outcome: 'solved', text: '已填平' }, 4)
  const form = new FormData()
  form.append('file', new Blob([photo], { type: 'image/png' }), 'road.png')
  form.append('published', 'true')
  await send('handler', 'POST', `${at}/files`, form)
  await send('approver', 'POST', `${at}/clearance`, {}, 5)
  await clock.moveTo('2026-11-29', city.address) // people are asked when they have had time to look
  return told(/\/judge#[\w-]+/)
}

test('the link of the notice leads to the question, once', async () => {
  const link = await clearedLink()
  const { page, faults } = await phone(link)
  await page.waitForSelector('#solved')
  await assertAccessible(page, 'the judgement')
  await assertFits(page, 'the judgement')
  await page.click('form .btn.main')
  await page.waitForSelector('.sum:focus')
  await page.locator('#solved input').first().check()
  await page.locator('#rating input').first().check()
  await page.click('form .btn.main')
  await page.waitForSelector('.note.good')
  const again = await phone(link)
  await again.page.waitForSelector('.note.good, [role=alert]')
  assert.equal(await again.page.locator('#solved').count(), 0)
  await assertAccessible(again.page, 'a judgement that was given')
  // For thirty days from the day on which it was asked.
  const stands = async (token) =>
    (await fetch(`${city.address}/api/v1${home}/evaluations/${token}`)).status
  const [, token] = link.split('#')
  assert.deepEqual([await stands(token), await stands(`${token}x`)], [200, 404])
  await clock.moveTo('2026-12-26', city.address)
  assert.equal(await stands(token), 410)
  assert.deepEqual([...faults, ...again.faults], [])
})

test('a broken link says what to do', async () => {
  const { page } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/judge#nothing`)
  await page.waitForSelector('[role=alert]')
  await assertAccessible(page, 'a broken link')
})
