// Whatever a person may do has a page: each deed of the interface is asked for by some page.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const web = join(dirname(fileURLToPath(import.meta.url)), '..')

async function sources(folder) {
  const entries = await readdir(join(web, folder), { recursive: true })
  const files = entries.filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts'))
  return Promise.all(files.map((name) => readFile(join(web, folder, name), 'utf8')))
}

// A path as pages write it: '/aid/batches/{batch}/check', or with ${batch} in place of {batch}.
const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
function written(path) {
  const parts = path.split(/\{\w+\}/).map(escaped)
  return new RegExp(parts.join('(?:\\{\\w+\\}|\\$\\{[^}]+\\})') + "['`?]")
}

// Pages that do many deeds on one thing put the last words of the path behind its address.
const families = [
  '/halls/{hall}/windows/{window}/',
  '/cases/{number}/files/',
  '/voices/{number}/files/',
  '/imports/{import_id}/',
  '/voice-imports/{import_id}/',
]
function last(path) {
  if (!families.some((family) => path.startsWith(family))) return /(?!)/
  return new RegExp(`['/]${path.slice(path.lastIndexOf('/') + 1)}['\`]`)
}

test('every deed has a page', async () => {
  const document = JSON.parse(await readFile(join(web, '../build/openapi.json'), 'utf8'))
  const folders = ['citizen', 'console', 'kiosk', 'screen', 'shared/parts', 'shared/map']
  const shared = await readdir(join(web, 'shared'))
  const single = shared.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const texts = [
    ...(await Promise.all(folders.map(sources))).flat(),
    ...(await Promise.all(single.map((name) => readFile(join(web, 'shared', name), 'utf8')))),
  ]
  const all = texts.join('\n')
  const unseen = []
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { operationId }] of Object.entries(methods)) {
      if (method === 'get') continue
      const called = all.includes(`.${method.toUpperCase()}('${path}'`)
      const seen = called || written(path).test(all) || last(path).test(all)
      if (!seen) unseen.push(`${operationId} ${path}`)
    }
  assert.deepEqual(unseen, [])
})
