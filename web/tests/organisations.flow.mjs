// What organisations and posts answer for: a “2+N” from its draft to the public page, old debts and
// a hand-over list signed by both, personal data that are due; on the real server.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  assertAccessible,
  assertFits,
  closePages,
  openPage,
  password,
  post,
  startBrowser,
  startCity,
} from './city.mjs'

const district = 'pingfang'
const home = `/${district}`
const screen = { width: 1366, height: 768 }
const photo = fileURLToPath(
  new URL('../../test/scenarios/supervision/road.png', import.meta.url),
)
const year = new Date().getFullYear()
let city, browser, token

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  token = city.device('intake', district)
  city.staff('head', 'unit_head', { district, node: `${home}/housing` })
  for (const role of ['leader', 'inspector']) city.staff(role, role, { district })
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function register(more = {}) {
  const problem = { kind: 'livelihood', category: 'parking', text: '停车难', channel: 'counter' }
  const answer = await post(city.address, `${home}/cases`, { ...problem, ...more }, token)
  return (await answer.json()).number
}

// The organisation sees what it has been given.
async function give(number) {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
  const steps = [['acceptance', {}], ['dispatch', { lead: 'housing' }]]
  for (const [at, [deed, body]] of steps.entries())
    await fetch(`${city.address}/api/v1${home}/cases/${number}/${deed}`, {
      method: 'POST',
      headers: { ...headers, 'If-Match': `"${at + 1}"`, 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify(body),
    })
}

async function logIn(login, path, mode) {
  const opened = await openPage(browser, city.address, { ...screen, mode })
  await opened.page.goto(`${city.address}${home}/console/#${path}`)
  await opened.page.fill('#login', login)
  await opened.page.fill('#password', password)
  await opened.page.press('#password', 'Enter')
  await opened.page.waitForSelector('h1:not(:has(#login))')
  return opened
}

test('a “2+N” is handed in whole, approved by another, and public', async () => {
  const problem = await register({ kind: 'hard_bone', category: 'roof_leak', text: '老楼漏雨' })
  await give(problem)
  for (let each = 0; each < 3; ++each) await register()
  const { page, faults } = await logIn('head', `/duty/${year}/housing`)
  await page.waitForSelector('#problems')
  await assertAccessible(page, 'an empty draft')
  await page.fill('#problems', problem)
  await page.selectOption('#kinds', 'parking')
  await page.fill('#mechanism', '错时停车')
  await page.fill('#methods', '楼长议事')
  for (const at of [0, 1, 2]) {
    const step = page.locator('.step').nth(at)
    await step.locator('input').nth(0).fill(`第 ${at + 1} 步`)
    await step.locator('input').nth(1).fill(`${year}-12-31`)
    await step.locator('input').nth(2).fill('赵某')
  }
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.waitForSelector('.sum')
  assert.match(await page.locator('.sum').textContent(), /为什么反复出现/)
  await assertAccessible(page, 'a draft without its cause')
  await page.fill('#cause', '车位少')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.waitForSelector('#duty_file')
  await page.setInputFiles('#duty_file', photo)
  await page.getByRole('button', { name: '上传' }).click()
  await page.getByRole('button', { name: '这一步做完了 第 1 步' }).click()
  await page.locator('dialog #evidence').fill('验收单')
  await page.locator('dialog').getByRole('button', { name: '这一步做完了' }).click()
  await page.getByText('3 步做完 1 步，33%').waitFor()
  await assertAccessible(page, 'at work')

  const leader = await logIn('leader', `/duty/${year}/housing`)
  await leader.page.getByRole('button', { name: '审定机制' }).click()
  await leader.page.locator('dialog').getByRole('button', { name: '审定机制' }).click()
  await leader.page.getByRole('heading', { name: '机制前后，每月几件' }).waitFor()
  await assertAccessible(leader.page, 'with its chart')
  await leader.page.goto(`${city.address}${home}/console/#/duties`)
  await leader.page.waitForSelector('table')
  await assertAccessible(leader.page, 'all programmes')

  for (const mode of [undefined, 'en', 'largest']) {
    const phone = await openPage(browser, city.address, { mode })
    await phone.page.goto(`${city.address}${home}/duties`)
    await phone.page.waitForSelector('.rows a')
    await assertAccessible(phone.page, 'programmes for everybody')
    await assertFits(phone.page, 'programmes for everybody')
    await phone.page.locator('.rows a').first().click()
    await phone.page.waitForSelector('.facts')
    await assertAccessible(phone.page, 'a programme for everybody')
    await assertFits(phone.page, 'a programme for everybody')
    assert.deepEqual(phone.faults, [])
  }
  for (const each of [faults, leader.faults]) assert.deepEqual(each, [])
})

test('old debts, and a list that each signs for themselves', async () => {
  await register({ category: 'roof_leak', text: '顶层漏雨', since: '2010-06-01', households: 500 })
  const { page, faults } = await logIn('inspector', '/old-debts')
  await page.waitForSelector('table')
  await assertAccessible(page, 'old debts')
  await page.getByRole('button', { name: '开列交接清单' }).click()
  await page.locator('dialog').getByRole('button', { name: '开列交接清单' }).click()
  await page.waitForSelector('dialog .sum')
  await page.locator('dialog #post').fill('分管副区长')
  await page.locator('dialog #old_name').fill('inspector')
  await page.locator('dialog #new_name').fill('leader')
  await page.locator('dialog').getByRole('button', { name: '开列交接清单' }).click()
  await page.getByRole('button', { name: '我签字' }).click()
  await page.locator('.signs .tag.good').waitFor()
  await assertAccessible(page, 'signed by one')
  const list = page.url().split('#')[1]
  const leader = await logIn('leader', list)
  await leader.page.getByRole('button', { name: '我签字' }).click()
  await leader.page.getByText('双方已签').waitFor()
  assert.deepEqual(faults, [])
  assert.deepEqual(leader.faults, [])
})

test('personal data that are due are listed before they go', async () => {
  for (const mode of [undefined, 'en', 'elder']) {
    const { page, faults } = await logIn('inspector', '/retention', mode)
    await page.waitForSelector('table')
    await assertAccessible(page, 'terms of personal data')
    assert.deepEqual(faults, [])
    await page.context().close()
  }
})
