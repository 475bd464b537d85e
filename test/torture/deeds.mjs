// What the clients of the torture do: one deed after the other, by chance. Each deed that was
// acknowledged is remembered with the state it promised; one whose answer never came may or may
// not have happened.
import { ask, hall } from '../../web/tests/program.mjs'

const services = ['a', 'b', 'c']
const pick = (list) => list[Math.floor(Math.random() * list.length)]
const chance = (percent) => Math.random() * 100 < percent

// A resident number of a region that nobody has, with a right check digit.
function idNumber(sequence) {
  const born = new Date(Date.UTC(1950, 0, 1 + Math.floor(sequence / 900)))
  const day = born.toISOString().slice(0, 10).replaceAll('-', '')
  const digits = `230199${day}${100 + (sequence % 900)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return digits + '10X98765432'[sum % 11]
}

export class Memory {
  acknowledged = [] // {ticket, state, number, and the request and answer as they were}
  sent = 0
  unknown = 0
  refusedByDisk = 0
  troubled = false // the disk is bad now, and 503 is a fair answer
  faults = []
  #people = 0

  person() {
    const sequence = ++this.#people
    const phone = `139${String(sequence).padStart(8, '0')}`
    return { name: '张某', id_number: idNumber(sequence), phone }
  }
}

// Sends one deed: its answer, or null where it was refused. Throws where the line broke.
async function send(world, { state, method = 'POST', path, body = {}, token, ticket }) {
  const { memory } = world
  const request = { method, path: hall + path, body, token, key: crypto.randomUUID() }
  ++memory.sent
  let answer, text
  try {
    answer = await ask(world.address, method, request.path, request)
    text = await answer.text()
  } catch (broken) {
    ++memory.unknown
    throw broken
  }
  if (answer.status === 503 && memory.troubled) ++memory.refusedByDisk
  else if (answer.status >= 500) memory.faults.push(`${path}: ${answer.status} ${text}`)
  if (answer.status !== 200 && answer.status !== 201) return null
  const got = JSON.parse(text)
  const told = got.current ?? (typeof got.ticket === 'object' ? got.ticket : got)
  if (told)
    memory.acknowledged.push({
      request,
      text,
      state,
      ticket: ticket ?? told.ticket,
      number: ticket ? undefined : told.number,
    })
  return got
}

// ---- citizens

async function book(world) {
  const start = pick(world.starts)
  const held = await send(world, {
    state: 'held',
    path: '/holds',
    body: { services: [pick(services)], start },
  })
  if (!held) return
  const { ticket, secret } = held
  const cancel = { state: 'cancelled', path: `/bookings/${ticket}/cancellation`, body: { secret } }
  if (chance(15)) return send(world, cancel)

  const person = world.memory.person()
  const form = { ticket, secret, ...person, consent: true }
  if (!(await send(world, { state: 'booked', path: '/bookings', body: form }))) return
  if (chance(25))
    await send(world, {
      state: 'booked',
      method: 'PUT',
      path: `/bookings/${ticket}/time`,
      // A move to the same time is no deed.
      body: { secret, start: pick(world.starts.filter((other) => other !== start)) },
    })
  if (chance(25)) return send(world, cancel)
  return send(world, {
    state: 'waiting',
    path: '/check-ins',
    body: { id_number: person.id_number },
    token: world.desk,
  })
}

async function walkIn(world) {
  const body = { service: pick(services), ...(chance(60) ? world.memory.person() : {}) }
  if (chance(10)) body.priority = 'elderly'
  const issued = await send(world, { state: 'waiting', path: '/tickets', body, token: world.desk })
  if (!issued || chance(90)) return
  const { ticket, secret } = issued
  return send(world, { state: 'left', path: `/tickets/${ticket}/departure`, body: { secret } })
}

export const citizen = (world) => (chance(60) ? book(world) : walkIn(world))

// ---- windows

async function current(world, path, token) {
  const answer = await ask(world.address, 'GET', hall + path, { token })
  return answer.ok ? (await answer.json()).current : null
}

export async function clerk(world, { id, token }) {
  const path = `/windows/${id}`
  const called = await send(world, { state: 'called', path: `${path}/calls`, token })
  const found = called?.current ?? (await current(world, path, token))
  if (!found) return
  const { ticket } = found
  const step = (state, what, body) =>
    send(world, { state, path: `${path}/tickets/${ticket}/${what}`, body, token, ticket })

  if (found.state === 'called' && chance(15)) return step('waiting', 'uncall')
  if (found.state === 'called') await step('serving', 'service')
  if (chance(20) && (await step('parked', 'parking'))) {
    await step('called', 'unparking')
    await step('serving', 'service')
  }
  if (chance(15)) return step('waiting', 'transfer', { service: pick(services) })
  return step('served', 'clearance')
}
