// What everybody may do with the advice of others: say that they have the same on their minds.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { assertAccessible, assertFits, assertTargets, idNumber, openPage } from './city.mjs'
import { become, home, openVoices, perform } from './voices.mjs'

let voices, city, browser, get, adviser, screener, number

before(async () => {
  voices = await openVoices('me_too_from = 2021-01-01')
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

test('the same person with another telephone is told so, and everybody sees the count', async () => {
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
