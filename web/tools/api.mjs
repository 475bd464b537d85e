// Makes web/shared/api/schema.d.ts, the types of the HTTP interface, from the OpenAPI document
// that `banshi openapi` prints. Its path may be given: node tools/api.mjs path/to/openapi.json
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'

const here = dirname(fileURLToPath(import.meta.url))
const folder = join(here, '..', 'shared', 'api')

const isKey = ({ $ref = '' }) => $ref.endsWith('/IdempotencyKey')

function each(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))
}

function withoutStream(response) {
  const { 'text/event-stream': _stream, ...content } = response.content ?? {}
  return response.content ? { ...response, content } : response
}

// The client puts a key on every write by itself, so that no caller must name one; and what can
// be watched as a stream is followed by other means (shared/stream.ts).
export function forClient(document) {
  const change = (operation) => ({
    ...operation,
    parameters: (operation.parameters ?? []).filter((parameter) => !isKey(parameter)),
    responses: each(operation.responses, withoutStream),
  })
  return { ...document, paths: each(document.paths, (methods) => each(methods, change)) }
}

// A file of a form is a Blob, which the client sends as it is.
const transform = ({ format }) =>
  format === 'binary' ? ts.factory.createTypeReferenceNode('Blob') : undefined

export async function typesOf(document) {
  return astToString(await openapiTS(forClient(document), { transform }))
}

async function main(file) {
  try {
    await access(file)
  } catch {
    throw new Error(`${file} is missing; make it with: banshi openapi > ${file}`)
  }
  const types = await typesOf(JSON.parse(await readFile(file, 'utf8')))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'schema.d.ts'), types)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(
    process.argv[2] ?? process.env.BANSHI_OPENAPI ?? join(here, '../../build/openapi.json'),
  )
