// The interface does what its own document says: every operation is called by a visitor and by
// each role, with sound and with empty requests. Each status and body must stand in the document,
// each right must be asked for, and nothing may break.
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bodyOf, openInterface, request, unasked } from './interface.mjs'

let city, operations, actors, ajv

before(async () => {
  city = await openInterface()
  ;({ operations, actors } = city)
  ajv = new Ajv({ strict: false, allErrors: false })
  addFormats(ajv)
  ajv.addSchema({ $id: 'api', ...city.api })
})

after(() => city?.close())

const pointer = (...parts) =>
  'api#/' +
  parts
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/')

// The answer stands in the document: its status, its type and the shape of its body.
async function assertDocumented({ path, method, operation }, answer, who) {
  const text = await answer.text()
  const about = `${method} ${path} by ${who}: ${answer.status} ${text.slice(0, 300)}`
  assert.ok(answer.status < 500, about)
  const exact = String(answer.status)
  const status = exact in operation.responses ? exact : `${exact[0]}XX`
  assert.ok(operation.responses[status], `not documented: ${about}`)
  const { content } = operation.responses[status]
  const type = answer.headers.get('content-type')?.split(';')[0]
  if (!content || answer.status === 204) return assert.equal(text, '', about)
  const named = type in content ? type : '*/*'
  assert.ok(named in content, `${type} is not documented: ${about}`)
  if (!type.endsWith('json')) return text
  const at = pointer('paths', path, method, 'responses', status, 'content', named, 'schema')
  const valid = ajv.getSchema(at)
  assert.ok(valid(JSON.parse(text)), `${JSON.stringify(valid.errors)} in ${about}`)
  return text
}

// Who lacks the right is told so, and before anything is done.
function assertRights({ path, method, operation }, { role, rights }, status, text) {
  const right = operation['x-right']
  if (!right || rights.includes(right) || operation.security.length === 0) return
  const wanted = role === 'visitor' ? 401 : 403
  assert.equal(status, wanted, `${method} ${path} by ${role}, who lacks ${right}: ${text}`)
}

test('the document names an operation once and describes each', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(ids.length > 50)
  for (const { path, operation } of operations)
    assert.doesNotMatch(operation.summary, /^api\.|^$/, path)
})

test('every look, by everybody', async () => {
  for (const each of operations.filter(({ method }) => method === 'get'))
    for (const actor of actors) {
      const answer = await request(city, each, { token: actor.token })
      const { status } = answer
      assertRights(each, actor, status, await assertDocumented(each, answer, actor.role))
    }
})

test('every deed with an empty request, by everybody', async () => {
  for (const each of operations.filter(({ method }) => method !== 'get'))
    for (const actor of actors) {
      if (unasked.has(each.operation.operationId)) continue
      const sent = { body: {}, token: actor.token }
      const answer = await request(city, each, sent)
      await assertDocumented(each, answer, actor.role)
    }
})

test('every deed with a sound request, by everybody, the visitor first', async () => {
  for (const actor of actors)
    for (const each of operations.filter(({ method }) => method !== 'get')) {
      if (unasked.has(each.operation.operationId)) continue
      const sent = { body: bodyOf(each.operation, each.path), token: actor.token }
      const answer = await request(city, each, sent)
      const { status } = answer
      assertRights(each, actor, status, await assertDocumented(each, answer, actor.role))
    }
})
