// Open311 as programs of others use it, over HTTP: they find the endpoint, file, follow and answer,
// in XML and in JSON, and are told in their own format what is wrong.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeCity, openHall } from './program.mjs'

const key = 'banshi-open311-trial'
let city, server, base

before(async () => {
  city = makeCity({ config: openHall() })
  server = await city.start()
  base = `${server.address}/open311/v2`
})

after(async () => {
  await server?.stop()
  city?.remove()
})

const get = (path, headers = {}) => fetch(base + path, { headers, redirect: 'error' })
const post = (path, form) =>
  fetch(base + path, { method: 'POST', body: new URLSearchParams({ api_key: key, ...form }) })
const place = { lat: '45.608123', long: '126.660456' }

async function filed(more = {}) {
  const answer = await post('/requests.json', { service_code: 'road', ...place, ...more })
  const body = await answer.json()
  assert.equal(answer.status, 201, JSON.stringify(body))
  return body[0].service_request_id
}

// A leaf as a reader of XML sees it.
const leaf = (xml, name) => {
  const found = xml.match(new RegExp(`<${name}>([^<]*)</${name}>`))?.[1]
  const signs = { lt: '<', gt: '>', amp: '&', quot: '"', '#13': '\r' }
  return found?.replace(/&(lt|gt|amp|quot|#13);/g, (_, sign) => signs[sign])
}

test('discovery tells one endpoint in both formats, which lists the services', async () => {
  for (const root of [server.address, `${server.address}/test`]) {
    const json = await (await fetch(`${root}/open311/discovery.json`)).json()
    const xml = await (await fetch(`${root}/open311/discovery.xml`)).text()
    const [endpoint] = json.endpoints
    assert.equal(leaf(xml, 'url'), endpoint.url)
    assert.deepEqual(endpoint.formats, ['text/xml', 'application/json'])
    const path = new URL(endpoint.url).pathname
    for (const way of [path + 'services.json', path + '/services.json']) {
      const answer = await fetch(server.address + way)
      assert.equal(answer.status, 200)
      assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8')
      assert.ok((await answer.json()).some(({ service_code }) => service_code === 'road'))
    }
  }
})

test('what is filed comes back as it was, without anybody in it', async () => {
  const description = '路灯不亮 <b>&"\r\n第二行 ]]>😀𠀀'
  const person = { first_name: '三', last_name: '张', phone: '13800000001', email: 'z@example.org' }
  const id = await filed({ description, ...person })
  const [one] = await (await get(`/requests/${id}.json`)).json()
  const answer = await get(`/requests/${id}.xml`)
  assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8')
  const xml = await answer.text()
  assert.ok(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>'))
  assert.equal(one.description, description)
  assert.equal(leaf(xml, 'description'), description)
  assert.equal(leaf(xml, 'service_request_id'), id)
  assert.ok(Math.abs(one.lat - Number(place.lat)) < 1e-6)
  assert.match(one.requested_datetime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$/)
  for (const secret of ['张', '13800000001', 'z@example.org', key])
    assert.ok(!xml.includes(secret) && !JSON.stringify(one).includes(secret), secret)
})

test('a photo comes with a form of parts', async () => {
  const form = new FormData()
  const fields = { api_key: key, service_code: 'road', ...place, description: '有照片' }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('photo1', new Blob(['no picture']), 'a.jpg')
  const refused = await fetch(`${base}/requests.json`, { method: 'POST', body: form })
  assert.equal(refused.status, 400)
  form.delete('photo1')
  const taken = await fetch(`${base}/requests.json`, { method: 'POST', body: form })
  assert.equal(taken.status, 201)
})

test('every refusal speaks the format that was asked for', async () => {
  const bad = (form) => post('/requests.xml', { service_code: 'road', ...place, ...form })
  const cases = [
    [403, bad({ api_key: 'unknown' })],
    [403, bad({ api_key: '' })],
    [404, bad({ service_code: 'none' })],
    [404, bad({ jurisdiction_id: 'nowhere' })],
    [400, bad({ lat: '' })],
    [400, bad({ description: '字'.repeat(4001) })],
    [404, get('/requests/CSD-2026-999999-9.xml')],
    [404, get('/requests.csv')],
    [404, get('/nothing')],
    [400, get('/requests.xml?start_date=2026-01-01T00:00:00')],
    [400, get('/requests.xml?start_date=%ff')],
    [405, fetch(`${base}/services.xml`, { method: 'DELETE' })],
    [415, fetch(`${base}/requests.xml`, { method: 'POST', body: '{}' })],
  ]
  for (const [status, asked] of cases) {
    const answer = await asked
    const xml = await answer.text()
    assert.equal(answer.status, status, xml)
    assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8')
    assert.match(xml, /<errors><error><code>\d+<\/code><description>[^<]+<\/description>/)
  }
  const answer = await get('/requests/none.json', { 'Accept-Language': 'en' })
  const [error] = await answer.json()
  assert.equal(error.code, 404)
  assert.match(error.description, /please check the number/)
})

test('names all that is missing at once, and the values there are', async () => {
  const missing = await (await post('/requests.json', { service_code: 'street_lamp' })).json()
  assert.equal(missing.length, 2)
  assert.ok(missing.some(({ description }) => description.includes('attribute[fault]')))
  const form = { service_code: 'street_lamp', ...place, 'attribute[fault]': 'gone' }
  const [unknown] = await (await post('/requests.json', form)).json()
  assert.ok(unknown.description.includes('dark, flicker, damaged'))
  const raw = new URLSearchParams({ ...form, 'attribute[fault]': 'dark', api_key: key })
  const body = String(raw).replaceAll('%5B', '[').replaceAll('%5D', ']')
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const taken = await fetch(`${base}/requests.json`, { method: 'POST', headers, body })
  assert.equal(taken.status, 201)
})

test('a service that a clerk looks at first gives a token', async () => {
  const answer = await post('/requests.json', { service_code: 'property', ...place })
  const [{ token, ...rest }] = await answer.json()
  assert.match(token, /^[\w-]{20,}$/)
  assert.ok(!('service_request_id' in rest))
  const xml = await (await get(`/tokens/${token}.xml`)).text()
  assert.ok(!xml.includes('service_request_id'))
  assert.equal(leaf(xml, 'token'), token)
})

test('lists by number and state, and knows what has not changed', async () => {
  const ids = [await filed(), await filed()]
  const list = async (query) => (await get(`/requests.json?${query}`)).json()
  const named = await list(`service_request_id=${ids}&status=closed`)
  assert.deepEqual(named.map(({ service_request_id }) => service_request_id), ids)
  for (const query of ['status=open', 'status=open,closed', 'status='])
    assert.ok((await list(query)).length >= 2, query)
  assert.deepEqual(await list('status=closed'), [])
  const page = await get('/requests.json?page_size=1')
  assert.match(page.headers.get('link'), /page=2>; rel="next"/)
  assert.equal(page.headers.get('access-control-allow-origin'), '*')
  const tag = (await get('/services.xml')).headers.get('etag')
  assert.equal((await get('/services.xml', { 'If-None-Match': tag })).status, 304)
})

test('an update is taken once', async () => {
  const update = {
    update_id: 'u1',
    service_request_id: await filed(),
    updated_datetime: '2026-09-18T10:30:00+08:00',
    status: 'OPEN',
    description: '还在',
  }
  const first = await (await post('/servicerequestupdates.json', update)).json()
  assert.deepEqual(first, [{ update_id: 'u1' }])
  const again = await post('/servicerequestupdates.json', update)
  assert.deepEqual(await again.json(), first)
  const other = await post('/servicerequestupdates.json', { ...update, description: '没有了' })
  assert.equal(other.status, 400)
  assert.equal((await get('/servicerequestupdates.json')).status, 403)
  assert.equal((await get(`/servicerequestupdates.xml?api_key=${key}`)).status, 200)
})
