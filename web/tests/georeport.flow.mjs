// A strict client in XML walks the whole way: it finds the endpoint, asks what it may file, files
// it, follows it to its end and says that it is not mended; the office works on it meanwhile.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { clientOf } from './georeport.mjs'
import { addDevice, ask, freePort, makeCity, openHall, root } from './program.mjs'

const photo = readFileSync(join(root, 'test/scenarios/supervision/road.png'))
const place = { lat: '45.608123', long: '126.660456' }
const fields =
  'service_request_id status status_notes service_name service_code description ' +
  'agency_responsible service_notice requested_datetime updated_datetime expected_datetime ' +
  'address address_id zipcode lat long media_url'
let city, server, client
const tokens = {}

before(async () => {
  city = makeCity({ config: openHall() })
  for (const role of ['intake', 'handler', 'approver']) tokens[role] = addDevice(city, role, role)
  city.env.BANSHI_PORT = await freePort() // the endpoint is told with it
  server = await city.start()
  client = await clientOf(`${server.address}/open311/discovery.xml`, 'banshi-open311-trial')
})

after(async () => {
  await server?.stop()
  city?.remove()
})

async function office(role, method, path, body) {
  const token = tokens[role]
  const headers = {}
  const number = path.split('/')[2]
  if (body && !(body instanceof FormData)) {
    const seen = await ask(server.address, 'GET', `/test/cases/${number}`, { token })
    headers['If-Match'] = `"${(await seen.json()).version}"`
  }
  const answer = await ask(server.address, method, `/test${path}`, { token, body, headers })
  const said = await answer.json()
  assert.ok(answer.ok, JSON.stringify(said))
  return said
}

// Filed by the client; what it gets instead of a refusal.
async function filed(form) {
  const { status, said } = await client.file({ ...place, ...form })
  assert.equal(status, 201, JSON.stringify(said))
  assert.equal(said.length, 1)
  return said[0]
}

test('every service is told, with the questions it has', async () => {
  const services = await client.services()
  assert.ok(services.length > 3)
  for (const { service_code, service_name, metadata, type, group } of services) {
    assert.ok(service_code && service_name && group, service_code)
    assert.ok(['realtime', 'batch', 'blackbox'].includes(type), type)
    if (metadata === 'false') continue
    assert.equal(metadata, 'true')
    const definition = await client.service(service_code)
    assert.equal(definition.service_code, service_code)
    let before = 0
    for (const attribute of definition.attributes) {
      assert.ok(Number(attribute.order) > before, service_code)
      before = Number(attribute.order)
      assert.ok(attribute.code && attribute.description)
      assert.match(`${attribute.variable} ${attribute.required}`, /^(true|false) (true|false)$/)
      const chosen = attribute.datatype.endsWith('valuelist')
      assert.equal((attribute.values ?? []).length > 0, chosen, attribute.code)
      for (const { key, name } of attribute.values ?? []) assert.ok(key && name)
    }
  }
})

test('questions of every sort are answered, and a photo comes with them', async () => {
  const form = new FormData()
  const told = {
    ...place,
    service_code: 'heating',
    description: '室温十三度，顶楼 <东> & 西 ]]>',
    'attribute[temperature]': '13.5',
    'attribute[since]': '2026-01-05T08:00:00+08:00',
    last_name: '-',
    first_name: '李四',
    phone: '13800000009',
  }
  for (const [name, value] of Object.entries(told)) form.append(name, value)
  for (const room of ['living', 'bedroom']) form.append('attribute[rooms][]', room)
  form.append('media', new Blob([photo], { type: 'image/png' }), 'road.png')
  const { status, said } = await client.file(form)
  assert.equal(status, 201, JSON.stringify(said))
  const id = said[0].service_request_id
  assert.ok(id && !said[0].token)

  const one = await client.request(id)
  assert.deepEqual(Object.keys(one), fields.split(' '))
  assert.equal(one.description, told.description)
  assert.equal(one.status, 'open')
  assert.ok(one.service_notice && one.expected_datetime > one.requested_datetime)
  assert.doesNotMatch(JSON.stringify(one), /李四|13800000009/)

  // The clerk sees who sent it and what was answered, the telephone in part.
  const seen = await office('intake', 'GET', `/cases/${id}`)
  assert.equal(seen.channel, 'open311')
  assert.equal(seen.client, '试用程序')
  assert.deepEqual(
    seen.reporters.map(({ name, phone }) => [name, phone]),
    [['李*', '138****0009']],
  )
  assert.deepEqual(
    seen.details.map(({ content }) => content),
    ['13.5', '2026-01-05T08:00:00+08:00', '客厅、卧室'],
  )
  assert.equal(seen.reported_files.length, 1)
  assert.ok(seen.clocks.some(({ kind, last_day }) => kind === 'accept' && last_day))
  assert.ok(seen.history.every(({ seq }) => Number.isInteger(seq)), 'in the public record')
})

test('refusals name all that is wrong, each with its code', async () => {
  const wrong = await client.file({ service_code: 'heating', 'attribute[temperature]': 'warm' })
  assert.equal(wrong.status, 400)
  assert.equal(wrong.said.length, 2)
  for (const { code, description } of wrong.said) assert.ok(code === '400' && description)
})

test('a token has no number until a clerk has looked', async () => {
  const { token, service_request_id } = await filed({ service_code: 'property' })
  assert.equal(service_request_id, undefined)
  assert.deepEqual(await client.token(token), { token })
  const { cases } = await office('intake', 'GET', '/cases?category=property')
  const { number } = await office('intake', 'POST', `/cases/${cases[0].number}/acceptance`, {})
  assert.deepEqual(await client.token(token), { service_request_id: number, token })
  assert.equal((await client.request(number)).service_code, 'property')
})

test('followed to its end, and said not to be mended', async () => {
  const { service_request_id: id } = await filed({ service_code: 'road', description: '坑' })
  await office('intake', 'POST', `/cases/${id}/acceptance`, {})
  await office('intake', 'POST', `/cases/${id}/dispatch`, { lead: 'urban' })
  await office('handler', 'POST', `/cases/${id}/signature`, {})
  const working = await client.request(id)
  assert.equal(working.status, 'open')
  assert.ok(working.agency_responsible)
  const evidence = new FormData()
  evidence.append('file', new Blob([photo], { type: 'image/png' }), 'road.png')
  evidence.append('published', 'true')
  await office('handler', 'POST', `/cases/${id}/files`, evidence)
  const answer = { outcome: 'explained', text: '已列入明年计划' }
  await office('handler', 'POST', `/cases/${id}/answer`, answer)
  assert.equal((await client.request(id)).status, 'open')
  await office('approver', 'POST', `/cases/${id}/clearance`, {})

  const closed = await client.request(id)
  assert.equal(closed.status, 'closed')
  assert.match(closed.status_notes, /解释说明.*已列入明年计划/)
  assert.equal((await fetch(closed.media_url)).headers.get('content-type'), 'image/jpeg')
  assert.ok((await client.requests({ status: 'closed' })).length === 1)
  const told = async () =>
    (await client.updates()).filter(({ service_request_id }) => service_request_id === id)
  assert.equal((await told()).at(-1).status, 'NO_FURTHER_ACTION')

  const update = {
    update_id: 'client-1',
    service_request_id: id,
    updated_datetime: new Date().toISOString().slice(0, 19) + 'Z',
    status: 'REOPEN',
    description: '仍未修好',
  }
  for (let time = 0; time < 2; ++time) {
    const { ok, said } = await client.update(update)
    assert.ok(ok, JSON.stringify(said))
    assert.deepEqual(said, [{ update_id: 'client-1' }])
  }
  assert.equal((await client.request(id)).status, 'open')
  assert.equal((await told()).at(-1).status, 'REOPEN')
  const { evaluations, history } = await office('intake', 'GET', `/cases/${id}`)
  assert.deepEqual(
    evaluations.map(({ solved, reason }) => [solved, reason]),
    [[false, '仍未修好']],
  )
  assert.equal(history.filter(({ verb }) => verb === 'comment').length, 1)
})
