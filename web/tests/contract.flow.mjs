// The interface does what its own document says: every operation is called by a visitor and by
// each role, with sound and with empty requests. Each status and body must stand in the document,
// each right must be asked for, and nothing may break.
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { parse } from 'smol-toml'
import { idNumber } from '../tools/fake-reader.mjs'
import { addDevice, ask, hall, makeCity, openHall } from './program.mjs'

let city, server, api, ajv
const actors = [] // {role, rights, token}
const known = {} // what stands in the place of each parameter

before(async () => {
  const config = openHall({ rules: { book_before_minutes: 0, early_minutes: 1440 } })
  city = makeCity({ config })
  const { roles } = parse(readFileSync(join(config, 'districts/test/people.toml'), 'utf8'))
  actors.push({ role: 'visitor', rights: [] })
  for (const { id, rights } of roles)
    actors.push({ role: id, rights, token: addDevice(city, id, id) })
  server = await city.start()
  api = await (await fetch(`${server.address}/api/v1/openapi.json`)).json()
  ajv = new Ajv({ strict: false, allErrors: false })
  addFormats(ajv)
  ajv.addSchema({ $id: 'api', ...api })
  await fill()
})

after(async () => {
  await server?.stop()
  city?.remove()
})

const tokenOf = (role) => actors.find((each) => each.role === role).token

// A city in which something has happened: a booking, a number that is called.
async function fill() {
  const post = async (path, body, role) => {
    const sent = { body, token: role && tokenOf(role) }
    const answer = await ask(server.address, 'POST', hall + path, sent)
    const text = await answer.text()
    assert.ok(answer.ok, `${path}: ${text}`)
    return text ? JSON.parse(text) : null
  }
  const { days } = await (await ask(server.address, 'GET', `${hall}/slots?service=a`)).json()
  const day = days.find(({ state }) => state === 'open')
  const start = day.times.findLast(({ open }) => open).start
  const held = await post('/holds', { services: ['a'], start })
  const person = { name: '张某', id_number: idNumber(1), phone: '13800000000' }
  const form = { ticket: held.ticket, secret: held.secret, consent: true, ...person }
  await post('/bookings', form)
  await post('/windows/1/opening', {}, 'hall_manager')
  const issued = await post('/tickets', { service: 'a' }, 'desk')
  await post('/windows/1/calls', {}, 'hall_manager')
  await post('/tickets', { service: 'a' }, 'desk')
  const { calls } = await (await ask(server.address, 'GET', `${hall}/calls`)).json()
  Object.assign(known, {
    hall: 'hall',
    service: 'a',
    queue: 'main',
    window: '1',
    number: issued.number,
    day: day.day,
    from: '0',
    to: '1',
    seq: '0',
    size: '1',
    print: '00000000',
    start,
    id_number: idNumber(2),
    phone: '13900000000',
    booking: held,
    ticket: issued,
    calls,
  })
}

function valueOf(name, schema, path) {
  const it = path.includes('/bookings/') || path.includes('/holds/') ? known.booking : known.ticket
  if (name === 'ticket') return it.ticket
  if (name === 'secret') return it.secret
  if (name in known) return known[name]
  return sample(schema, path)
}

// A value of the shape that the document asks for.
function sample(schema, path) {
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf ?? schema.oneOf) return sample((schema.anyOf ?? schema.oneOf)[0], path)
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, valueOf(name, schema.properties[name], path)]),
      )
    case 'array':
      return [sample(schema.items, path)]
    case 'integer':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    default:
      if (schema.format === 'date') return known.day
      if (schema.format === 'date-time') return known.start
      return 'x'
  }
}

const picture = readFileSync(new URL('../../test/scenarios/supervision/road.png', import.meta.url))

// A sound request: JSON, or a form where files belong to it.
function bodyOf({ requestBody }, path) {
  const { 'application/json': plain, 'multipart/form-data': form } = requestBody?.content ?? {}
  if (plain) return sample(plain.schema, path)
  if (!form) return {}
  const body = new FormData()
  for (const name of form.schema.required) {
    const schema = form.schema.properties[name]
    const isFile = schema.format === 'binary'
    body.set(name, isFile ? new Blob([picture]) : valueOf(name, schema, path))
  }
  return body
}

function addressOf(path, { parameters = [] }) {
  let address = '/test' + path
  const query = new URLSearchParams()
  for (const { name, in: where, required, schema } of parameters) {
    if (where === 'path')
      address = address.replace(`{${name}}`, encodeURIComponent(valueOf(name, schema, path)))
    if (where === 'query' && required) query.set(name, valueOf(name, schema, path))
  }
  return query.size ? `${address}?${query}` : address
}

const operations = () =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

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
  if (status === 429) return // a deed with a password slows down who guesses
  const wanted = role === 'visitor' ? 401 : 403
  assert.equal(status, wanted, `${method} ${path} by ${role}, who lacks ${right}: ${text}`)
}

// One slows down who guesses, the other would end the session of who asks.
const unasked = new Set(['log_in', 'log_out'])

test('the document names an operation once and describes each', () => {
  const ids = operations().map(({ operation }) => operation.operationId)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(ids.length > 50)
  for (const { path, operation } of operations())
    assert.doesNotMatch(operation.summary, /^api\.|^$/, path)
})

test('every look, by everybody', async () => {
  for (const each of operations().filter(({ method }) => method === 'get'))
    for (const actor of actors) {
      const address = addressOf(each.path, each.operation)
      const answer = await ask(server.address, 'GET', address, { token: actor.token })
      const { status } = answer
      assertRights(each, actor, status, await assertDocumented(each, answer, actor.role))
    }
})

test('every deed with an empty request, by everybody', async () => {
  for (const each of operations().filter(({ method }) => method !== 'get'))
    for (const actor of actors) {
      if (unasked.has(each.operation.operationId)) continue
      const sent = { body: {}, token: actor.token }
      const address = addressOf(each.path, each.operation)
      const answer = await ask(server.address, each.method.toUpperCase(), address, sent)
      await assertDocumented(each, answer, actor.role)
    }
})

test('every deed with a sound request, by everybody, the visitor first', async () => {
  for (const actor of actors)
    for (const each of operations().filter(({ method }) => method !== 'get')) {
      if (unasked.has(each.operation.operationId)) continue
      const sent = { body: bodyOf(each.operation, each.path), token: actor.token }
      const address = addressOf(each.path, each.operation)
      const answer = await ask(server.address, each.method.toUpperCase(), address, sent)
      const { status } = answer
      assertRights(each, actor, status, await assertDocumented(each, answer, actor.role))
    }
})
