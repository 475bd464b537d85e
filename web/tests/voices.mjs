// The advice platform for its flows: a city, authors who log in by telephone, and the office.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openPage, password, post, startBrowser, startCity, turnTo } from './city.mjs'

function addTo(config, lines) {
  const file = join(config, 'districts/xiangfang/voices.toml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/^phone /m, `${lines}\nphone `))
}

const screen = { width: 1366, height: 768 }
export const home = '/xiangfang'

// `more` are further lines of its voices.toml, before its first table.
export async function openVoices(more = '') {
  const city = await startCity({ change: (config) => addTo(config, more) })
  const browser = await startBrowser()
  const screener = city.device('voice_screener')
  city.staff('screener', 'voice_screener', { node: home })
  city.staff('head', 'voice_head', { node: `${home}/traffic` })
  city.staff('approver', 'voice_approver', { node: home })

  const api = (path) => `${city.address}/api/v1${home}${path}`
  const get = (path) => fetch(api(path)).then((answer) => answer.json())

  // The code that makes somebody a member.
  async function named(name, role = 'adviser') {
    const body = { role, name, from: '2021-01-01' }
    const answer = await post(city.address, `${home}/voice-members`, body, screener)
    return (await answer.json()).code
  }

  // The code of the newest message to this phone, once it has gone out.
  async function codeSent(before) {
    for (;; await pause(300)) {
      const { messages } = await get('/outbox')
      const [latest] = messages
      if (latest && latest.id !== before && /\d{6}/.test(latest.words ?? ''))
        return latest.words.match(/\d{6}/)[0]
    }
  }

  async function withCode(page, phone) {
    const before = (await get('/outbox')).messages[0]?.id
    await page.fill('#phone', phone)
    await page.click('.btn.main')
    await page.waitForSelector('#code')
    await page.fill('#code', await codeSent(before))
    await page.click('.btn.main')
  }

  async function loggedIn(phone) {
    const opened = await openPage(browser, city.address)
    const { page } = opened
    await page.goto(`${city.address}${home}/voices/mine`)
    await page.waitForSelector('#phone')
    await withCode(page, phone)
    await page.getByText('工作机构给您的邀请码').waitFor()
    return opened
  }

  async function logIn(login, mode) {
    const opened = await openPage(browser, city.address, { ...screen, mode })
    const { page } = opened
    await page.goto(`${city.address}${home}/console/`)
    await page.fill('#login', login)
    await page.fill('#password', password)
    await page.press('#password', 'Enter')
    await page.waitForSelector('.start')
    return opened
  }
  // Handed in from the page that is logged in.
  async function handedIn(page, title, choose = async () => {}) {
    await page.goto(`${city.address}${home}/voices/write`)
    await page.waitForSelector('#title')
    await page.selectOption('#topic', 'traffic')
    await page.fill('#title', title)
    await page.fill('#problem', '等车四十分钟')
    await page.fill('#suggestion', '加密班次')
    await choose(page)
    await page.click('.btn.main')
    await page.waitForSelector('.note.good')
  }
  const office = (page, path) => turnTo(page, `${city.address}${home}/console/#${path}`)

  async function close() {
    await browser.close()
    await city.stop()
  }
  return { city, browser, api, get, named, withCode, loggedIn, handedIn, logIn, office, close }
}

// A member takes up the code.
export async function become(page, code) {
  await page.fill('#code', code)
  await page.click('form:has(#code) .btn.main')
  await page.waitForSelector('form', { state: 'detached' })
}

export async function perform(page, deed, fill = async () => {}) {
  await page.getByRole('button', { name: deed, exact: true }).click()
  await page.waitForSelector('dialog[open]')
  await fill(page.locator('dialog'))
  await page.locator('dialog .pair button').first().click()
  await page.waitForSelector('dialog', { state: 'detached' })
}
