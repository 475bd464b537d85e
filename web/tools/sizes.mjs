// Holds the pages small: what a phone must fetch for each route, packed, after `npm run build`.
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist')
const limits = {
  citizen: { first: 60_000, further: 60_000 }, // each route with everything it needs
  console: { first: 220_000, further: 60_000 }, // a further route beyond the first load
  kiosk: { first: 100_000, further: 60_000 },
  screen: { first: 100_000, further: 60_000 },
}
const lazyCharts = /echarts/ // apart: a chart is asked for, a page is not
const mapParts = /^shared.map/ // beyond the page that shows them

function closure(manifest, key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) closure(manifest, next, seen)
  return seen
}

export function filesOf(manifest, keys) {
  const all = new Set(keys.flatMap((key) => [...closure(manifest, key)]))
  return new Set([...all].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]))
}

async function packed(files) {
  const sizes = await Promise.all(
    [...files].map(async (file) => gzipSync(await readFile(join(dist, file)), { level: 9 }).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function main() {
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'))
  const wrong = []
  for (const [client, limit] of Object.entries(limits)) {
    const entry = `${client}.html`
    const words = `shared/words/${client}/zh.ts`
    const first = filesOf(manifest, [entry, ...(manifest[words] ? [words] : [])])
    const lazy = Object.keys(manifest).filter(
      (key) =>
        (key.startsWith(`${client}/`) || (client === 'citizen' && mapParts.test(key))) &&
        key.endsWith('.vue') &&
        !lazyCharts.test(key),
    )
    for (const key of [undefined, ...lazy]) {
      const files = key ? filesOf(manifest, [key]) : first
      const whole = new Set([...first, ...files])
      const beyond = new Set([...files].filter((file) => !first.has(file)))
      const isWhole = !key || (client === 'citizen' && !mapParts.test(key))
      const size = await packed(isWhole ? whole : beyond)
      const most = key ? limit.further : limit.first
      const shown = `${(size / 1000).toFixed(1)} kB`.padStart(9)
      console.log(`${shown}  ${client}  ${key ?? 'first load'}`)
      if (size > most) wrong.push(`${client} ${key ?? ''}: ${size} bytes, at most ${most}`)
    }
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
