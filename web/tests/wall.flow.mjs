// The leaders' wall of registered problems and the board behind it, on the real server: the figures
// are those of the lists, and they follow what happens.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
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
const wall = { width: 1920, height: 1080 }
let city, browser, token

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  token = city.device('wall', district)
  city.staff('leader', 'leader', { district })
  for (const category of ['road', 'heating']) await report(category)
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function report(category) {
  const problem = { category, text: `${category}: broken`, street: '230108006' }
  assert.equal((await post(city.address, `/${district}/matters`, problem)).status, 201)
}

async function openWall(name, mode) {
  const opened = await openPage(browser, city.address, { ...wall, mode })
  await opened.page.addInitScript((kept) => localStorage.setItem('banshi.screen', kept), token)
  await opened.page.goto(`${city.address}/${district}/screen/${name}`)
  await opened.page.waitForSelector('main')
  return opened
}

const stations = (page) => page.locator('.way li span').allTextContents()

for (const mode of [undefined, 'en'])
  test(`the wall of a district${mode ? ` in ${mode}` : ''} counts what is registered`, async () => {
    const { page, faults } = await openWall('supervision', mode)
    await page.waitForSelector('.way')
    const before = Number((await stations(page))[0])
    await report('road')
    await page.waitForFunction(
      (count) => document.querySelector('.way li span')?.textContent === String(count),
      before + 1,
    )
    assert.equal((await stations(page))[2], '0')
    await assertAccessible(page, 'wall')
    await assertFits(page, 'wall')
    const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
    assert.ok(over <= 0, `the wall is ${over} px too high`)
    const { x, width } = await page.locator('.clock').boundingBox()
    assert.ok(x + width <= wall.width, 'the clock stands within the wall')
    assert.deepEqual(faults, [])
  })

test('without a token the wall asks for one, and shows nothing', async () => {
  const { page } = await openPage(browser, city.address, wall)
  await page.goto(`${city.address}/${district}/screen/supervision`)
  await page.waitForSelector('#token')
  assert.equal(await page.locator('.way').count(), 0)
  const { x, width } = await page.locator('.token form').boundingBox()
  assert.ok(Math.abs(x + width / 2 - wall.width / 2) < 2, 'it is asked in the middle')
  await assertAccessible(page, 'token of the wall')
})

test('the wall of the city has a line a district', async () => {
  const { page, faults } = await openWall('supervision-city')
  await page.waitForSelector('tbody tr')
  assert.equal(await page.locator('tbody tr').count(), 1)
  await assertAccessible(page, 'wall of the city')
  await assertFits(page, 'wall of the city')
  assert.deepEqual(faults, [])
})

test('a figure of the board opens the list that it sums', async () => {
  const { page, faults } = await openPage(browser, city.address, { width: 1366, height: 768 })
  await page.goto(`${city.address}/${district}/console/#/board`)
  await page.fill('#login', 'leader')
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.figures')
  await assertAccessible(page, 'board')
  await assertFits(page, 'board')
  const open = page.locator('.figures a').nth(1)
  const count = Number(await open.textContent())
  assert.ok(count >= 2)
  await open.click()
  // The board has tables as well: the list is the one with a row for each that it counted.
  await page.waitForURL(/#\/cases/)
  await page.waitForFunction((rows) => document.querySelectorAll('tbody tr').length === rows, count)
  assert.deepEqual(faults, [])
})
