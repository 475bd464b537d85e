// The whole interface with requests that stand up: a city in which something has happened, and
// every operation that its document names.
import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { idNumber } from '../tools/fake-reader.mjs'
import { addDevice, ask, hall, makeCity, openHall } from './program.mjs'

const known = {} // what stands in the place of each parameter

// The district `test`, and beside it `other` with the same rules, in which nothing happens.
export async function openInterface() {
  const config = openHall({ rules: { book_before_minutes: 0, early_minutes: 1440 } })
  addNeighbour(config)
  const city = makeCity({ config })
  city.env.BANSHI_PROXIES = '127.0.0.1' // so that each request can come from an address of its own
  const { roles } = parse(readFileSync(join(config, 'districts/test/people.toml'), 'utf8'))
  const actors = [{ role: 'visitor', rights: [] }]
  for (const { id, rights } of roles)
    actors.push({ role: id, rights, token: addDevice(city, id, id) })
  const server = await city.start()
  const api = await (await fetch(`${server.address}/api/v1/openapi.json`)).json()
  await fill(server, (role) => actors.find((each) => each.role === role).token)
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const close = async () => {
    await server.stop()
    city.remove()
  }
  return { city, server, api, actors, operations, close }
}

function addNeighbour(config) {
  const from = join(config, 'districts/test')
  const to = join(config, 'districts/other')
  cpSync(from, to, { recursive: true })
  const file = join(to, 'district.toml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^code .*/m, 'code    = "230198"'))
}

// A city in which something has happened: a booking, a number that is called.
async function fill(server, tokenOf) {
  const send = async (path, body, role) => {
    const sent = { body, token: role && tokenOf(role) }
    const answer = await ask(server.address, 'POST', path, sent)
    const text = await answer.text()
    assert.ok(answer.ok, `${path}: ${text}`)
    return text ? JSON.parse(text) : null
  }
  const post = (path, body, role) => send(hall + path, body, role)
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

  const problem = { kind: 'livelihood', category: 'road', text: '路面有坑', channel: 'phone' }
  const matter = await send('/test/cases', problem, 'intake')
  const donor = await send('/test/aid/donors', { kind: 'person', name: '王某' }, 'aid_cashier')
  const year = Number(day.day.slice(0, 4))
  await send('/test/aid/campaigns', { name: '帮扶行动', first_year: year }, 'aid_lead')
  await send(`/test/aid/campaigns/${year}/state`, { to: 'open' }, 'aid_lead')
  Object.assign(known, {
    hall: 'hall',
    service: 'a',
    queue: 'main',
    window: '1',
    number: issued.number,
    matter: matter.number,
    donor: donor.donor,
    campaign: String(year),
    day: day.day,
    seq: '0',
    size: '1',
    print: '00000000',
    unit: 'housing',
    organisation: 'housing',
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
  if (name === 'number' && !path.includes('/halls/')) return known.matter
  if (name in known) return known[name]
  if (path.startsWith('/log/') && name === 'to') return '1'
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
      if (schema.pattern) return '10:00' // a time of day
      if (schema.format === 'date') return known.day
      if (schema.format === 'date-time') return known.start
      return 'x'
  }
}

const picture = readFileSync(new URL('../../test/scenarios/supervision/road.png', import.meta.url))

// A sound request: JSON, or a form where files belong to it.
export function bodyOf({ requestBody }, path) {
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

function addressOf(path, { parameters = [] }, district = 'test') {
  let address = `/${district}${path}`
  const query = new URLSearchParams()
  for (const { name, in: where, required, schema } of parameters) {
    if (where === 'path')
      address = address.replace(`{${name}}`, encodeURIComponent(valueOf(name, schema, path)))
    if (where === 'query' && required) query.set(name, valueOf(name, schema, path))
  }
  return query.size ? `${address}?${query}` : address
}

// One slows down who guesses, the other would end the session of who asks.
export const unasked = new Set(['log_in', 'log_out'])

let asked = 0

// One request, from a house of its own: nobody is slowed down for what another has guessed.
export function request({ server }, { path, method, operation }, sent, district) {
  const at = ++asked
  const headers = { 'X-Forwarded-For': `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}` }
  const address = addressOf(path, operation, district)
  return ask(server.address, method.toUpperCase(), address, { ...sent, headers })
}
