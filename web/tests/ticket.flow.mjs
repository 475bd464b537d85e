// A number from the kiosk to its evaluation, as its owner sees it on the phone.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  closePages,
  openPage,
  post,
  pressTwice,
  startBrowser,
  startCity,
} from './city.mjs'

const hall = '/xiangfang/halls/minsheng'
let city, browser, token
const tickets = []

// A deed at the hall, by a device that may do it.
async function deed(path, body) {
  const response = await post(city.address, hall + path, body, token)
  assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`)
  return response.status === 204 ? undefined : response.json()
}

const at = (ticket) => `/windows/1/tickets/${ticket.ticket}`
const pageOf = ({ ticket, secret }, page = 'ticket') =>
  `${city.address}/xiangfang/${page}?hall=minsheng&ticket=${ticket}#${secret}`

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  token = city.device('hall_manager')
  await deed('/windows/1/opening')
  for (let count = 0; count < 4; ++count)
    tickets.push(await deed('/tickets', { service: 'retirement' }))
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function serve(ticket) {
  await deed('/windows/1/calls')
  await deed(`${at(ticket)}/service`)
  await deed(`${at(ticket)}/clearance`)
}

test('a phone sees its place move, its call, its end, and grades it', async () => {
  const [first, second, third] = tickets
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(pageOf(third))
  await page.waitForSelector('.beads')
  assert.equal(await page.locator('.plate .no').textContent(), third.number)
  await page.waitForFunction(() => /2/.test(document.title))
  await assertAccessible(page, 'waiting')

  await serve(first)
  await page.waitForFunction(() => /1/.test(document.querySelector('.fig')?.textContent ?? ''))
  await serve(second)
  await deed('/windows/1/calls')
  await page.waitForSelector('.call')
  assert.match(await page.locator('.call').textContent(), /1/)
  await assertAccessible(page, 'called')

  await deed(`${at(third)}/service`)
  await page.waitForFunction(() => !document.querySelector('.call'))
  await deed(`${at(third)}/clearance`)
  await page.locator('a.btn.main').click()
  await page.locator('#grade input[value="dissatisfied"]').check({ force: true })
  await assertAccessible(page, 'evaluation')
  await pressTwice(page.locator('button.main'))
  await page.waitForSelector('dl.facts')
  assert.match(await page.locator('h1').textContent(), /谢谢/)
  await assertAccessible(page, 'evaluated')
  await page.goBack()
  await page.waitForSelector('.plate')
  assert.equal(await page.locator('a.btn.main').count(), 0, 'it is graded once')
  await page.goForward()
  await page.waitForSelector('.empty h1')
  await assertAccessible(page, 'nothing more to evaluate')
  assert.deepEqual(faults, [])
})

test('a visit of two matters is graded matter by matter', async () => {
  await deed('/windows/4/opening')
  const visit = await deed('/tickets', { service: 'card' })
  const there = `/windows/4/tickets/${visit.ticket}`
  await deed('/windows/4/calls')
  await deed(`${there}/service`)
  await deed(`${there}/transfer`, { service: 'medical', first: false })
  await deed('/windows/4/calls')
  await deed(`${there}/service`)
  await deed(`${there}/clearance`)
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(pageOf(visit, 'evaluate'))
  await page.waitForSelector('#stop')
  await page.locator('#stop input').nth(1).check({ force: true })
  await page.locator('#grade input[value="satisfied"]').check({ force: true })
  await assertAccessible(page, 'which matter')
  await page.locator('button.main').click()
  await page.waitForSelector('dl.facts')
  assert.match(await page.locator('dl.facts').textContent(), /医疗/)
  await assertAccessible(page, 'graded, and another left')
  await page.locator('button.main').click()
  await page.waitForSelector('#grade')
  assert.equal(await page.locator('#stop').count(), 0, 'one is left')
  await page.locator('#grade input[value="very_satisfied"]').check({ force: true })
  await page.locator('button.main').click()
  await page.waitForSelector('dl.facts:has-text("社保卡")')
  assert.equal(await page.locator('button.main').count(), 0)
  await deed('/windows/4/closing', { confirm: true })
  assert.deepEqual(faults, [])
})

test('without scripts the number, the people ahead and the wait can be read', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(pageOf(tickets[3]))
  await page.waitForURL('**/plain')
  assert.equal(await page.locator('h1').textContent(), tickets[3].number)
  assert.match(await page.locator('h2').textContent(), /下一个就是您/)
  await context.close()
})

test('a window in the back office is told, by the phone, the plain page and the wall', async () => {
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(pageOf(tickets[3]))
  await page.waitForSelector('.beads')
  assert.equal(await page.locator('.behind').count(), 0)
  await deed('/windows/1/back-office')
  await page.waitForSelector('.behind:has-text("后台")')
  await assertAccessible(page, 'nobody is called meanwhile')
  const plain = await fetch(`${city.address}/api/v1${hall}/tickets/${tickets[3].ticket}/plain`)
  assert.match(await plain.text(), /后台办理/)
  await page.goto(`${city.address}/xiangfang/screen/minsheng`)
  await page.waitForSelector('.wait-time:has-text("后台")')
  await page.goto(pageOf(tickets[3]))
  await page.waitForSelector('.behind')
  await deed('/windows/1/opening')
  await page.waitForSelector('.behind', { state: 'detached' })
  assert.deepEqual(faults, [])
})

test('leaving is asked for, and ends the number', async () => {
  const { page } = await openPage(browser, city.address)
  await page.goto(pageOf(tickets[3]))
  await page.locator('.btn.plain').click()
  await assertAccessible(page, 'the question')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { state: 'hidden' })
  await page.locator('.btn.plain').click()
  await page.locator('dialog .danger').click()
  await page.waitForSelector('.beads', { state: 'detached' })
  assert.equal(await page.locator('.acts .btn.plain').count(), 0)
})

test('the order of the day is public, with a reason for each number', async () => {
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}/xiangfang/hall/minsheng/calls`)
  await page.waitForSelector('.rows li:nth-child(3)')
  await assertAccessible(page, 'calls')
  await page.fill('#number', tickets[2].number)
  await page.locator('.beside button').click()
  await page.waitForSelector('[role=status] .rows li:nth-child(2)')
  await assertFits(page, 'calls')
  assert.deepEqual(faults, [])
})

// Heads are signed once a minute, or within a few seconds for who asks.
async function untilSigned() {
  for (;;) {
    await post(city.address, '/xiangfang/log/heads')
    const head = await fetch(`${city.address}/api/v1/xiangfang/log/head`)
    if ((await head.json()).size > 0) return
    await new Promise((done) => setTimeout(done, 1_000))
  }
}

test('an entry of the record is proved on the phone itself', { timeout: 240_000 }, async () => {
  await untilSigned()
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}/xiangfang/record/0`)
  await page.waitForSelector('svg.good')
  await assertAccessible(page, 'the proof')
  assert.deepEqual(faults, [])
})

test('a record that was tampered with does not check out', async () => {
  const { page } = await openPage(browser, city.address)
  await page.route('**/log/entries/0', async (route) => {
    const answer = await (await route.fetch()).json()
    await route.fulfill({ json: { ...answer, body: `${answer.body} ` } })
  })
  await page.goto(`${city.address}/xiangfang/record/0`)
  await page.waitForSelector('.verdict')
  assert.equal(await page.locator('svg.good').count(), 0)
})
