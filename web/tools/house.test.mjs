// The rules of this folder that a machine can check.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { lazyParts, readWords } from './words.mjs'

const web = join(dirname(fileURLToPath(import.meta.url)), '..')
const folders = ['shared', 'districts', 'citizen', 'kiosk', 'screen', 'console']
const made = /shared\/(api|words)\//

async function files(endings) {
  const all = await Promise.all(
    folders.map((folder) => readdir(join(web, folder), { recursive: true, withFileTypes: true })),
  )
  const paths = all.flat().filter((each) => each.isFile())
  const wanted = paths
    .map((each) => join(each.parentPath, each.name))
    .filter((path) => endings.some((end) => path.endsWith(end)) && !made.test(path))
  return Promise.all(
    wanted.map(async (path) => ({ name: relative(web, path), text: await readFile(path, 'utf8') })),
  )
}

function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(^|\s)\/\/.*$/gm, '')
}

test('sentences live in the text files alone', async () => {
  const wrong = (await files(['.vue', '.ts'])).filter(
    ({ name, text }) => !name.endsWith('.test.ts') && /\p{Script=Han}/u.test(withoutComments(text)),
  )
  assert.deepEqual(wrong.map(({ name }) => name), [])
})

// say(`state.${state}`) uses every sentence that begins with "state.".
function families(text) {
  return [...text.matchAll(/`([a-z_]+\.[a-z0-9_.]*)\$\{/g)].map((found) => found[1])
}

test('every sentence of the text files is used', async () => {
  const sources = await files(['.vue', '.ts'])
  const pages = (await readdir(web)).filter((name) => name.endsWith('.html'))
  const html = await Promise.all(pages.map((name) => readFile(join(web, name), 'utf8')))
  const unused = (await readWords('zh'))
    .filter(([key]) => key.startsWith('web.'))
    .filter(([key]) => {
      const [, client, ...rest] = key.split('.')
      const name = rest.join('.')
      const used = ({ text }) =>
        text.includes(`'${name}'`) || families(text).some((family) => name.startsWith(family))
      const folder = lazyParts[client] ?? `${client}/`
      const own = sources.filter(({ name }) => client === 'shared' || name.startsWith(folder))
      return !own.some(used) && !html.some((text) => text.includes(`:${name}%`))
    })
  assert.deepEqual(unused.map(([key]) => key), [])
})

test('colours live in tokens.css alone', async () => {
  const colour = /#[0-9a-f]{3,8}\b|\brgb\(|\bhsl\(/i
  const wrong = (await files(['.css', '.vue'])).filter(({ name, text }) => {
    const css = name.endsWith('.vue') ? (text.match(/<style[\s\S]*?<\/style>/g) ?? []).join() : text
    return name !== 'shared/tokens.css' && colour.test(withoutComments(css))
  })
  assert.deepEqual(wrong.map(({ name }) => name), [])
})

test('no style attribute that the content policy would refuse', async () => {
  const wrong = (await files(['.vue'])).filter(({ text }) => /[\s"]style="/.test(text))
  assert.deepEqual(wrong.map(({ name }) => name), [])
})

test('lines are at most 100 columns', async () => {
  const wide = /\p{Script=Han}|[，。；、：？！（）]/u
  const width = (line) => [...line].reduce((sum, c) => sum + (wide.test(c) ? 2 : 1), 0)
  const wrong = (await files(['.css', '.vue', '.ts', '.js'])).flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, at) => (width(line) > 100 ? [`${name}:${at + 1}`] : [])),
  )
  assert.deepEqual(wrong, [])
})
