// Families of the aid for the browser tests: a list as a street sends it, and, where a test begins
// after the choice, its days of public notice laid into the past.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { assertAccessible, assertFits, idNumber, openPage, password } from './city.mjs'
import { ask } from './program.mjs'

const titles =
  '户主姓名,身份证号,街道,类别,家庭人口,家庭月收入,残疾或重病人数,在校学生,劳动力,住房,佐证'

// A row for each income; the page of a family opens with the last four of its ID.
export const ids = [1, 2, 3, 4].map((serial) => idNumber(serial))
export const incomes = [300, 1200, 2100]
const row = (income, at) => `甲${at},${ids[at]},安埠街道,低保,3,${income},1,0,1,自有,证${at}`
export const householdList = (incomes, more = []) =>
  Buffer.from([titles, ...incomes.map(row), ...more].join('\n'))

// `run(role, path, form)` does a deed of the aid with the device of a role.
export function deeds(city) {
  const roles = ['lead', 'cashier', 'approver', 'keeper', 'jury'].map((role) => `aid_${role}`)
  const tokens = Object.fromEntries(roles.map((role) => [role, city.device(role)]))
  tokens.second_juror = city.device('aid_jury', 'xiangfang', 'second_juror')
  return async (role, path, body = {}) => {
    const token = tokens[role]
    const told = await ask(city.address, 'POST', `/xiangfang/aid${path}`, { body, token })
    assert.ok(told.ok, `${path}: ${await told.clone().text()}`)
    return told.json()
  }
}

export function takeIn(run, incomes) {
  const form = new FormData()
  form.append('campaign', '2026')
  form.append('file', new Blob([householdList(incomes)]), 'list.csv')
  return run('aid_keeper', '/candidates', form)
}

export function endNotice(city) {
  const past = ['notice_from', 'notice_to'].map((day) => `${day} = ${day} - 30`)
  const sql = `UPDATE aid_selections SET ${past}`
  execFileSync('sqlite3', [join(city.data, 'banshi.db'), '.timeout 5000', sql])
}

// Two of three families, chosen by all the steps.
export async function chooseFamilies(city, run) {
  await run('aid_lead', '/campaigns', { name: '三年行动', first_year: 2026, families: 2 })
  await run('aid_lead', '/campaigns/2026/state', { to: 'open' })
  await takeIn(run, incomes)
  await run('aid_keeper', '/family-checks', { campaign: '2026' })
  await run('aid_jury', '/selections', { campaign: '2026', by_street: false })
  for (const step of ['scores', 'shortlist']) await run('aid_jury', `/selections/2026/${step}`)
  await run('second_juror', '/selections/2026/notice')
  endNotice(city)
  await run('second_juror', '/selections/2026/decision', { voters: ['甲', '乙', '丙'] })
}

// A page of the console, opened by somebody who logs in for it.
export async function openAt(browser, city, path, login, options = { width: 1366, height: 768 }) {
  const opened = await openPage(browser, city.address, options)
  const { page } = opened
  await page.goto(`${city.address}/xiangfang/console/#/log-in?to=${path}`)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  return opened
}

export async function looked({ page, faults }, what) {
  await assertAccessible(page, what)
  await assertFits(page, what)
  assert.ok((await page.locator('main .btn.solid:visible').count()) <= 1, what)
  assert.deepEqual(faults, [], what)
}
