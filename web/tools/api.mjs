// Makes web/shared/api/schema.d.ts, the types of the HTTP interface, from the OpenAPI document
// that `banshi openapi` prints. Its path may be given: node tools/api.mjs path/to/openapi.json
import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const here = dirname(fileURLToPath(import.meta.url))
const folder = join(here, '..', 'shared', 'api')
const root = '/api/v1/{district}'

// The client is bound to one district, so that the district is no parameter of each call.
export function withoutDistrict(document) {
  const isDistrict = (parameter) => parameter.in === 'path' && parameter.name === 'district'
  const strip = (holder) =>
    Array.isArray(holder.parameters)
      ? { ...holder, parameters: holder.parameters.filter((each) => !isDistrict(each)) }
      : holder
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const methods = Object.entries(item).map(([method, operation]) => [
      method,
      Array.isArray(operation) ? operation.filter((each) => !isDistrict(each)) : strip(operation),
    ])
    return [path.startsWith(root) ? path.slice(root.length) : path, Object.fromEntries(methods)]
  })
  return { ...document, paths: Object.fromEntries(paths) }
}

async function main(file) {
  try {
    await access(file)
  } catch {
    throw new Error(`${file} is missing; make it with: banshi openapi > ${file}`)
  }
  const document = withoutDistrict(JSON.parse(await readFile(file, 'utf8')))
  const types = astToString(await openapiTS(document))
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'schema.d.ts'), types)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(process.argv[2] ?? process.env.BANSHI_OPENAPI ?? join(here, '../../build/openapi.json'))
