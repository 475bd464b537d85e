// Settings for the browser tests.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

// A copy of the settings in which Xiangfang lies where it is about ten o'clock now, on a day that
// works, so that its hall is open whenever the tests run.
export function settingsOfTheMorning(from, folder) {
  cpSync(from, folder, { recursive: true })
  const now = new Date()
  const east = ((10 - now.getUTCHours() + 36) % 24) - 12
  const zone = `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}` // their signs point west
  const there = new Date(now.getTime() + east * 3_600_000)
  const [today, weekday] = [there.toISOString().slice(0, 10), there.getUTCDay()]

  const district = join(folder, 'districts/xiangfang')
  edit(join(district, 'district.toml'), (text) => text.replace(/^zone .*$/m, `zone = "${zone}"`))
  edit(join(folder, 'calendar', `${today.slice(0, 4)}.toml`), (text) =>
    text
      .replace(new RegExp(`^    ${today},.*\n`, 'gm'), '')
      .replace('working_weekends = [', (head) =>
        weekday % 6 === 0 ? `${head}\n    ${today},` : head,
      ),
  )
  const weekend = [6, 7].map((day) => `{ weekday = ${day}, from = "09:00", to = "17:00" },`)
  edit(join(district, 'hall.toml'), (text) =>
    text
      .replace('opening = [', (head) => [head, ...weekend].join('\n'))
      .replace(/^an_address .*/m, 'an_address = 0'), // all tests come from one
  )
  return folder
}
