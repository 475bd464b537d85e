// A day of one person, whose name, ID number and phone must afterwards stand nowhere in clear: on
// no display, slip or stream, in no log, in no leaf of the record, and not in the database's file.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { idNumber } from '../tools/fake-reader.mjs'
import { addDevice, ask, hall, makeCity, openHall } from './program.mjs'

const person = { name: '上官若兰', id_number: idNumber(777), phone: '13912345678' }
const walkin = { name: '司马青云', id_number: idNumber(778), phone: '13987654321' }
const secrets = [person, walkin].flatMap((each) => Object.values(each))
const seen = new Map() // what was seen, by where
let city, server, desk, manager
const streams = new AbortController()

before(async () => {
  city = makeCity({ config: openHall({ rules: { book_before_minutes: 0, early_minutes: 1440 } }) })
  desk = addDevice(city, 'desk', 'desk')
  manager = addDevice(city, 'manager', 'hall_manager')
  server = await city.start()
})

after(async () => {
  streams.abort()
  await server?.stop()
  city?.remove()
})

async function get(path, token) {
  const answer = await ask(server.address, 'GET', path, { token })
  assert.equal(answer.status, 200, `${path}: ${answer.status}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  seen.set(path, bytes)
  return bytes
}

async function post(path, body, token) {
  const answer = await ask(server.address, 'POST', hall + path, { body, token })
  const text = await answer.text()
  assert.ok(answer.ok, `${path}: ${answer.status} ${text}`)
  seen.set(`answer of ${path}`, Buffer.from(text))
  return text ? JSON.parse(text) : null
}

// Everything that a stream says until the end of the test.
async function follow(path, token) {
  const headers = { Accept: 'text/event-stream' }
  if (token) headers.Authorization = `Bearer ${token}`
  const answer = await fetch(`${server.address}/api/v1${path}`, { headers, signal: streams.signal })
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  const at = `stream ${path}`
  seen.set(at, Buffer.alloc(0))
  const read = async () => {
    for await (const part of answer.body) seen.set(at, Buffer.concat([seen.get(at), part]))
  }
  read().catch(() => {})
}

// The person's day: booked, checked in, called, served, graded; beside it a walk-in.
async function live() {
  const { days } = JSON.parse(await get(`${hall}/slots?service=a`))
  const start = days[0].times.find(({ open }) => open).start
  const held = await post('/holds', { services: ['a'], start })
  const form = { ticket: held.ticket, secret: held.secret, consent: true, ...person }
  await post('/bookings', form)
  const link = `?secret=${held.secret}`
  await get(`${hall}/bookings/${held.ticket}${link}`)
  await get(`${hall}/bookings/${held.ticket}/calendar${link}`)
  await get(`${hall}/bookings/${held.ticket}/code${link}`)
  await post('/check-ins', { id_number: person.id_number, name: person.name }, desk)
  await post('/tickets', { service: 'a', ...walkin }, desk)
  await post('/windows/1/opening', {}, manager)
  const { current } = await post('/windows/1/calls', {}, manager)
  for (const format of ['pdf', 'escpos'])
    await get(`${hall}/tickets/${held.ticket}/slip${link}&format=${format}`)
  await get(`${hall}/tickets/${held.ticket}${link}`)
  const at = `/windows/1/tickets/${current.ticket}`
  await post(`${at}/service`, {}, manager)
  await get(`${hall}/windows/1`, manager)
  await post(`${at}/clearance`, {}, manager)
  const { newest, last } = JSON.parse(await get(`${hall}/display`))
  const call = (newest ?? last[0]).call
  await get(`${hall}/announcements/${call}`)
}

// A slip as a reader of its pages sees it.
const textOf = (pdf) => execFileSync('pdftotext', ['-', '-'], { input: pdf })

test('a whole day leaves no name, ID number or phone in clear', async () => {
  await follow(`${hall}/display`)
  await follow(`${hall}/queues/main`)
  await follow(hall)
  await follow(`${hall}/windows/1`, manager)
  await follow(`${hall}/floor`, manager)
  await live()
  for (const path of ['/calls', '', '/queues/main', '/numbers/A001', '/numbers/A001/order'])
    await get(hall + path)
  await get(`${hall}/floor`, manager)
  await get('/test/outbox')
  await get('/test/log/entries')
  for (let seq = 0; seq < JSON.parse(seen.get('/test/log/entries')).size; ++seq)
    await get(`/test/log/entries/${seq}`)
  await pause(500) // the streams have said what they had to say
  for (const [where, bytes] of [...seen]) {
    if (where.includes('format=pdf')) seen.set(`${where} as text`, textOf(bytes))
    assert.ok(bytes.length > 0 || where.startsWith('answer'), `${where} is empty`)
  }
  streams.abort()
  await server.stop()
  seen.set('log', Buffer.from(server.output()))
  for (const file of readdirSync(city.data).filter((name) => name.startsWith('banshi.db')))
    seen.set(file, readFileSync(join(city.data, file)))
  assert.ok([...seen.keys()].some((where) => where.startsWith('stream')))
  assert.ok(seen.get('banshi.db').length > 100_000)
  const found = [...seen].flatMap(([where, bytes]) => inClear(bytes).map((what) => [where, what]))
  assert.deepEqual(found, [])
})

// As typed, as a ticket printer writes it, and as a hash that anybody can try all numbers on.
function inClear(bytes) {
  return secrets.filter((secret) => {
    const hashes = ['sha256', 'sha1', 'md5'].map((kind) => createHash(kind).update(secret).digest())
    const forms = [
      Buffer.from(secret),
      ...hashes,
      ...hashes.map((hash) => Buffer.from(hash.toString('hex'))),
    ]
    return forms.some((form) => bytes.includes(form)) || inGb18030(bytes).includes(secret)
  })
}

const gb18030 = new TextDecoder('gb18030')
const inGb18030 = (bytes) => (bytes.length < 100_000 ? gb18030.decode(bytes) : '')
