// A full day 候补: who joins its waiting list is offered the place that somebody gives up.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  assertAccessible,
  assertFits,
  idNumber,
  openPage,
  post,
  startBrowser,
  startCity,
} from './city.mjs'

const hall = '/xiangfang/halls/minsheng'
let city, browser

function withWaitingList(config) {
  const file = `${config}/districts/xiangfang/hall.toml`
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/waiting_list( *)= false/, 'waiting_list$1= true'))
}

before(async () => {
  city = await startCity({ change: withWaitingList })
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await city?.stop()
})

const freeDay = async () => {
  const asked = await fetch(`${city.address}/api/v1${hall}/slots?service=medical`)
  return (await asked.json()).days.find(({ state }) => state === 'open')
}

// Books everything that is left of the first open day, and gives the last booking.
async function fill() {
  const { day } = await freeDay()
  let last
  for (let sequence = 1; ; ++sequence) {
    const left = await freeDay()
    if (left.day !== day) return { day, ...last }
    const start = left.times.find(({ open }) => open).start
    const held = await post(city.address, `${hall}/holds`, { services: ['medical'], start })
    const { ticket, secret } = await held.json()
    const person = {
      name: '赵某',
      id_number: idNumber(sequence),
      phone: String(13800000000 + sequence),
    }
    const form = { ticket, secret, ...person, consent: true }
    const booked = await post(city.address, `${hall}/bookings`, form)
    assert.equal(booked.status, 201, await booked.text())
    last = { ticket, secret }
  }
}

// Once the message has gone out.
async function saidTo(words) {
  for (;; await pause(300)) {
    const outbox = await fetch(`${city.address}/api/v1/xiangfang/outbox`)
    const { messages } = await outbox.json()
    if (messages.some((message) => words.test(message.words))) return
  }
}

test('a full day has a waiting list, and a place that is given up is offered', async () => {
  const last = await fill()
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}/xiangfang/hall/minsheng/book/medical`)
  await page.click('text=登记候补')
  await page.click('button.main')
  await page.waitForSelector('text=请选一天')
  await assertAccessible(page, 'waiting list with faults')
  await page.check('input[type=radio]', { force: true })
  await page.fill('#name', '张某')
  await page.fill('#id_number', idNumber(900))
  await page.fill('#phone', '13900000900')
  await page.click('button.main')
  await page.waitForSelector('text=您排在第一位')
  await assertAccessible(page, 'waiting list joined')
  await assertFits(page, 'waiting list joined')

  const { ticket, secret } = last
  const gone = await post(city.address, `${hall}/bookings/${ticket}/cancellation`, { secret })
  assert.equal(gone.status, 200)
  await saidTo(/候补有空位/)
  assert.deepEqual(faults, [])
})
