// Staff log in with an account of another house: OpenID Connect and CAS, each by a real provider on
// this machine. Who is not linked is told what to do; an administrator links; a code, a ticket and
// an address that were used or begun elsewhere log nobody in.
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  openPage,
  password,
  startBrowser,
  startCity,
} from './city.mjs'
import { freePort, startCas, startOidc } from './providers.mjs'

const screen = { width: 1366, height: 768 }
const district = 'xiangfang'
let city, browser, oidc, cas, clerk

before(async () => {
  oidc = await startOidc()
  cas = await startCas()
  const change = (config) =>
    writeFileSync(
      join(config, `districts/${district}/sign_on.toml`),
      `[[providers]]
       id = "city"
       protocol = "oidc"
       name = "市统一身份账号"
       name_en = "the city's account"
       url = "${oidc.issuer}"
       client = "banshi"
       secret = "sign_on.city"
       second_factor = "ours"
       [[providers]]
       id = "campus"
       protocol = "cas"
       name = "单位账号"
       name_en = "the office's account"
       url = "${cas.url}"
       second_factor = "ours"`,
    )
  // The address is registered with the providers: it must be known before the server runs.
  city = await startCity({ change, more: { BANSHI_PORT: String(await freePort()) } })
  mkdirSync(join(city.data, 'secrets'), { recursive: true })
  const secret = join(city.data, 'secrets/sign_on.city')
  writeFileSync(secret, 'a-secret-of-the-tests\n', { mode: 0o600 })
  oidc.restart(wayBack(), 'first', 'RS256')
  browser = await startBrowser()
  city.staff('wang', 'clerk')
  city.staff('boss', 'admin')
})

after(async () => {
  await browser?.close()
  await city?.stop()
  await oidc?.stop()
  await cas?.stop()
})

const wayBack = () => `${city.address}/${district}/console/`
const logInPage = () => `${wayBack()}#/log-in`

const post = (path, body) =>
  fetch(`${city.address}/api/v1/${district}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

async function press(page, name) {
  await page.goto('about:blank') // the same address again would load nothing
  await page.goto(logInPage())
  await page.click(`button:has-text("${name}")`)
}

async function byOidc(page, user) {
  await press(page, '用市统一身份账号登录')
  await page.waitForURL(`${oidc.issuer}/interaction/**`)
  const login = page.locator('[name=login]')
  if (await login.count()) {
    await login.fill(user)
    await page.fill('[name=password]', 'any')
    await page.click('button[type=submit]')
    await page.waitForSelector('[name=prompt][value=consent]', { state: 'attached' })
  }
  await page.click('button[type=submit]')
}

async function byCas(page, user) {
  await press(page, '用单位账号登录')
  await page.fill('[name=username]', user)
  await page.click('button')
}

async function link(login, provider, subject) {
  const { page } = await openPage(browser, city.address, screen)
  await page.goto(logInPage())
  await page.fill('#login', 'boss')
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.start')
  await page.goto(`${wayBack()}#/accounts`)
  await page.click(`tr:has(td:text-is("${login}")) button:has-text("统一身份")`)
  await page.selectOption('dialog #provider', provider)
  await page.fill('dialog #subject', subject)
  await page.click('dialog button.solid')
  await page.waitForSelector(`dialog li:has-text("${subject}")`)
  await assertAccessible(page, 'the links of an account')
  return page
}

test('who is not linked is told which identifier the administrator needs', async () => {
  clerk = (await openPage(browser, city.address, screen)).page
  await clerk.goto(logInPage())
  await clerk.waitForSelector('button:has-text("用市统一身份账号登录")')
  await assertAccessible(clerk, 'the log-in with providers')
  await byOidc(clerk, 'city-0417')
  await clerk.waitForSelector('[role=alert]:has-text("city-0417")')
  await assertAccessible(clerk, 'the refusal')
  assert.equal(new URL(clerk.url()).search, '')
})

test('who is linked works under the own roles, and ends both log-ins', async () => {
  await link('wang', 'city', 'city-0417')
  await clerk.context().clearCookies()
  await byOidc(clerk, 'city-0417')
  await clerk.waitForSelector('.start')
  await clerk.waitForSelector('.bar:has-text("wang")')
  await clerk.click('.bar button:has-text("退出")')
  await clerk.waitForURL(`${oidc.issuer}/session/end**`)
})

test('with new keys of the provider, of the other algorithm, it goes on', async () => {
  oidc.restart(wayBack(), 'second', 'ES256')
  await clerk.context().clearCookies()
  await byOidc(clerk, 'city-0417')
  await clerk.waitForSelector('.start')
})

test('by CAS, and a ticket is good once', async () => {
  await link('wang', 'campus', '王 & co')
  const { page } = await openPage(browser, city.address, screen)
  const answers = []
  page.on('request', (request) => {
    if (request.url().endsWith('/sign-on/arrivals')) answers.push(request.postDataJSON())
  })
  await byCas(page, '王 & co')
  await page.waitForSelector('.bar:has-text("wang")')
  const again = await post('/sign-on/arrivals', answers[0])
  assert.equal((await again.json()).code, 'sign_on.used')
  assert.equal(cas.asked.length, 1)
  await page.click('.bar button:has-text("退出")')
  await page.waitForURL(`${cas.url}/logout**`)
})

test('log-ins, links and their removal are kept for the auditor', async () => {
  const page = await link('wang', 'campus', 'wrong-one')
  await page.click('dialog li:has-text("wrong-one") button')
  await page.waitForSelector('dialog li:has-text("wrong-one")', { state: 'detached' })
  await page.click('dialog button:has-text("关闭")')
  await page.goto(`${wayBack()}#/access-log`)
  await page.waitForSelector('tr:has-text("解除关联"):has-text("wrong-one"):has-text("boss")')
  await page.waitForSelector('tr:has-text("登录"):has-text("city-0417"):has-text("wang")')
  await assertAccessible(page, 'the log of single sign-ons')
})

test('an address that another browser brought home logs nobody in here', async () => {
  // It logs in over there, and stops before its own page takes the ticket.
  const begun = await post('/sign-on/beginnings', { provider: 'campus' })
  const { address } = await begun.json()
  const home = await fetch(`${address}&username=mallory`, { redirect: 'manual' })
  const stolen = home.headers.get('Location')
  assert.match(stolen, /ticket=ST-/)
  const victim = (await openPage(browser, city.address, screen)).page
  await victim.goto(stolen)
  await victim.waitForSelector('text=这次登录不是在这个窗口里开始的')
  await assertAccessible(victim, 'a log-in begun elsewhere')
  await victim.click('button:has-text("回登录页")')
  await victim.waitForSelector('#login')
})

test('a provider that is away is said, and the password still works', async () => {
  const { page } = await openPage(browser, city.address)
  await cas.stop()
  await page.goto(`${wayBack()}?error=access_denied&state=x#/`)
  await page.waitForSelector('text=这次登录不是在这个窗口里开始的')
  await assertFits(page, 'the refusal on a phone')
  await page.click('button:has-text("回登录页")')
  await page.fill('#login', 'wang')
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.start')
})
