// A public draw in the browser: a party commits, a party shows its secret, and a reader recomputes
// the result on the own device.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  closePages,
  openPage,
  password,
  post,
  startBrowser,
  startCity,
} from './city.mjs'

const home = '/xiangfang'
const secret = '22'.repeat(32)
let city, browser, keeper, witness, drawn, known

const soon = (seconds) => new Date(Date.now() + seconds * 1000).toISOString()
const pause = (seconds) => new Promise((wait) => setTimeout(wait, seconds * 1000))
const send = (path, body, token) => post(city.address, `${home}/draws${path}`, body, token)

async function run(path, body, token) {
  const told = await send(path, body, token)
  assert.ok(told.ok, `${path}: ${await told.clone().text()}`)
  return told.json()
}

// Until it is time for it.
async function runInTime(path, body, token) {
  for (;;) {
    const told = await send(path, body, token)
    if (told.ok) return told.json()
    const { code } = await told.json()
    assert.match(code, /too_early$/)
    await pause(1)
  }
}

// The page that has it as soon as it is time for it.
async function untilSeen(page, field) {
  for (;;) {
    await page.waitForSelector(`${field}, .note[role=status], .rows`)
    if (await page.locator(field).count()) return
    await pause(1)
    await page.reload()
  }
}

// One party, two families; gives the party's code.
async function announce(draw, closes, reveals) {
  const { codes } = await run(
    '',
    {
      draw,
      title: '并列家庭抽签',
      places: 1,
      closes_at: soon(closes),
      reveals_until: soon(reveals),
      late_source: 'lottery_3d',
      late_reference: '2026-300',
      late_at: soon(reveals + 1),
      parties: ['notary'],
    },
    keeper,
  )
  await run(`/${draw}/entries`, { entries: ['F0042', 'F0051'] }, keeper)
  return codes[0].code
}

async function commit(draw, code) {
  const bytes = ['banshi-commit-v1\0', `banshi/draw/${draw}\0`, 'notary\0']
  const hash = createHash('sha256').update(bytes.join('')).update(Buffer.from(secret, 'hex'))
  await run(`/${draw}/commitments`, { code, commitment: hash.digest('hex') })
}

// Until its public value is known.
async function untilKnown(draw) {
  const code = await announce(draw, 8, 40)
  await commit(draw, code)
  await runInTime(`/${draw}/reveals`, { code, secret })
}

async function wholeDraw(draw) {
  await untilKnown(draw)
  await runInTime(`/${draw}/late-values`, { value: '419' }, keeper)
  return run(`/${draw}/late-values`, { value: '4 1 9' }, witness)
}

async function looked({ page, faults }, what) {
  await assertAccessible(page, what)
  await assertFits(page, what)
  await assertTargets(page, 44, what)
  assert.deepEqual(faults, [], what)
}

before(async () => {
  city = await startCity()
  keeper = city.device('draw_keeper')
  witness = city.device('draw_witness')
  for (const role of ['draw_keeper', 'draw_witness'])
    city.staff(role.replace('_', '-'), role, { node: home })
  browser = await startBrowser()
  // They have their hours to keep: nothing else is done before they are under way.
  drawn = wholeDraw('flow-drawn')
  known = untilKnown('flow-told')
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function office(login, path, options = { width: 1366, height: 768 }) {
  const opened = await openPage(browser, city.address, options)
  const { page } = opened
  await page.goto(`${city.address}${home}/console/#/log-in?to=${path}`)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  return opened
}

async function worked({ page, faults }, what) {
  await assertAccessible(page, what)
  await assertFits(page, what)
  assert.ok((await page.locator('main .btn.solid:visible').count()) <= 1, what)
  assert.deepEqual(faults, [], what)
}

test('an organiser announces a draw, hands out the links, enters a list and annuls', async () => {
  const opened = await office('draw-keeper', '/draws')
  const { page } = opened
  await page.click('.btn.solid')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('dialog[open] .field.bad #late_reference')
  await assertAccessible(page, 'announce-sheet')
  await page.fill('#title', '招聘面试顺序')
  await page.fill('#draw', 'jobs-2026-1')
  await page.fill('#places', '2')
  await page.fill('#late_reference', '2026-300')
  await page.click('dialog[open] .btn.solid')
  await page.waitForSelector('[data-party=citizen]')
  await worked(opened, 'console-draws')
  const link = await page.innerText('[data-party=notary]')
  await page.click('.rows a[href$="jobs-2026-1"]')
  await page.fill('#entries', '0001\n0002\n0003')
  await page.click('.btn.solid')
  await page.waitForSelector('.note.good:has-text("3 个")')
  await worked(opened, 'console-draw-open')
  const party = await openPage(browser, city.address)
  await party.page.goto(link)
  await party.page.waitForSelector('.btn.main:has-text("生成密数")')
  await page.click('.btn.danger')
  await page.fill('#why', '名单有误')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('.lead:has-text("名单有误")')
})

test('a party makes a secret and commits to it', async () => {
  const code = await announce('flow-open', 3600, 7200)
  const opened = await openPage(browser, city.address)
  const { page } = opened
  await page.goto(`${city.address}${home}/draws/flow-open/part/notary#${code}`)
  await page.click('.btn.main')
  await page.waitForSelector('.note.hash')
  await looked(opened, 'draw-secret')
  await page.click('.btn.main')
  await page.waitForSelector('.note[role=status]')
  await looked(opened, 'draw-committed')
})

test('a party shows its secret, and a slip of the pen is not sent', async () => {
  const code = await announce('flow-reveal', 8, 3600)
  await commit('flow-reveal', code)
  const opened = await openPage(browser, city.address, { mode: 'en' })
  const { page } = opened
  await page.goto(`${city.address}${home}/draws/flow-reveal/part/notary#${code}`)
  await untilSeen(page, '#secret')
  await page.fill('#secret', '33'.repeat(32))
  await page.click('.btn.main')
  await page.waitForSelector('.sum')
  await looked(opened, 'draw-slip')
  await page.fill('#secret', secret)
  await page.click('.btn.main')
  await page.waitForSelector('.note[role=status]')
})

test('a reader recomputes the result', async () => {
  const { winners } = await drawn
  const opened = await openPage(browser, city.address, { mode: 'elder' })
  const { page } = opened
  await page.goto(`${city.address}${home}/draws`)
  await page.waitForSelector('.rows a')
  await looked(opened, 'draw-list')
  await page.click('.rows a[href$="flow-drawn"]')
  await page.waitForSelector('.winners')
  assert.equal(await page.innerText('.winners'), winners[0])
  await page.click('.btn.main')
  await page.waitForSelector('.note.good')
  await looked(opened, 'draw-recomputed')
})

test('an unknown draw says so', async () => {
  const opened = await openPage(browser, city.address)
  await opened.page.goto(`${city.address}${home}/draws/nowhere`)
  await opened.page.waitForSelector('[role=alert]')
  await looked(opened, 'draw-unknown')
})

test('two people tell the public value, and the result is there', async () => {
  await known
  const keeper = await office('draw-keeper', '/draw/flow-told')
  await untilSeen(keeper.page, '#value')
  await worked(keeper, 'console-draw-value')
  await keeper.page.fill('#value', '419')
  await keeper.page.click('.btn.solid')
  await keeper.page.waitForSelector('.note.good')
  const witness = await office('draw-witness', '/draw/flow-told', { mode: 'en' })
  await witness.page.fill('#value', '4 1 9')
  await witness.page.click('.btn.solid')
  await witness.page.waitForSelector('.winners')
  await worked(witness, 'console-draw-result')
})
