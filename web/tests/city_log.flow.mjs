// An entry of a district as a phone proves it: up to the head that the city's log holds, up to what
// the city signed; and again from two kept files, without a line.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { assertAccessible, assertFits, openPage, startBrowser } from './city.mjs'
import { addDevice, ask, hall, makeCity, openHall } from './program.mjs'

let city, server, browser
const text = async (path) => (await fetch(server.address + path)).text()

before(async () => {
  const config = openHall({ windows: 1 })
  city = makeCity({ config })
  const desk = addDevice(city, 'desk', 'desk')
  server = await city.start()
  browser = await startBrowser()
  for (let count = 0; count < 3; ++count) {
    const body = { service: 'a' }
    const made = await ask(server.address, 'POST', `${hall}/tickets`, { body, token: desk })
    assert.ok(made.ok, await made.clone().text())
  }
  await anchored(3)
})

after(async () => {
  await browser?.close()
  await server?.stop()
  city?.remove()
})

// Until the city has signed over a head of so many entries.
async function anchored(size) {
  for (;;) {
    await ask(server.address, 'POST', '/test/log/heads', { body: {} })
    const { anchor } = JSON.parse(await text('/api/v1/test/log/state'))
    const signed = Number((await text('/log/checkpoint')).split('\n')[1] ?? 0)
    if (anchor?.seq < signed && anchor.size >= size) return
    await pause(300)
  }
}

// What the page finds about entry 1, with one answer of the server changed, or cut off.
async function verdict(path, change) {
  const { page, faults } = await openPage(browser, server.address)
  if (path)
    await page.route(path, async (route) => {
      const body = change(await (await route.fetch()).text())
      if (body === undefined) return route.abort()
      return route.fulfill({ body, contentType: 'text/plain' })
    })
  await page.goto(`${server.address}/test/record/1`)
  await page.waitForSelector('.verdict')
  assert.deepEqual(path ? [] : faults, [])
  return page
}
const late = (page) => page.locator('.trail .late b').allTextContents()

test("an entry leads to the root that the city's log signed", { timeout: 90_000 }, async () => {
  const page = await verdict()
  await page.waitForSelector('svg.good')
  assert.deepEqual(await late(page), [])
  const steps = await page.locator('.trail li').allTextContents()
  assert.match(steps.at(-3), /全市日志里的树头/)
  assert.match(steps.at(-2), /全市总根.*逐层算上去/)
  assert.match(steps.at(-1), /全市日志的密钥 [0-9a-f]{8} 签过/)
  await assertAccessible(page, 'an entry up to the city')
  await assertFits(page, 'an entry up to the city')
})

test('an entry of another year says which', { timeout: 60_000 }, async () => {
  const old = (body) => body.replace(/"at":"\d{4}/, '"at":"2021')
  const page = await verdict('**/log/entries/1', old)
  assert.match(await page.textContent('p.lead'), /2021\s*年/)
})

test("what differs on the way to the city's root is named", { timeout: 120_000 }, async () => {
  const swap = (c) => (c === 'A' ? 'B' : 'A')
  const other = (body) => body.replace(/[0-9A-Za-z](?=[^\n]{30}=\n)/, swap)
  const anchor = await verdict('**/log/entry/*', (body) =>
    body.replace(/(?<=log\/test\\n\d+\\n)./, swap),
  )
  assert.deepEqual(await late(anchor), ['全市日志里的树头', '全市总根'])
  const root = await verdict('**/log/checkpoint', other)
  assert.deepEqual(await late(root), ['全市总根', '全市日志的签名'])
  const key = await verdict('**/log/keys', (body) => body.replace(/.\n$/, '\n'))
  assert.deepEqual(await late(key), ['全市日志的签名'])
  const cut = await verdict('**/log/keys', () => undefined)
  assert.deepEqual([await late(cut), await cut.locator('svg.good').count()], [[], 1])
  assert.match(await cut.locator('.trail .todo').textContent(), /读不到全市日志/)
})

test('two kept files are enough without a line', { timeout: 90_000 }, async () => {
  const kept = [await text('/log/test/receipt/1.tlog-proof'), await text('/log/test/entry/1')]
  const file = (text, name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  const page = await verdict() // the phone remembers the key from here
  const check = async ([proof, entry]) => {
    await page.goto(`${server.address}/test/record/check`)
    await page.waitForSelector('#file')
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    const files = [file(proof, '1.tlog-proof'), ...(entry ? [file(entry, '1.json')] : [])]
    await page.setInputFiles('#file', files)
    await page.waitForSelector('.verdict, .field.bad, [aria-invalid]')
    const found = { good: await page.locator('svg.good').count(), late: await late(page) }
    await page.context().setOffline(false)
    return found
  }
  assert.deepEqual(await check(kept), { good: 1, late: [] })
  const changed = [kept[0], kept[1].replace('"at":1', '"at":2')]
  assert.deepEqual((await check(changed)).late, ['总根'])
  assert.deepEqual(await check([kept[0]]), { good: 0, late: [] })
  await page.evaluate(() => localStorage.clear())
  assert.deepEqual((await check(kept)).late, ['签名'])
})
