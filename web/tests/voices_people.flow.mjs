// What everybody may do: say that they have the same on their minds, find advice by its place, and
// write some where the district is open to citizens.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, assertFits, assertTargets, idNumber, openPage } from './city.mjs'
import { become, home, openVoices, perform } from './voices.mjs'

let voices, city, browser, get, adviser, screener, number

before(async () => {
  voices = await openVoices('me_too_from = 2021-01-01\ncitizens_from = 2021-01-01')
  ;({ city, browser, get } = voices)
  adviser = await voices.loggedIn('19900000011')
  await become(adviser.page, await voices.named('赵甲'))
  screener = await voices.logIn('screener')
})

after(() => voices?.close())

async function assertGood(page, name) {
  await assertAccessible(page, name)
  await assertFits(page, name)
  await assertTargets(page, 44, name)
}

async function filed(title) {
  const { page } = screener
  await voices.office(page, '/voices?state=registered')
  await page.getByRole('link', { name: title }).click()
  await perform(page, '审核', (sheet) => sheet.locator('#decision').selectOption('file'))
  await page.waitForSelector('.note.good')
  const { voices: found } = await get(`/voices?words=${encodeURIComponent(title)}`)
  return found[0].number
}

test('whoever has the same on the mind counts once, and may take it back', async () => {
  await voices.handedIn(adviser.page, '早高峰公交太少')
  number = await filed('早高峰公交太少')
  await adviser.page.goto(`${city.address}${home}/voices/${number}`)
  await adviser.page.waitForSelector('.plate')
  assert.equal(await adviser.page.getByRole('button', { name: '我也有同感' }).count(), 0)

  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/voices/${number}`)
  await page.getByRole('button', { name: '我也有同感' }).click()
  await page.waitForSelector('#phone')
  await assertGood(page, 'me too, before the log-in')
  await voices.withCode(page, '19900000021')
  await page.waitForSelector('#id_number')
  await page.getByRole('button', { name: '算我一个' }).click()
  await page.waitForSelector('.sum:focus')
  await assertGood(page, 'me too, without a number')
  await page.fill('#id_number', idNumber(1))
  await page.getByRole('button', { name: '算我一个' }).click()
  await page.getByText('1 人也有同感').waitFor()
  await page.getByRole('button', { name: '取消同感' }).waitFor()
  await assertGood(page, 'me too, counted')

  await page.reload()
  await page.getByRole('button', { name: '取消同感' }).click()
  await page.getByText('已取消').waitFor()
  await page.getByText('1 人也有同感').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '我也有同感' }).click()
  await page.fill('#id_number', idNumber(1))
  await page.getByRole('button', { name: '算我一个' }).click()
  await page.getByText('1 人也有同感').waitFor()
  assert.deepEqual(faults, [])
})

test('with another telephone the same person is told so; everybody sees the count', async () => {
  const { page, faults } = await openPage(browser, city.address, { mode: 'en' })
  await page.goto(`${city.address}${home}/voices/${number}`)
  await page.getByText('1 more').waitFor()
  await page.getByRole('button', { name: 'Me too' }).click()
  await voices.withCode(page, '19900000022')
  await page.waitForSelector('#id_number')
  await page.fill('#id_number', idNumber(1))
  await page.getByRole('button', { name: 'Count me in' }).click()
  await page.getByText('has been counted already').first().waitFor()
  await assertGood(page, 'me too, counted before')
  await voices.office(screener.page, `/voice/${number}`)
  await screener.page.getByText('1 人', { exact: true }).waitFor()
  assert.deepEqual([...faults, ...screener.faults], [])
})

test('an advice says where it is; the list of its street and the map have it', async () => {
  await voices.handedIn(adviser.page, '公交站没有雨棚', async (page) => {
    await page.waitForSelector('#street')
    await page.selectOption('#street', { index: 1 })
    await page.fill('#place', '新伟街站')
    await page.getByText('公开全文和姓名').click()
    await assertGood(page, 'an advice with its place')
  })
  const at_bus_stop = await filed('公交站没有雨棚')
  await screener.page.getByText('新伟街站').waitFor()

  for (const mode of [undefined, 'elder', 'en']) {
    const { page, faults } = await openPage(browser, city.address, { mode })
    await page.goto(`${city.address}${home}/voices`)
    await page.waitForSelector('.tiles')
    await assertGood(page, `advice with its map ${mode ?? ''}`)
    await page.locator('.tiles a').first().click()
    await page.waitForFunction(() => document.querySelectorAll('ul.rows .tag').length === 1)
    assert.match(new URL(page.url()).search, /street=/)
    assert.equal(await page.locator('#street option:checked').count(), 1)
    await page.locator(`a[href$="/voices/${at_bus_stop}"]`).click()
    await page.getByText('新伟街站').waitFor()
    await page.goBack()
    await page.waitForFunction(() => document.querySelectorAll('ul.rows .tag').length === 1)
    assert.deepEqual(faults, [])
    await page.context().close()
  }
})

test('a citizen takes part, writes alone, and nobody reads the name', async () => {
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/voices/mine`)
  await page.waitForSelector('#phone')
  await voices.withCode(page, '19900000031')
  await page.waitForSelector('#citizen_name')
  await page.getByRole('button', { name: '开始写建言' }).click()
  await page.waitForSelector('.sum:focus')
  await assertGood(page, 'taking part, with its errors')
  await page.fill('#citizen_name', '吴己')
  await page.fill('#phone', '19900000031')
  await page.getByRole('button', { name: '开始写建言' }).click()
  await page.getByRole('link', { name: '写建言' }).waitFor()
  await assertGood(page, 'a citizen who takes part')

  await voices.handedIn(page, '楼道灯不亮', async () => {
    assert.equal(await page.locator('[name=kind]').count(), 0)
    await page.getByText('公开全文（不公开姓名）').click()
    await assertGood(page, 'a citizen writes')
  })
  const number = await filed('楼道灯不亮')
  await screener.page.getByText('吴己').first().waitFor()

  const everybody = await openPage(browser, city.address)
  await everybody.page.goto(`${city.address}${home}/voices/${number}`)
  await everybody.page.getByText('居民', { exact: true }).waitFor()
  await everybody.page.getByText('等车四十分钟').waitFor()
  assert.ok(!(await everybody.page.content()).includes('吴己'))
  await everybody.page.goto(`${city.address}${home}/voices/figures`)
  await everybody.page.getByText('和居民').waitFor()
  const { total, advisers, citizens, streets } = await get('/voice-figures')
  const sum = streets.reduce((all, { received }) => all + received, advisers.received)
  assert.equal(citizens.received, 1)
  assert.equal(total, sum + citizens.received)
  assert.deepEqual([...faults, ...everybody.faults], [])
})
