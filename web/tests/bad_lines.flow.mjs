// What no browser sends: requests that mean two things or none, odd methods and paths, lines that
// are slow or silent. The real server answers each once, and keeps nobody else waiting.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { hall, makeCity, openHall } from './program.mjs'

let city, server

before(async () => {
  city = makeCity({ config: openHall() })
  server = await city.start()
})

after(async () => {
  await server?.stop()
  city?.remove()
})

// Sends bytes as they are; what came back until the server closed or `milliseconds` are over.
function talk(bytes, milliseconds = 5000) {
  const { hostname, port } = new URL(server.address)
  return new Promise((told) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let text = ''
    const end = () => {
      socket.destroy()
      told({ status: Number(text.match(/^HTTP\/1\.1 (\d+)/)?.[1]), text })
    }
    const limit = setTimeout(end, milliseconds)
    socket.on('data', (more) => (text += more))
    socket.on('error', () => {})
    socket.on('close', () => (clearTimeout(limit), end()))
  })
}

for (const path of [
  '/../../etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%2f..%2fetc/passwd',
  '//etc/passwd',
])
  test(`no file beside the pages: ${path}`, async () => {
    const { status, text } = await talk(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    assert.ok([400, 404].includes(status), `${status}`)
    assert.doesNotMatch(text, /root:/)
  })

for (const method of ['BREW', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'get'])
  test(`the method ${method}`, async () => {
    const { status } = await talk(
      `${method} /api/v1${hall} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    )
    assert.ok([400, 404, 405].includes(status), `${status}`)
  })

const place = `POST /api/v1${hall}/holds HTTP/1.1\r\nHost: x\r\n`
const hidden = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
for (const [name, bytes] of Object.entries({
  'two lengths': `${place}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}${hidden}`,
  'a length and chunks':
    `${place}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
  'a coding nobody knows': `${place}Transfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n${hidden}`,
  'a negative length': `${place}Content-Length: -1\r\n\r\n${hidden}`,
  'a length beyond all numbers': `${place}Content-Length: 99999999999999999999\r\n\r\n${hidden}`,
  'a chunk size that is no number': `${place}Transfer-Encoding: chunked\r\n\r\nzz\r\n${hidden}`,
  'a blank before the colon': `${place}Content-Length : 4\r\n\r\n0000${hidden}`,
  'no host': 'GET /healthz HTTP/1.1\r\n\r\n',
  'two hosts': 'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'a bare line feed in a header': `GET /healthz HTTP/1.1\r\nHost: x\nX: y\r\n\r\n`,
  'no HTTP': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.repeat(20),
  'a head of a megabyte': `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(1 << 20)}\r\n\r\n`,
  'ten thousand headers': `GET / HTTP/1.1\r\nHost: x\r\n${'A: b\r\n'.repeat(10_000)}\r\n`,
}))
  test(`a request that means two things or none: ${name}`, async () => {
    const { status, text } = await talk(bytes)
    assert.ok((status >= 400 && status < 500) || status === 501, `${status}: ${text.slice(0, 200)}`)
    assert.equal(text.match(/HTTP\/1\.1 /g).length, 1, 'no second answer')
  })

test('a thousand idle lines and fifty slow ones keep nobody waiting', async () => {
  const { hostname, port } = new URL(server.address)
  const sockets = Array.from({ length: 1050 }, () => connect(Number(port), hostname))
  for (const socket of sockets) socket.on('error', () => {})
  await Promise.all(sockets.map((socket) => new Promise((open) => socket.on('connect', open))))
  for (const socket of sockets.slice(0, 50)) socket.write('GET / HTTP/1.1\r\nHost: ')
  const slow = new Promise((told) => sockets[0].on('data', (text) => told(String(text))))
  for (let times = 20; times > 0; --times) {
    const began = Date.now()
    assert.equal((await fetch(`${server.address}/api/v1${hall}`)).status, 200)
    assert.ok(Date.now() - began < 2000)
  }
  assert.match(await slow, /^HTTP\/1\.1 408 /)
  for (const socket of sockets) socket.destroy()
})
