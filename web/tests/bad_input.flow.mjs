// What a client should never send, sent to the real server: every answer is a refusal that says in
// the reader's language what to do, none a fault of the server, and none is kept waiting.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { idNumber } from '../tools/fake-reader.mjs'
import { addDevice, ask, hall, makeCity, openHall } from './program.mjs'

const rules = { book_before_minutes: 0, early_minutes: 1440, stop_when_full: false }
let city, server, desk, start

before(async () => {
  city = makeCity({ config: openHall({ rules }) })
  desk = addDevice(city, 'desk', 'desk')
  server = await city.start()
  const slots = await (await ask(server.address, 'GET', `${hall}/slots?service=a`)).json()
  start = slots.days[0].times.find(({ open }) => open).start
})

after(async () => {
  await server?.stop()
  city?.remove()
})

const api = (path) => `${server.address}/api/v1${path}`
const post = (path, body, more = {}) => ask(server.address, 'POST', hall + path, { body, ...more })
const wanted = () => ({ services: ['a'], start })
const visitor = (sequence, more = {}) => ({
  service: 'a',
  name: '张某',
  id_number: idNumber(sequence),
  phone: '13800000000',
  ...more,
})

// A refusal as RFC 9457 tells it, in the language asked for. Its code is one of `codes`.
async function assertRefused(answer, statuses, codes, language = 'zh') {
  const text = await answer.text()
  assert.ok([statuses].flat().includes(answer.status), `${answer.status} ${text}`)
  assert.equal(answer.headers.get('content-type'), 'application/problem+json', text)
  const problem = JSON.parse(text)
  assert.equal(problem.status, answer.status)
  const chinese = /[\u4e00-\u9fff]/
  for (const words of [problem.title, problem.detail]) {
    assert.ok(words.length > 3, text)
    assert.equal(chinese.test(words), language === 'zh', text)
    assert.doesNotMatch(words, /refusal\.|problem\.|\{/, text)
  }
  if (codes) assert.ok([codes].flat().includes(problem.code), `${problem.code} is not ${codes}`)
  return problem
}

const fails = (name, send, statuses, codes) =>
  test(name, async () => {
    const problem = await assertRefused(await send(), statuses, codes)
    assert.ok(problem.request)
  })

// ---- the body

const raw = (body, type = 'application/json') =>
  fetch(api(`${hall}/holds`), {
    method: 'POST',
    headers: { 'Content-Type': type, 'Idempotency-Key': crypto.randomUUID() },
    body,
  })

for (const [name, body] of Object.entries({
  'half an object': '{"services":["a"',
  'an unquoted name': '{services:["a"]}',
  'two objects': '{}{}',
  'a byte that is no UTF-8': Buffer.from('7b2273223a22ff227d', 'hex'),
  'half a surrogate pair': '{"services":["\\ud800"]}',
  'a NUL between values': '{"services":\0["a"]}',
  'a list a thousand deep': '['.repeat(1000) + ']'.repeat(1000),
  'an object a thousand deep': '{"a":'.repeat(1000) + '1' + '}'.repeat(1000),
  'a number beyond all': '{"services":1e999999}',
}))
  fails(`a body that is no JSON: ${name}`, () => raw(body), [400, 422])

fails('a list for a body', () => raw('[]'), 400, 'request.not_an_object')
fails('a form for a body', () => raw('a=1', 'application/x-www-form-urlencoded'), 415)
fails('a body of two megabytes', () => raw('"' + 'x'.repeat(2 << 20) + '"'), 413)

for (const [field, value] of [
  ['services', 'a'],
  ['services', 7],
  ['services', null],
  ['services', {}],
  ['services', []],
  ['services', [1]],
  ['services', [['a']]],
  ['services', Array(500).fill('a')],
  ['services', ['a', 'a']],
  ['services', ['a'.repeat(65)]],
  ['start', 'now'],
  ['start', 1.5],
  ['start', -1],
  ['start', '2026-02-30T10:00:00+08:00'],
  ['start', '2026-03-09T10:00:00'],
  ['start', '2026-03-09T25:00:00+08:00'],
  ['start', '-292277022657-01-27T08:29:52Z'],
  ['quota', 'all'],
  ['quota', true],
])
  test(`the field ${field} as ${JSON.stringify(value).slice(0, 40)}`, async () => {
    const problem = await assertRefused(await post('/holds', { ...wanted(), [field]: value }), 422)
    assert.match(problem.field, new RegExp(`^${field}(\\[[0-9]\\])?$`))
  })

test('a field that nobody knows is named', async () => {
  for (const field of ['admin', '__proto__', 'Services', 'a\nb', '<b>', '']) {
    const body = `{${JSON.stringify(field)}: 1, ${JSON.stringify(wanted()).slice(1)}`
    assert.equal((await assertRefused(await raw(body), 422, 'shape.unknown')).field ?? '', field)
  }
})

// ---- times, and things that are not there

for (const [name, when, statuses] of [
  ['long past', '0001-01-01T00:00:00Z', 409],
  ['an hour ago', new Date(Date.now() - 3_600_000).toISOString(), 409],
  ['next century', '2126-01-01T10:00:00Z', 409],
  ['the end of time', '9999-12-31T23:59:59Z', 409],
])
  fails(
    `a time that may not be booked: ${name}`,
    () => post('/holds', { ...wanted(), start: when }),
    statuses,
  )

test('a time of the right day that begins no slot', async () => {
  const beside = new Date(Date.parse(start) + 61_000).toISOString()
  const refused = await post('/holds', { ...wanted(), start: beside })
  await assertRefused(refused, 422, 'booking.no_such_time')
})

fails(
  'a service that is not there',
  () => post('/holds', { ...wanted(), services: ['zzz'] }),
  404,
  'service.not_found',
)
fails('a hall that is not there', () => fetch(api('/test/halls/none')), 404, 'hall.not_found')
fails(
  'a district that is not there',
  () => fetch(api('/none/halls/hall')),
  404,
  'district.not_found',
)
fails('a route that is not there', () => fetch(api('/test/nothing')), 404, 'route.missing')
fails(
  'a window that is not there',
  () => post('/windows/99/calls', {}, { token: desk }),
  [403, 404],
)
fails(
  'a ticket that is not there',
  () => fetch(api(`${hall}/tickets/x?secret=y`)),
  404,
  'ticket.not_found',
)
fails(
  'a number that is SQL',
  () => fetch(api(`${hall}/numbers/${encodeURIComponent("A001' OR 1=1--")}`)),
  404,
)
fails(
  'a day that no month has',
  () => fetch(api(`${hall}/calls?day=2026-02-30`)),
  422,
  'shape.kind',
)
fails('a position below nothing', () => fetch(api('/test/log/entries/-1')), 422)
fails(
  'a position beyond all numbers',
  () => fetch(api('/test/log/entries/99999999999999999999')),
  422,
)
fails(
  'a field given twice',
  () => fetch(api(`${hall}/slots?service=a&service=b`)),
  400,
  'request.repeated',
)
fails(
  'a field unknown in the address',
  () => fetch(api(`${hall}/slots?service=a&x=1`)),
  422,
  'shape.unknown',
)
fails('a broken escape in the address', () => fetch(api(`${hall}/numbers/%zz`)), 400)
fails('a NUL in the address', () => fetch(api(`${hall}/numbers/%00`)), 400)
fails('broken UTF-8 in the address', () => fetch(api(`${hall}/numbers/%ff`)), 400)

// ---- keys and rights

test('a write without a key, with a bad key, and with a used one', async () => {
  const bare = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(wanted()),
  }
  await assertRefused(await fetch(api(`${hall}/holds`), bare), 400, 'idempotency.key_missing')
  for (const key of ['a b', 'x'.repeat(129), '\x80'])
    await assertRefused(await post('/holds', wanted(), { key }), 400, 'idempotency.bad_key')
  const key = crypto.randomUUID()
  const first = await post('/holds', wanted(), { key })
  assert.equal(first.status, 201)
  assert.equal(await (await post('/holds', wanted(), { key })).text(), await first.text())
  const other = await post('/holds', { ...wanted(), services: ['b'] }, { key })
  await assertRefused(other, 422, 'idempotency.key_reused')
})

test('a token that is wrong, cut short, broken or of no account', async () => {
  for (const token of ['x', desk.slice(1), desk + 'x', desk.toUpperCase(), "' OR 1=1", '\xff\xfe'])
    await assertRefused(await post('/tickets', visitor(1), { token }), 401)
  await assertRefused(await post('/tickets', visitor(1)), 401)
})

test('the desk may not do what a manager may', async () => {
  await assertRefused(await post('/day-end', {}, { token: desk }), 403)
  const page = await ask(server.address, 'GET', '/test/accounts', { token: desk })
  await assertRefused(page, 403)
})

test('a cookie alone writes nothing: the word beside it must come too', async () => {
  city.run(['user', 'add', 'test', 'clerk', '--role', 'clerk'], 'a long enough password\n')
  const login = { login: 'clerk', password: 'a long enough password' }
  const opened = await ask(server.address, 'POST', '/test/session', { body: login })
  assert.equal(opened.status, 200)
  const cookies = opened.headers.getSetCookie().map((each) => each.split(';')[0])
  const csrf = cookies.find((each) => each.startsWith('csrf=')).slice(5)
  const send = (headers) =>
    post('/windows/1/opening', {}, { headers: { Cookie: cookies.join('; '), ...headers } })
  await assertRefused(await send({}), 403, 'session.csrf')
  await assertRefused(await send({ 'X-CSRF-Token': 'guess' }), 403, 'session.csrf')
  assert.equal((await send({ 'X-CSRF-Token': csrf })).status, 200)
  const wrong = { ...login, password: 'wrong' }
  await assertRefused(await ask(server.address, 'POST', '/test/session', { body: wrong }), 401)
})

// ---- what people are called

for (const [name, typed] of Object.entries({
  SQL: "王'); DROP TABLE tickets;--",
  HTML: '<script>alert(1)</script>',
  holes: '{name} {0} %s',
  emoji: '👩‍👩‍👧',
}))
  test(`a name that is ${name} is kept and shown as text`, async () => {
    const sequence = 100 + typed.length
    const issued = await post('/tickets', visitor(sequence, { name: typed }), { token: desk })
    const view = await issued.json()
    assert.equal(issued.status, 201, JSON.stringify(view))
    assert.equal(view.name, [...typed][0] + '*')
    const reason = '核对姓名'
    const seen = await post(`/tickets/${view.ticket}/look-up`, { reason }, { token: desk })
    assert.equal((await seen.json()).name, typed)
  })

for (const [name, typed] of Object.entries({
  'nothing at all': '',
  blanks: '   ',
  'a NUL': '张\0三',
  'an escape sequence': '张\x1b[31m',
  'a delete': '张\x7f',
  'too long': '长'.repeat(61),
  'far too long': 'x'.repeat(100_000),
}))
  fails(
    `a name that is no name: ${name}`,
    () => post('/tickets', visitor(7, { name: typed }), { token: desk }),
    [413, 422],
  )

for (const [field, value] of [
  ['id_number', '230199196001010019'],
  ['id_number', '123'],
  ['id_number', '9'.repeat(4000)],
  ['id_number', '２３０１９９１９６００１０１００'],
  ['phone', '12345'],
  ['phone', '+1 212 555 0100'],
  ['priority', 'friend of the mayor'],
])
  test(`${field} ${value.slice(0, 20)}`, async () => {
    const form = visitor(8, { [field]: value })
    const problem = await assertRefused(await post('/tickets', form, { token: desk }), 422)
    assert.equal(problem.field, field)
  })

test('the same refusals in English', async () => {
  const headers = { 'Accept-Language': 'en-GB,en;q=0.8' }
  const send = (path, body, more) => post(path, body, { headers, ...more })
  await assertRefused(await send('/holds', { ...wanted(), start: 'now' }), 422, 'shape.kind', 'en')
  await assertRefused(await send('/tickets', visitor(9)), 401, null, 'en')
  await assertRefused(await send('/nothing', {}), 404, 'route.missing', 'en')
  const bad = visitor(9, { id_number: '1' })
  await assertRefused(await send('/tickets', bad, { token: desk }), 422, null, 'en')
})

test('what was typed cannot forge a line of the log', async () => {
  await fetch(api(`${hall}/numbers/${encodeURIComponent('A1\n[forged] [info] all is well')}`))
  assert.ok(!server.output().includes('\n[forged]'))
})

test('after all this the server stands, and its log knows of no fault', async () => {
  assert.equal((await fetch(`${server.address}/readyz`)).status, 200)
  assert.equal((await post('/tickets', visitor(50), { token: desk })).status, 201)
  assert.equal(server.output().match(/.* (500|503) \d+ us.*/)?.[0], undefined)
})
