// A card reader's and printer's service for demonstrations and tests, as a maker's program would
// run on the kiosk itself: ws://127.0.0.1:8765 tells every card that is put on it, GET /card the
// one that lies there, POST /print takes a slip. The cards are of a region that does not exist.
//   node tools/fake-reader.mjs [port]
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

// A resident number with a right check digit.
export function idNumber(sequence) {
  const digits = `23019919600101${String(sequence).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}

const demoCards = [
  { name: '张某某', idNo: idNumber(1) },
  { name: '李某', idNo: idNumber(2) },
  { name: '王某某', idNo: idNumber(3) },
]

function frame(text) {
  const bytes = Buffer.from(text)
  const head =
    bytes.length < 126
      ? Buffer.from([0x81, bytes.length])
      : Buffer.from([0x81, 126, bytes.length >> 8, bytes.length & 255])
  return Buffer.concat([head, bytes])
}

// One short text of a client, which always masks; nothing where it is something else.
function textOf(bytes) {
  if ((bytes[0] & 15) !== 1) return undefined
  const length = bytes[1] & 127
  const mask = bytes.subarray(2, 6)
  const plain = bytes.subarray(6, 6 + length).map((byte, at) => byte ^ mask[at % 4])
  return Buffer.from(plain).toString()
}

// The running service: its address, `put` lays a card on it, `slips` are those printed, and
// `paper` may be taken away.
export async function startReader({ port = 8765, cards = demoCards } = {}) {
  const lines = new Set()
  let lying
  const reader = { paper: true, slips: [], put, stop }

  const answer = () => JSON.stringify(lying ? { code: 0, data: lying } : { code: 1 })
  function put(card) {
    lying = card
    for (const line of lines) line.write(frame(answer()))
  }
  function heard(line, { command, card }) {
    const names = { demo_cards: cards.map((each) => each.name) }
    if (command === 'read') line.write(frame(JSON.stringify(names)))
    if (command === 'put') put(cards[card])
  }

  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    if (request.url === '/card') return response.end(answer())
    const pieces = await request.toArray()
    if (request.method === 'POST' && reader.paper) reader.slips.push(Buffer.concat(pieces))
    response.writeHead(reader.paper ? 200 : 503).end()
  })
  server.on('upgrade', (request, line) => {
    const key = createHash('sha1').update(request.headers['sec-websocket-key'] + magic)
    line.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${key.digest('base64')}\r\n\r\n`,
    )
    lines.add(line)
    line.on('data', (bytes) => {
      const text = textOf(bytes)
      if (text) heard(line, JSON.parse(text))
      else line.end()
    })
    for (const end of ['close', 'error']) line.on(end, () => lines.delete(line))
  })
  function stop() {
    for (const line of lines) line.destroy()
    server.close()
  }

  await new Promise((ready, failed) => {
    server.on('error', failed)
    server.listen(port, '127.0.0.1', ready)
  })
  reader.port = server.address().port
  return reader
}

if (process.argv[1]?.endsWith('fake-reader.mjs')) {
  const { port } = await startReader({ port: Number(process.argv[2] ?? 8765) })
  console.log(`ws://127.0.0.1:${port}`)
}
