// What the office may put right on its way: a reader's opinion, a time of waiting, a merger undone;
// and what authors, readers and everybody see of each.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, assertFits, assertTargets, openPage } from './city.mjs'
import { become, home, openVoices, perform } from './voices.mjs'

let voices, city, browser, get, office, handedIn, adviser, reader, screener, number

before(async () => {
  voices = await openVoices()
  ;({ city, browser, get, office, handedIn } = voices)
  adviser = await voices.loggedIn('19900000011')
  await become(adviser.page, await voices.named('赵甲'))
  screener = await voices.logIn('screener')
})

after(() => voices?.close())

async function assertGood(page, name) {
  await assertAccessible(page, name)
  await assertFits(page, name)
}

test('the screener names a reader and asks; the reader answers on the phone', async () => {
  await handedIn(adviser.page, '早高峰公交太少')
  const { page, faults } = screener
  await office(page, '/voice-members')
  await page.selectOption('#role', 'reader')
  assert.equal(await page.locator('#sector, #street').count(), 0)
  await page.fill('#name', '孙丙')
  await page.click('.fields .btn.solid')
  const told = await page.locator('.note.good').innerText()
  await assertGood(page, 'members with a reader')
  reader = await voices.loggedIn('19900000013')
  await become(reader.page, told.match(/：(\S+?)。/)[1])
  assert.equal(await reader.page.locator('a[href$="/voices/write"]').count(), 0)

  await office(page, '/voices?state=registered')
  await page.getByRole('link', { name: '早高峰公交太少' }).click()
  await perform(page, '请人参阅', async (sheet) => {
    await sheet.locator('#member').waitFor()
    await sheet.locator('.pair button').first().click()
    await page.waitForSelector('dialog .sum')
    await assertAccessible(page, 'asking a reader, with its error')
    await sheet.locator('#member').selectOption({ label: '孙丙' })
    await sheet.locator('#asked').fill('加密可行吗')
  })
  await page.getByText('等待意见').waitFor()

  await reader.page.goto(`${city.address}${home}/voices/mine`)
  await reader.page.getByText('请您参阅').waitFor()
  await assertGood(reader.page, 'to be read')
  await reader.page.getByRole('link', { name: /早高峰/ }).click()
  await reader.page.getByText('加密可行吗').waitFor()
  await reader.page.getByRole('button', { name: '提交意见' }).click()
  await reader.page.waitForSelector('.sum:focus')
  await assertGood(reader.page, 'an opinion with its error')
  await assertTargets(reader.page, 44, 'an opinion with its error')
  await reader.page.fill('#opinion', '可行，先试一个月')
  await reader.page.getByRole('button', { name: '提交意见' }).click()
  await reader.page.waitForSelector('#opinion', { state: 'detached' })
  await page.getByText('可行，先试一个月').waitFor()
  await assertGood(page, 'an opinion at the desk')

  await adviser.page.goto(`${city.address}${home}/voices/mine`)
  await adviser.page.getByRole('link', { name: /早高峰/ }).click()
  await adviser.page.getByText('等车四十分钟').waitFor()
  assert.equal(await adviser.page.getByText('先试一个月').count(), 0)
  for (const each of [screener, reader]) assert.deepEqual(each.faults, [])
  assert.deepEqual(faults, [])
})

test('a unit lets it wait: everybody reads why, and it goes on', async () => {
  const { page } = screener
  await perform(page, '审核', (sheet) => sheet.locator('#decision').selectOption('file'))
  await perform(page, '交办', (sheet) => sheet.locator('#lead').selectOption('traffic'))
  await page.getByText('已交办').first().waitFor()
  number = (await get('/voices?words=%E6%97%A9%E9%AB%98%E5%B3%B0')).voices[0].number
  const unit = await voices.logIn('head')
  await office(unit.page, `/voice/${number}`)
  await perform(unit.page, '签收')
  await perform(unit.page, '等待', async (sheet) => {
    await sheet.locator('.pair button').first().click()
    await unit.page.waitForSelector('dialog .sum')
    await sheet.locator('#pause').selectOption('author')
  })
  await unit.page.getByText('等提案人补充').first().waitFor()
  await assertGood(unit.page, 'waiting, at the unit')
  for (const size of [{}, { mode: 'largest', width: 320 }, { mode: 'en' }]) {
    const opened = await openPage(browser, city.address, size)
    await opened.page.goto(`${city.address}${home}/voices/${number}`)
    await opened.page.waitForSelector('.note.lead')
    await assertGood(opened.page, `waiting ${JSON.stringify(size)}`)
    assert.deepEqual(opened.faults, [])
    await opened.page.context().close()
  }
  await perform(unit.page, '恢复办理', (sheet) => sheet.locator('#why').fill('位置已补充'))
  await unit.page.getByText('位置已补充').waitFor()
  assert.deepEqual(unit.faults, [])
})

test('a neighbour follows it, hears of each public step, and says stop', async () => {
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/voices/${number}`)
  await page.getByRole('button', { name: '关注这件建言' }).click()
  await page.waitForSelector('#phone')
  await assertGood(page, 'following')
  await assertTargets(page, 44, 'following')
  await voices.withCode(page, '19900000014')
  await page.getByText('您在关注这件建言').waitFor()
  await page.goto(`${city.address}${home}/voices/mine`)
  await page.getByText('我关注的建言').waitFor()
  await assertGood(page, 'what one follows')
  await page.getByRole('link', { name: /早高峰/ }).click()

  const unit = await voices.logIn('head')
  await office(unit.page, `/voice/${number}`)
  await perform(unit.page, '延期', (sheet) => sheet.locator('#why').fill('要等新车'))
  for (let told = false; !told; await new Promise((done) => setTimeout(done, 300)))
    told = (await get('/outbox')).messages.some(({ words }) => words?.includes('您关注的'))
  await page.getByRole('button', { name: '不再关注' }).click()
  await page.getByText('已取消').waitFor()
  assert.deepEqual(faults, [])
})

test('joined by mistake, parted again: both histories tell of it', async () => {
  const { page } = screener
  await handedIn(adviser.page, '公交站没有雨棚')
  await office(page, '/voices?state=registered')
  await page.getByRole('link', { name: '公交站没有雨棚' }).click()
  await perform(page, '审核', (sheet) => sheet.locator('#decision').selectOption('file'))
  await page.getByText('已立案').first().waitFor()
  await perform(page, '并案', async (sheet) => {
    await sheet.locator('#into').fill(number)
    await sheet.locator('#why').fill('同一件事')
  })
  await page.getByText('已并案').first().waitFor()
  await assertGood(page, 'joined')
  await perform(page, '撤销并案', (sheet) => sheet.locator('#why').fill('不是一件事'))
  await page.getByText('已立案').first().waitFor()
  await office(page, `/voice/${number}`)
  await page.getByText('不是一件事').waitFor()
  assert.deepEqual(screener.faults, [])
})
