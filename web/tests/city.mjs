// A real city for the browser tests: the built program on an empty database and a free port of
// this machine, and a browser that counts what must never happen.
import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { settingsOfTheMorning } from './settings.mjs'
import { openOutbox } from './program.mjs'
import { idNumber } from '../tools/fake-reader.mjs'

export { idNumber }

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const program = join(root, 'build/release/src/banshi')
export const password = 'a-word-of-the-tests'
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// A city that has just begun, and how to end it: its address, or the addresses of its servers, and
// `device`, which makes a device that holds a role and gives its token, called as its role where no
// login is said, and `staff`, which makes
// an account that logs in with `password`, in another district and at a unit where it is said;
// `data` is its folder.
// `database` names a PostgreSQL, which several servers may share; else it is a fresh SQLite.
// `change` mends its copy of the settings, `more` is its further environment.
export async function startCity({ database = '', servers = 1, change, more } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'banshi-'))
  const config = settingsOfTheMorning(join(root, 'config'), join(data, 'config'))
  change?.(config)
  const own = { BANSHI_DATA: data, BANSHI_CONFIG: config, BANSHI_DATABASE: database }
  const env = { ...process.env, ...own, BANSHI_PORT: '0', ...more }
  const options = { cwd: root, env, encoding: 'utf8' }
  const run = (...words) => execFileSync(program, words, options)
  run('init')
  openOutbox(data)
  const started = await Promise.all(Array.from({ length: servers }, () => startServer(env)))
  const device = (role, district = 'xiangfang', login = role) =>
    run('user', 'add', district, login, '--role', role, '--device').trim()
  const staff = (login, role, { district = 'xiangfang', node } = {}) => {
    const words = ['user', 'add', district, login, '--role', role, '--name', login]
    if (node) words.push('--node', node)
    execFileSync(program, words, { ...options, input: `${password}\n` })
  }
  const send = (signal) => () => started.forEach(({ server }) => server.kill(signal))
  const freeze = send('SIGSTOP') // the lines stay open, and nobody speaks
  const thaw = send('SIGCONT')
  const stop = async () => {
    thaw() // a test that failed may have left them frozen
    await Promise.all(started.map(({ stop }) => stop()))
    rmSync(data, { recursive: true })
  }
  const addresses = started.map(({ address }) => address)
  return { address: addresses[0], addresses, data, device, staff, freeze, thaw, stop }
}

async function startServer(env) {
  const server = spawn(program, ['serve'], { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((end) => server.on('exit', end))
  const address = await new Promise((found, failed) => {
    server.stdout.on('data', (text) => found(String(text).match(/http:\S+/)?.[0]))
    ended.then((code) => failed(new Error(`the server ended with ${code}`)))
  })
  const stop = () => {
    server.kill('SIGTERM')
    return ended
  }
  return { address, server, stop }
}

// What the browser would do beside the pages. Two hidden pages for the suggestions below its
// address bar, in each window that nobody sees, are a third of all its work. Of a switch that is
// given twice the last counts alone, so what playwright turns off stands here too.
const idle =
  'WebUIOmniboxPopup WebUIOmniboxAimPopup AimEnabled AvoidUnnecessaryBeforeUnloadCheckSync ' +
  'HttpsFirstBalancedModeAutoEnable HttpsUpgrades MediaRouter NetworkTimeServiceQuerying ' +
  'OptimizationHints PaintHolding PreconnectToSearch ThirdPartyStoragePartitioning'

export function startBrowser() {
  const off = `--disable-features=${idle.replaceAll(' ', ',')}`
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', off] })
}

// What a page that is left open goes on doing takes time from the next test.
export const closePages = (browser) =>
  Promise.all(browser.contexts().map((context) => context.close()))

const patience = 90_000 // of a browser on a machine that has much else to do
const modes = { elder: { elder: '1' }, largest: { elder: '1', text: '30' }, en: { lang: 'en' } }

// A page that remembers faults: errors of scripts, requests to other origins.
export async function openPage(browser, address, { mode, width = 390, height = 844 } = {}) {
  // A colour on its way to another is neither of them: nothing moves while a page is looked at.
  const viewport = { width, height }
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' })
  const cookies = Object.entries(modes[mode] ?? {})
  if (cookies.length > 0)
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: address })))
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    // A refusal by the server is an answer; the browser calls every one an error.
    const refused = line.text().startsWith('Failed to load resource')
    if (line.type() === 'error' && !refused) faults.push(line.text())
  })
  page.on('request', (request) => {
    // A page may show what it holds itself: data:, blob:.
    const own = [address, 'data:', `blob:${address}`]
    if (!own.some((start) => request.url().startsWith(start)))
      faults.push(`asks ${request.url()}`)
  })
  return { page, faults }
}

// To another page of the console that is open. It has come when its heading is there, and nothing
// is fetched for it any more.
export async function turnTo(page, address) {
  await page.$$eval('h1', (all) => all.forEach((each) => (each.dataset.before = '')))
  await page.goto(address)
  await page.waitForSelector('h1:not([data-before])')
  await page.waitForFunction(() => !document.querySelector('p.wait'))
}

// A key at a clerk's window. It does nothing while the deed before it is not answered, though the
// stream may have told already what that has changed.
export async function pressKey(page, key) {
  await page.waitForSelector('.console[aria-busy=false]')
  await page.keyboard.press(key)
}

// The person of a booking, as hands write it.
export async function fillPerson(page, sequence) {
  await page.fill('#name', '张某')
  await page.fill('#id_number', idNumber(sequence).toLowerCase())
  await page.fill('#phone', '+86 138 0000 0000')
  await page.check('#consent', { force: true })
}

// Pressed twice before any answer. Between two clicks of a mouse a fast server may have answered.
export const pressTwice = (locator) =>
  locator.evaluate((button) => {
    button.click()
    button.click()
  })

// What is done before any question to `path` is answered.
export async function beforeAnswers(page, path, deed) {
  let done
  const all = new Promise((resolve) => (done = resolve))
  await page.route(path, async (route) => {
    await all
    await route.continue()
  })
  await deed()
  done()
}

export async function assertAccessible(page, name) {
  // No page holds a foreign frame, so none needs a page of its own to gather what was found there.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await axe.options({ runOnly: tags, resultTypes: ['violations'] }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
  assert.deepEqual(found, [], name)
}

export async function assertFits(page, name) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(over <= 0, `${name} scrolls sideways by ${over} px`)
}

// What is pressed or filled in must be high enough for a finger.
export async function assertTargets(page, least, name) {
  const small = await page.$$eval(
    'a, button, input:not([type=radio], [type=checkbox]), label.opt, select, textarea, summary',
    (all, least) =>
      all
        .filter((each) => each.offsetParent && !each.classList.contains('skip'))
        .filter((each) => each.getBoundingClientRect().height < least - 0.5)
        .map((each) => each.outerHTML.slice(0, 80)),
    least,
  )
  assert.deepEqual(small, [], name)
}

export async function post(address, path, body = {}, token = '') {
  return fetch(`${address}/api/v1${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      ...(token !== '' && { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
}

// A deed by whoever is logged in on the page, which shows another one.
export const send = (page, path, body) =>
  page.evaluate(
    async ([url, form]) => {
      const csrf = document.cookie.match(/(?:^|; )csrf=([^;]*)/)?.[1] ?? ''
      const headers = {
        'Content-Type': 'application/json',
        'X-CSRF-Token': csrf,
        'Idempotency-Key': crypto.randomUUID().replaceAll('-', ''),
      }
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(form) })
      const told = await answer.json()
      if (!answer.ok) throw new Error(JSON.stringify(told))
      return told
    },
    [`/api/v1${path}`, body],
  )
