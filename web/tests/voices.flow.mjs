// An advice from the phone of an adviser to its answer: joint authors, a network that comes and
// goes, the office at its console, and what everybody sees meanwhile.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { assertAccessible, assertFits, assertTargets, openPage } from './city.mjs'
import { home, openVoices, perform } from './voices.mjs'

const photo = fileURLToPath(
  new URL('../../test/scenarios/supervision/road.png', import.meta.url),
)
let voices, city, browser, adviser, second, number
let api, get, logIn, office
const codes = {}

before(async () => {
  voices = await openVoices()
  ;({ city, browser, api, get, logIn, office } = voices)
  for (const name of ['赵甲', '钱乙']) codes[name] = await voices.named(name)
  adviser = await voices.loggedIn('19900000011')
  second = await voices.loggedIn('19900000012')
})

after(() => voices?.close())

async function write(page, title) {
  await page.goto(`${city.address}${home}/voices/write`)
  await page.waitForSelector('#title')
  await page.selectOption('#topic', 'traffic')
  await page.fill('#title', title)
  await page.fill('#problem', '等车四十分钟')
  await page.fill('#suggestion', '加密班次')
}

test('a code makes an adviser; an empty form says what is missing', async () => {
  for (const [{ page }, name] of [
    [adviser, '赵甲'],
    [second, '钱乙'],
  ]) {
    await page.fill('#code', 'wrong')
    await page.click('.btn.main')
    await page.waitForSelector('.sum:focus')
    await page.fill('#code', codes[name])
    await page.click('.btn.main')
    await page.waitForSelector('.empty')
  }
  const { page, faults } = adviser
  await assertAccessible(page, 'my advice, empty')
  await page.goto(`${city.address}${home}/voices/write`)
  await page.waitForSelector('#title')
  await page.click('.btn.main')
  await page.waitForSelector('.sum:focus')
  assert.equal(await page.locator('.sum li').count(), 4)
  await assertAccessible(page, 'writing with its errors')
  await assertFits(page, 'writing with its errors')
  await assertTargets(page, 44, 'writing with its errors')
  assert.deepEqual(faults, [])
})

test('typed without a network, it is kept and handed in once', async () => {
  const { page } = adviser
  await write(page, '村里没有路灯')
  await page.context().setOffline(true)
  for (let time = 0; time < 3; ++time) {
    await page.click('.btn.main')
    await page.waitForSelector('.note.warn')
  }
  await assertAccessible(page, 'waiting for the network')
  await page.context().setOffline(false)
  await page.waitForSelector('.note.good')

  // The answer is lost on its way back: the same key makes it one.
  await write(page, '公交站没有雨棚')
  let lost = 0
  await page.route('**/submission', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.click('.btn.main')
  await page.waitForSelector('.note.warn')
  await page.reload()
  await page.waitForSelector('#title')
  assert.equal(await page.inputValue('#title'), '公交站没有雨棚')
  await page.click('.btn.main')
  await page.waitForSelector('.note.good')
  const { total } = await get('/voice-figures')
  assert.equal(total, 2)
})

test('who is asked to sign agrees first; then it is handed in, with a picture', async () => {
  const { page, faults } = adviser
  await write(page, '早高峰公交太少')
  await page.locator('.btn:not(.main)').last().click()
  await page.waitForSelector('#name')
  await page.fill('#name', '钱乙')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('button', { name: /请钱乙/ }).click()
  await page.getByText('等待确认').waitFor()
  await page.setInputFiles('#photos', photo)
  await page.getByRole('button', { name: '上传图片' }).click()
  await page.waitForSelector('.files img')
  await assertAccessible(page, 'a draft with its authors')
  await assertFits(page, 'a draft with its authors')

  await second.page.goto(`${city.address}${home}/voices/mine`)
  await second.page.getByText('请您联名').waitFor()
  await second.page.getByRole('link', { name: /早高峰/ }).click()
  await second.page.getByRole('button', { name: '同意联名' }).waitFor()
  await assertAccessible(second.page, 'asked to sign')
  await second.page.getByRole('button', { name: '同意联名' }).click()
  await second.page.getByText('同意联名').waitFor({ state: 'detached' })
  assert.equal(await second.page.getByRole('button', { name: '撤回' }).count(), 0)

  await page.reload()
  await page.getByText('已同意').waitFor()
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('待审核', { exact: true }).waitFor()
  assert.deepEqual(faults, [])
})

test('the office files it, the unit answers, and nothing is public before its moment', async () => {
  const screening = await logIn('screener')
  await office(screening.page, '/voices?state=registered')
  await screening.page.getByRole('link', { name: '早高峰公交太少' }).click()
  await screening.page.waitForSelector('.parts')
  await assertAccessible(screening.page, 'an advice at the office')
  await perform(screening.page, '审核', (sheet) => sheet.locator('#decision').selectOption('file'))
  await screening.page.waitForSelector('.note.good')
  await perform(screening.page, '交办', (sheet) => sheet.locator('#lead').selectOption('traffic'))
  await screening.page.getByText('已交办').first().waitFor()
  number = (await get('/voices?words=%E6%97%A9%E9%AB%98%E5%B3%B0')).voices[0].number

  const unit = await logIn('head')
  await office(unit.page, `/voice/${number}`)
  await perform(unit.page, '签收')
  await perform(unit.page, '登记沟通', (sheet) => sheet.locator('#text').fill('已电话说明'))
  await unit.page.setInputFiles('#voice_file', photo)
  await unit.page.getByRole('button', { name: '上传', exact: true }).click()
  await unit.page.locator('.files img').nth(1).waitFor()
  await perform(unit.page, '拟答复', async (sheet) => {
    await sheet.locator('#outcome').selectOption('partly')
    await sheet.locator('#text').fill('先加两班，年底再加')
    await sheet.locator('#review_on').fill(dayIn(60))
    await sheet.getByRole('button', { name: '增加一项措施' }).click()
    await sheet.locator('#what0').fill('加两班车')
    await sheet.locator('#by_day0').fill(dayIn(20))
    await assertAccessible(unit.page, 'a draft with its measures')
  })

  const approving = await logIn('approver')
  await office(approving.page, `/voice/${number}`)
  await perform(approving.page, '审定答复', (sheet) =>
    sheet.locator('#publish_at').fill(`${dayIn(2)}T09:00`),
  )
  const before = await fetch(api(`/voices/${number}`)).then((answer) => answer.text())
  assert.match(before, /"state":"working"/)
  assert.doesNotMatch(before, /年底再加|加两班车|partly/)
  const feed = await fetch(api('/voices.atom')).then((answer) => answer.text())
  assert.doesNotMatch(feed, /已审|待公开|答复/)
  assert.equal((await fetch(api(`/voices/${number}/letter`))).status, 409)
  await perform(approving.page, '退回重拟', (sheet) => sheet.locator('#why').fill('马上公开'))

  await perform(unit.page, '拟答复', async (sheet) => {
    await sheet.locator('#outcome').selectOption('partly')
    await sheet.locator('#text').fill('先加两班，年底再加')
    await sheet.locator('#review_on').fill(dayIn(60))
    await sheet.getByRole('button', { name: '增加一项措施' }).click()
    await sheet.locator('#what0').fill('加两班车')
    await sheet.locator('#by_day0').fill(dayIn(20))
  })
  await perform(approving.page, '审定答复')
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/voices/${number}`)
  await page.getByText('年底再加').waitFor()
  await page.waitForSelector('.files img')
  await assertAccessible(page, 'the answer')
  await assertFits(page, 'the answer')
  const letter = await fetch(api(`/voices/${number}/letter`))
  assert.equal(letter.headers.get('content-type'), 'application/pdf')
  for (const each of [screening, unit, approving]) assert.deepEqual(each.faults, [])
  assert.deepEqual(faults, [])
})

function dayIn(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

test('each author rates the answer; the unit proves its measure', async () => {
  const { page } = adviser
  await page.goto(`${city.address}${home}/voices/${number}`)
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'a rating with its error')
  await page.getByText('基本满意', { exact: true }).click()
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.waitForSelector('#rating', { state: 'detached' })
  const unit = await logIn('head')
  await office(unit.page, `/voice/${number}`)
  await perform(unit.page, '报告措施完成', (sheet) => sheet.locator('#text').fill('已加两班'))
  await unit.page.getByText('已加两班').first().waitFor()
  await assertAccessible(unit.page, 'a proved measure')
})

test('a call, an inquiry and a digest at the console, and their public pages', async () => {
  const { page, faults } = await logIn('screener')
  await office(page, '/voice-calls')
  await page.waitForSelector('.empty')
  await assertAccessible(page, 'no calls')
  await perform(page, '发布主题征集', async (sheet) => {
    await sheet.locator('.pair button').first().click()
    await page.waitForSelector('dialog .sum')
    await assertAccessible(page, 'a call with its errors')
    await sheet.locator('#topic').selectOption('traffic')
    await sheet.locator('#title').fill('冬季出行')
    await sheet.locator('#text').fill('哪些路口要除雪')
  })
  await page.waitForSelector('tbody tr')
  await assertAccessible(page, 'calls')
  await office(page, '/voice-inquiries')
  await perform(page, '登记视察调研', async (sheet) => {
    await sheet.locator('#topic').selectOption('food')
    await sheet.locator('#title').fill('食品安全示范街')
    await sheet.locator('#place').fill('示范街')
    await sheet.locator('#members').fill('赵甲、钱乙')
  })
  await perform(page, '登记发现的问题', async (sheet) => {
    await sheet.locator('#member').selectOption({ index: 1 })
    await sheet.locator('#title').fill('无证摊点')
    await sheet.locator('#problem').fill('三家无证')
    await sheet.locator('#suggestion').fill('补证')
  })
  await perform(page, '登记回访', (sheet) => sheet.locator('#words').fill('两家已补证'))
  await page.getByText('两家已补证').waitFor()
  await assertAccessible(page, 'inquiries')
  await assertFits(page, 'inquiries')
  await office(page, '/voice-digests')
  await perform(page, '编一期专报', async (sheet) => {
    await sheet.locator('#title').fill('公共交通')
    await sheet.locator('#numbers').check({ force: true })
  })
  await page.waitForSelector('.items li')
  await perform(page, '登记批示', async (sheet) => {
    await sheet.locator('#leader').fill('副区长')
    await sheet.locator('#text').fill('年底前落实')
    await sheet.locator('#unit').selectOption('traffic')
  })
  await page.getByText('年底前落实').waitFor()
  await assertAccessible(page, 'digests')
  await assertFits(page, 'digests')
  const paper = await page.getByRole('link', { name: '打印' }).getAttribute('href')
  const printed = await page.request.get(`${city.address}${paper}`)
  assert.equal(printed.headers()['content-type'], 'application/pdf')
  assert.deepEqual(faults, [])
})

test('a district without the platform says so, with the way back', async () => {
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}/pingfang/voices`)
  await page.waitForSelector('a.btn[href="/pingfang/"]')
  assert.equal(await page.locator('form').count(), 0)
  await assertAccessible(page, 'no platform')
  assert.deepEqual(faults, [])
  await page.context().close()
})

test('the public pages in every mode', async () => {
  const { calls } = await get('/voice-calls')
  const paths = [
    ['/voices', '.rows'],
    ['/voices/figures', '.rows'],
    ['/voices/inquiries', '.lead'],
    [`/voices/calls/${calls[0].call}`, '.lead'],
    [`/voices/${number}`, '.plate'],
    ['/voices/XFV-2026-999999-9', '.empty, .note, .sum'],
  ]
  const large = { mode: 'largest', width: 320 }
  for (const size of [{}, large, { mode: 'en' }]) {
    const { page, faults } = await openPage(browser, city.address, size)
    for (const [path, part] of paths) {
      await page.goto(`${city.address}${home}${path}`)
      await page.waitForSelector(part)
      const name = `${path} ${JSON.stringify(size)}`
      await assertAccessible(page, name)
      await assertFits(page, name)
      await assertTargets(page, 44, name)
    }
    assert.deepEqual(faults, [])
    await page.context().close()
  }
})

test('the console large and in English', async () => {
  const paths = [
    ['/voices', 'tbody tr'],
    ['/voice-counts', 'tbody tr'],
    ['/voice-members', 'tbody tr'],
    ['/voice-inquiries', '.inquiry'],
    ['/voice-digests', '.digest'],
    [`/voice/${number}`, '.parts'],
  ]
  for (const mode of ['elder', 'en']) {
    const { page, faults } = await logIn('screener', mode)
    for (const [path, part] of paths) {
      await office(page, path)
      await page.waitForSelector(part)
      await assertAccessible(page, `${path} ${mode}`)
      await assertFits(page, `${path} ${mode}`)
    }
    assert.deepEqual(faults, [])
  }
})
