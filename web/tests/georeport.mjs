// A client of Open311 as the standard reads, in XML, and as strict as those in use: it joins paths
// to the endpoint as it is given, takes nothing but 200 for a question, reads lists by the names of
// their elements, and holds an element without text for nothing said.
import assert from 'node:assert/strict'

const lists = 'services attributes values service_requests errors endpoints formats'.split(' ')
lists.push('service_request_updates')
const signs = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const plain = (text) =>
  text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, sign) => {
    if (sign[0] !== '#') return signs[sign] ?? assert.fail(`unknown sign ${whole}`)
    return String.fromCodePoint(Number(sign.replace('#', '').replace(/^x/i, '0x')))
  })

// The root's name and value. Refuses what the standard does not have: attributes of elements, a
// document type, text beside elements, elements that end in the wrong order.
export function readXml(xml) {
  const head = '<?xml version="1.0" encoding="utf-8"?>'
  assert.ok(xml.startsWith(head), xml.slice(0, 80))
  const open = [{ name: '', children: [], text: '' }]
  for (const [, text, end, name, empty] of (xml.slice(head.length) + '</>').matchAll(
    /([^<]*)<(\/?)([\w]*)\s*(\/?)>/gy,
  )) {
    const top = open.at(-1)
    top.text += text
    if (end) {
      assert.equal(name, top.name)
      if (open.length === 1) return read(top.children[0])
      open.pop()
    } else {
      const element = { name, children: [], text: '' }
      top.children.push(element)
      if (!empty) open.push(element)
    }
  }
  return assert.fail(`not well formed: ${xml}`)
}

function read({ name, children, text }) {
  if (lists.includes(name)) {
    assert.equal(text.trim(), '', name)
    return children.map(read)
  }
  if (children.length === 0) return text === '' ? undefined : plain(text)
  assert.equal(text.trim(), '', name)
  const fields = {}
  for (const child of children) {
    assert.ok(!(child.name in fields), `${child.name} twice in ${name}`)
    fields[child.name] = read(child)
  }
  return fields
}

// By the address of the discovery document.
export async function clientOf(discovery, key) {
  const get = async (address) => {
    const answer = await fetch(address, { redirect: 'error' })
    const body = await answer.text()
    assert.equal(answer.status, 200, `${address}: ${body}`)
    assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8')
    return readXml(body)
  }
  const { endpoints } = await get(discovery)
  const endpoint = endpoints.find(({ specification, formats }) => {
    return specification === 'http://wiki.open311.org/GeoReport_v2' && formats.includes('text/xml')
  })
  const base = endpoint.url.replace(/\/?$/, '/')
  const at = (path, query = {}) => {
    const asked = String(new URLSearchParams(query))
    return `${base}${path}.xml${asked && '?'}${asked}`
  }
  const post = async (path, form) => {
    const body = form instanceof FormData ? form : new URLSearchParams(form)
    body.append('api_key', key)
    const answer = await fetch(at(path), { method: 'POST', body, redirect: 'error' })
    const said = readXml(await answer.text())
    return { ok: answer.ok, status: answer.status, said }
  }
  return {
    endpoint,
    services: () => get(at('services')),
    service: (code) => get(at(`services/${code}`)),
    requests: (query) => get(at('requests', query)),
    request: async (id) => (await get(at(`requests/${id}`)))[0],
    token: async (token) => (await get(at(`tokens/${token}`)))[0],
    updates: (query) => get(at('servicerequestupdates', { api_key: key, ...query })),
    file: (form) => post('requests', form),
    update: (form) => post('servicerequestupdates', form),
  }
}
