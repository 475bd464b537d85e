// The public notice of chosen families: who is on it, one's own points, and an objection.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  idNumber,
  openPage,
  post,
  startBrowser,
  startCity,
} from './city.mjs'

const home = '/xiangfang'
const titles =
  '户主姓名,身份证号,街道,类别,家庭人口,家庭月收入,残疾或重病人数,在校学生,劳动力,住房,佐证'
const ids = [1, 2, 3].map((serial) => idNumber(serial))
let city, browser, tokens

const run = async (path, body, role) => {
  const told = await post(city.address, `${home}/aid${path}`, body, tokens[role])
  assert.ok(told.ok, `${path}: ${await told.clone().text()}`)
  return told.json()
}

async function importList(text) {
  const form = new FormData()
  form.set('campaign', '2026')
  form.set('file', new Blob([text], { type: 'text/csv' }), 'list.csv')
  const told = await fetch(`${city.address}/api/v1${home}/aid/candidates`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${tokens.aid_keeper}`,
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: form,
  })
  assert.ok(told.ok, await told.clone().text())
}

async function looked({ page, faults }, what) {
  await assertAccessible(page, what)
  await assertFits(page, what)
  await assertTargets(page, 44, what)
  assert.deepEqual(faults, [], what)
}

before(async () => {
  city = await startCity()
  const roles = ['aid_lead', 'aid_keeper', 'aid_jury']
  tokens = Object.fromEntries(roles.map((role) => [role, city.device(role)]))
  browser = await startBrowser()
})

after(async () => {
  await browser?.close()
  await city?.stop()
})

test('before there is a selection the page says so', async () => {
  const opened = await openPage(browser, city.address)
  await opened.page.goto(`${city.address}${home}/families`)
  await opened.page.waitForSelector('.empty')
  await looked(opened, 'families-none')
})

test('the notice, a family that opens its own page, and an objection', async () => {
  await run('/campaigns', { name: '三年行动', first_year: 2026, families: 2 }, 'aid_lead')
  const row = (id, at) => `甲${at},${id},安埠街道,低保,3,${300 + at * 900},1,0,1,自有,证${at}`
  await importList([titles, ...ids.map(row)].join('\n'))
  await run('/family-checks', { campaign: '2026' }, 'aid_keeper')
  await run('/selections', { campaign: '2026', by_street: false }, 'aid_jury')
  for (const step of ['scores', 'shortlist', 'notice'])
    await run(`/selections/2026/${step}`, {}, 'aid_jury')
  const opened = await openPage(browser, city.address)
  const { page } = opened
  await page.goto(`${city.address}${home}/families`)
  await page.waitForSelector('.rows b')
  assert.deepEqual(await page.locator('.rows b').allInnerTexts(), ['F0001', 'F0002'])
  const shown = await page.innerText('main')
  for (const id of ids) assert.ok(!shown.includes(id.slice(-4)) && !shown.includes('甲'))
  await page.click('.rows button')
  await page.fill('#text', '有车')
  await looked(opened, 'families-notice')
  await page.click('form .btn.main')
  await page.waitForSelector('.note.good')
  await page.goto(`${city.address}${home}/families/own`)
  await page.fill('#family', 'f0003')
  await page.fill('#id_last4', '0000')
  await page.click('.btn.main')
  await page.waitForSelector('.sum')
  await looked(opened, 'families-wrong')
  await page.fill('#id_last4', ids[2].slice(-4))
  await page.click('.btn.main')
  await page.waitForSelector('.tbl')
  await looked(opened, 'families-own')
})
