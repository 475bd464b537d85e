// The extracted data against figures that were counted by other means.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'

const config = join(dirname(fileURLToPath(import.meta.url)), '../../config')

async function calendar(year) {
  const file = parse(await readFile(join(config, 'calendar', `${year}.toml`), 'utf8'))
  const short = (day) => day.toISOString().slice(5, 10)
  assert.equal(file.year, year)
  return {
    holidays: file.holidays.map(short),
    workingWeekends: file.working_weekends.map(short),
    midAutumn: file.mid_autumn.toISOString().slice(0, 10),
  }
}

test('2026: 19 weekday holidays and 6 working weekend days', async () => {
  const { holidays, workingWeekends } = await calendar(2026)
  assert.equal(
    holidays.join(' '),
    '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 ' +
      '10-01 10-02 10-05 10-06 10-07',
  )
  assert.equal(workingWeekends.join(' '), '01-04 02-14 02-28 05-09 09-20 10-10')
})

test('2025: 18 and 5', async () => {
  const { holidays, workingWeekends } = await calendar(2025)
  assert.equal(
    holidays.join(' '),
    '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 ' +
      '10-03 10-06 10-07 10-08',
  )
  assert.equal(workingWeekends.join(' '), '01-26 02-08 04-27 09-28 10-11')
})

test('2024: 19 and 8; 2021: 18 and 7', async () => {
  const [in2024, in2021] = [await calendar(2024), await calendar(2021)]
  assert.deepEqual([in2024.holidays.length, in2021.holidays.length], [19, 18])
  assert.equal(
    in2024.workingWeekends.join(' '),
    '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  )
  assert.equal(in2021.workingWeekends.join(' '), '02-07 02-20 04-25 05-08 09-18 09-26 10-09')
})

test('Mid-Autumn of each year', async () => {
  const days = '2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25'
  for (const day of days.split(' '))
    assert.equal((await calendar(Number(day.slice(0, 4)))).midAutumn, day)
})

test('every holiday is a weekday and every exchanged day a weekend', async () => {
  for (let year = 2019; year <= 2026; ++year) {
    const { holidays, workingWeekends } = await calendar(year)
    const isWeekend = (day) => [0, 6].includes(new Date(`${year}-${day}T00:00:00Z`).getUTCDay())
    assert.ok(!holidays.some(isWeekend) && workingWeekends.every(isWeekend), `${year}`)
  }
})

const counted =
  '道里 23/202, 南岗 22/213, 道外 29/175, 平房 11/55, 松北 9/129, 香坊 25/175, 呼兰 27/279, ' +
  '阿城 20/178, 双城 27/283, 依兰 12/166, 方正 10/92, 宾县 17/165, 巴彦 20/135, 木兰 9/108, ' +
  '通河 11/132, 延寿 11/139, 尚志 20/232, 五常 25/300'

test('Harbin: 18 districts and counties, 328 streets, 3158 communities', async () => {
  const lines = (await readFile(join(config, 'divisions/harbin.csv'), 'utf8')).trim().split('\n')
  const rows = lines.slice(2).map((line) => line.split(','))
  const of = (level, parent) => rows.filter((row) => row[2] === level && row[3] === parent)
  const found = of('area', '2301').map(([code, name]) => {
    const streets = of('street', code)
    const communities = streets.flatMap(([street]) => of('community', street))
    return `${name.length > 2 ? name.slice(0, -1) : name} ${streets.length}/${communities.length}`
  })
  assert.equal(lines[1], 'code,name,level,parent')
  assert.deepEqual(found, counted.split(', '))
  assert.equal(rows.length, 18 + 328 + 3158)
})

// Farms count living areas 生活区 and management areas 管理区 among the communities: no addresses.
test('streets, and communities of the nine districts, have English names', async () => {
  const read = async (file) =>
    (await readFile(join(config, 'divisions', file), 'utf8')).trim().split('\n').slice(2)
  const rows = (await read('harbin.csv')).map((line) => line.split(','))
  const named = (await read('en/harbin.csv')).map((line) => line.split(','))
  const districts = rows.filter(([, name, level]) => level === 'area' && name.endsWith('区'))
  const wanted = rows.filter(
    ([code, name, level]) =>
      level === 'street' ||
      (level === 'community' &&
        !/(生活|管理)区$/.test(name) &&
        districts.some(([district]) => code.startsWith(district))),
  )
  assert.equal(districts.length, 9)
  assert.deepEqual(
    named.map(([code]) => code).sort(),
    wanted.map(([code]) => code).sort(),
  )
  const english = /^(No\. )?[A-Z\d][a-zü'\d]*( [A-Za-z\d]+)*$/
  for (const [code, name] of named) assert.match(name, english, code)
})
