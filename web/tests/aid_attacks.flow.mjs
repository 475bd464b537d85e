// The deeds of the aid under attack, on SQLite and where BANSHI_POSTGRES names one on PostgreSQL:
// two at once, a key again, the wrong hands, and the server killed in the middle.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { householdList, incomes } from './households.mjs'
import { ask, makeCity, outcome, root, testOnPostgres } from './program.mjs'
import { settingsOfTheMorning } from './settings.mjs'

const aid = '/xiangfang/aid'
const key = () => crypto.randomUUID()

function formOf(incomes) {
  const form = new FormData()
  form.append('campaign', '2026')
  form.append('file', new Blob([householdList(incomes)]), 'list.csv')
  return form
}

class Office {
  constructor(city) {
    const device = (role, district = 'xiangfang', login = role) =>
      city.run(['user', 'add', district, login, '--role', role, '--device']).trim()
    this.city = city
    for (const role of ['lead', 'keeper', 'jury']) this[role] = device(`aid_${role}`)
    this.second = device('aid_jury', 'xiangfang', 'second')
    this.third = device('aid_jury', 'xiangfang', 'third')
    this.elsewhere = device('hall_manager', 'pingfang')
  }
  async start() {
    this.server = await this.city.start()
  }
  async ask(path, { body = {}, token = this.keeper, key: once = key(), method = 'POST' } = {}) {
    const sent = method === 'GET' ? {} : { body }
    const answer = await ask(this.server.address, method, aid + path, { ...sent, token, key: once })
    const replayed = answer.headers.get('Idempotency-Replayed') === 'true'
    return { status: answer.status, told: await answer.json(), replayed }
  }
  async must(path, options) {
    const answer = await this.ask(path, options)
    assert.ok(answer.status < 300, `${path}: ${JSON.stringify(answer.told)}`)
    return answer.told
  }
  imports() {
    return this.must('/candidate-imports?campaign=2026', { method: 'GET' })
  }
}

const codes = (answers) => answers.map(({ status, told }) => told.code ?? status).sort()

async function listsAreUndoneOnce(office) {
  const once = key()
  const same = { body: formOf(incomes), key: once }
  const [one, two] = await Promise.all([1, 2].map(() => office.ask('/candidates', same)))
  assert.deepEqual(one.told, two.told)
  const { imports } = await office.imports()
  assert.equal(imports.length, 1)
  const path = `/candidate-imports/${imports[0].number}/undoing`
  const body = { why: '传错了' }
  for (const token of ['', office.jury, office.elsewhere])
    assert.ok([401, 403].includes((await office.ask(path, { body, token })).status))
  const keys = [key(), key(), key(), key()]
  const answers = await Promise.all(keys.map((key) => office.ask(path, { body, key })))
  assert.deepEqual(codes(answers), [200, ...Array(3).fill('candidates.undone')])
  const won = answers.findIndex(({ status }) => status === 200)
  const again = await office.ask(path, { body, key: keys[won] })
  assert.deepEqual(again, { ...answers[won], replayed: true })
  const other = await office.ask(path, { body: { why: '另一个' }, key: keys[won] })
  assert.ok(other.status >= 400, 'a key is good for one request')
}

async function listsAreApprovedByAnother(office) {
  await office.must('/candidates', { body: formOf(incomes) })
  await office.must('/family-checks', { body: { campaign: '2026' } })
  const plan = { campaign: '2026', by_street: false }
  await office.must('/selections', { body: plan, token: office.jury })
  for (const step of ['scores', 'shortlist'])
    await office.must(`/selections/2026/${step}`, { token: office.jury })
  const notice = (token) => office.ask('/selections/2026/notice', { token })
  assert.equal((await notice(office.jury)).told.code, 'selection.same_person')
  assert.ok([401, 403].includes((await notice(office.keeper)).status))
  assert.ok([401, 403].includes((await notice(office.elsewhere)).status))
  const both = await Promise.all([notice(office.second), notice(office.third)])
  assert.equal(both.filter(({ status }) => status === 200).length, 1, JSON.stringify(codes(both)))
}

async function pledgesAreMadeOnce(office) {
  const body = { kind: 'person', name: '王先生', phone: '13900000001', fen: 300_000 }
  const same = { body, token: '', key: key() }
  const made = await Promise.all([1, 2, 3, 4].map(() => office.ask('/pledges', same)))
  const numbers = new Set(made.map(({ told }) => told.pledge?.pledge))
  assert.equal(numbers.size, 1, JSON.stringify(made))
  assert.ok(made.every(({ status }) => status < 300))
}

// Lists come and go without end; what was answered is there after the kill, and nothing half.
async function survivesKills(office) {
  for (let kill = 0; kill < 2; ++kill) {
    let stands = 0
    const begun = (await office.imports()).imports.length
    const working = (async () => {
      for (;;) {
        await office.must('/candidates', { body: formOf([500, 700, 900]) })
        ++stands
      }
    })().catch(() => {})
    await pause(600 + 500 * Math.random())
    await office.server.kill()
    await working
    await office.start()
    const after = (await office.imports()).imports.length - begun
    assert.ok(after === stands || after === stands + 1, `${stands} answered, ${after} there`)
  }
}

async function play(database) {
  const folder = mkdtempSync(join(tmpdir(), 'banshi-attacks-'))
  const config = settingsOfTheMorning(join(root, 'config'), join(folder, 'config'))
  const office = new Office(makeCity({ config, database }))
  try {
    await office.start()
    const plan = { name: '三年行动', first_year: 2026, families: 2 }
    await office.must('/campaigns', { body: plan, token: office.lead })
    await office.must('/campaigns/2026/state', { body: { to: 'open' }, token: office.lead })
    await listsAreUndoneOnce(office)
    await pledgesAreMadeOnce(office)
    await survivesKills(office)
    await listsAreApprovedByAnother(office)
    await office.server.stop()
    const { code, said } = outcome(office.city.env, ['verify', '--district', 'xiangfang'])
    assert.equal(code, 0, said)
  } finally {
    await office.server?.stop()
    office.city.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

test('deeds of the aid hold out, on SQLite', { timeout: 240_000 }, () => play(''))
testOnPostgres('deeds of the aid hold out, on PostgreSQL', play)
