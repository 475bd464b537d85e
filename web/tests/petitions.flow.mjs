// Petitions and following: who does not accept the answer asks the authority above, people come
// again, and a stranger follows a number and hears of it; on the real server.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, afterEach, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  closePages,
  openPage,
  password,
  startBrowser,
  startCity,
} from './city.mjs'

const district = 'pingfang'
const home = `/${district}`
const screen = { width: 1366, height: 768 }
const photo = readFileSync(
  new URL('../../test/scenarios/supervision/road.png', import.meta.url),
)
const tokens = {}
let city, browser

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  for (const role of ['intake', 'handler', 'approver']) tokens[role] = city.device(role, district)
  city.staff('clerk', 'intake', { district })
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function send(role, path, body, version) {
  const form = body instanceof FormData
  const response = await fetch(`${city.address}/api/v1${home}${path}`, {
    method: 'POST',
    headers: {
      'Idempotency-Key': crypto.randomUUID(),
      ...(!form && { 'Content-Type': 'application/json' }),
      ...(role && { Authorization: `Bearer ${tokens[role]}` }),
      ...(version && { 'If-Match': `"${version}"` }),
    },
    body: form ? body : JSON.stringify(body),
  })
  const answer = await response.json()
  assert.ok(response.ok, JSON.stringify(answer))
  return answer
}

async function register(phone) {
  const problem = { kind: 'petition', category: 'deeds', channel: 'counter' }
  return send('intake', '/cases', { ...problem, text: '房产证办不下来', phone })
}

// Answered and cleared, by two people, with a photo.
async function decide(number) {
  const at = `/cases/${number}`
  await send('intake', `${at}/acceptance`, {}, 1)
  await send('intake', `${at}/dispatch`, { lead: 'resources' }, 2)
  await send('handler', `${at}/signature`, {}, 3)
  await send('handler', `${at}/answer`, { outcome: 'explained', text: '缺规划手续' }, 4)
  const form = new FormData()
  form.append('file', new Blob([photo], { type: 'image/png' }), 'road.png')
  await send('handler', `${at}/files`, form)
  await send('approver', `${at}/clearance`, {}, 5)
}

async function officeAt(number, mode) {
  const opened = await openPage(browser, city.address, { ...screen, mode })
  await opened.page.goto(`${city.address}${home}/console/#/case/${number}`)
  await opened.page.fill('#login', 'clerk')
  await opened.page.fill('#password', password)
  await opened.page.press('#password', 'Enter')
  await opened.page.waitForSelector('.plate')
  return opened
}

test('who does not accept the answer asks for a review, until a day that is named', async () => {
  const { number, code } = await register('19900000011')
  await decide(number)
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/matters/${number}#${code}`)
  await page.getByRole('button', { name: '申请复查' }).click()
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'a review without its reason')
  await page.fill('#text', '手续当年齐全')
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByText(`以前反映过：${number}`).waitFor()
  await assertAccessible(page, 'the review')
  await assertFits(page, 'the review')
  assert.deepEqual(faults, [])

  const office = await officeAt(number)
  await office.page.getByRole('heading', { name: '信访', exact: true }).waitFor()
  await office.page.getByText('复查', { exact: true }).waitFor()
  await assertAccessible(office.page, 'a petition with its chain')
  assert.deepEqual(office.faults, [])
})

test('people who come again are on record, and a person says what is the same', async () => {
  const { number } = await register('19900000012')
  const second = await register('19900000012')
  const { page, faults } = await officeAt(number)
  await page.getByRole('button', { name: '登记来访' }).click()
  await page.locator('dialog').getByRole('button', { name: '登记来访' }).click()
  await page.waitForSelector('dialog .sum')
  await assertAccessible(page, 'a visit without words')
  await page.locator('dialog #words').fill('又来问了')
  await page.locator('dialog').getByRole('button', { name: '登记来访' }).click()
  await page.getByRole('heading', { name: '来访 1 次' }).waitFor()

  await page.goto(`${city.address}${home}/console/#/case/${second.number}`)
  await page.getByRole('button', { name: `是同一件 ${number}`, exact: true }).click()
  await page.locator('dialog #why').fill('同一房屋')
  await page.locator('dialog').getByRole('button', { name: '是同一件', exact: true }).click()
  await page.getByText(`在 ${number} 上办理`).waitFor()
  assert.deepEqual(faults, [])
})

test('a stranger follows a number, hears of a step, and says stop', async () => {
  const { number } = await register('19900000013')
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/matters/${number}`)
  await page.getByRole('button', { name: '关注这个编号' }).click()
  await page.fill('#phone', '19900000014')
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.waitForSelector('#code')
  await assertAccessible(page, 'following')
  await page.fill('#code', await codeSent())
  await page.getByRole('button', { name: '关注这个编号' }).click()
  await page.getByText('您在关注这个编号').waitFor()
  await send('intake', `/cases/${number}/acceptance`, {}, 1)
  assert.match((await message('您关注的')).phone, /^199\*+0014$/)
  await page.getByRole('button', { name: '不再关注' }).click()
  await page.getByRole('button', { name: '关注这个编号' }).waitFor()
  await page.goto(`${city.address}${home}/mine`)
  await page.getByText('199****0014').waitFor()
  assert.deepEqual(faults, [])
})

// A notice of the outbox. What is not urgent may wait there for the morning, and the holes of its
// sentence are sealed until then.
async function message(part, state) {
  for (let time = 0; time < 180; ++time) {
    const answer = await fetch(`${city.address}/api/v1${home}/outbox`)
    const { messages } = await answer.json()
    const found = messages.find(
      (each) => each.words.includes(part) && (state ?? each.state) === each.state,
    )
    if (found) return found
    await new Promise((done) => setTimeout(done, 500))
  }
  return assert.fail(`no notice says ${part}`)
}
const codeSent = async () => (await message('验证码', 'sent')).words.match(/\d{6}/)[0]
