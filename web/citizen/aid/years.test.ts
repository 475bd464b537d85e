import assert from 'node:assert/strict'
import { test } from 'node:test'
import { yearsOf } from './years.ts'

const campaign = (first_year: number, state = 'running', years = 3) => ({
  number: String(first_year),
  name: `行动 ${first_year}`,
  state: state as 'running',
  first_year,
  years,
})
const shown = (now: number, ...campaigns: ReturnType<typeof campaign>[]) =>
  yearsOf(campaigns, now).map(({ campaign, year }) => `${campaign}/${year}`)

test('a campaign shows its years as far as they have come', () => {
  assert.deepEqual(shown(2022, campaign(2021)), ['2021/2022', '2021/2021'])
  assert.deepEqual(shown(2030, campaign(2021)), ['2021/2023', '2021/2022', '2021/2021'])
})

test('one that lies ahead shows its first year, a withdrawn one none', () => {
  assert.deepEqual(shown(2021, campaign(2023, 'preparing')), ['2023/2023'])
  assert.deepEqual(shown(2021, campaign(2021, 'withdrawn')), [])
})

test('the newest year of all campaigns stands first', () => {
  const two = shown(2025, campaign(2021), campaign(2024))
  assert.deepEqual(two, ['2024/2025', '2024/2024', '2021/2023', '2021/2022', '2021/2021'])
})
