// The matrix of rights: every operation that asks for one, by each role, at three places. In its
// own district a role does what it has the right to (contract.flow.mjs); in the neighbouring one it
// is nobody; and at a node aside, where nothing lies, it changes nothing of the others.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bodyOf, openInterface, request, unasked } from './interface.mjs'
import { addDevice } from './program.mjs'

let city, guarded, roles

before(async () => {
  city = await openInterface()
  guarded = city.operations.filter(
    ({ operation }) => operation['x-right'] && operation.security.length > 0,
  )
  roles = city.actors.filter(({ token }) => token)
})

after(() => city?.close())

async function outcome(each, token, district) {
  const body = each.method === 'get' ? undefined : bodyOf(each.operation, each.path)
  const answer = await request(city, each, { body, token }, district)
  return { status: answer.status, text: await answer.text() }
}

test('every operation says which right it asks for', () => {
  assert.ok(guarded.length > 100)
  for (const { path, method, operation } of city.operations)
    assert.ok('x-right' in operation, `${method} ${path}`)
})

test('who works in one district is nobody in the next', async (t) => {
  for (const each of guarded)
    for (const { role, token } of roles) {
      const { status, text } = await outcome(each, token, 'other')
      assert.equal(status, 401, `${each.method} ${each.path} by ${role}: ${text}`)
    }
  t.diagnostic(`${guarded.length} operations, ${roles.length} roles`)
})

// What every office of the district may look at, and lists that are cut to what lies below one's
// own node, or to what the public sees as well.
const looks = new Set(
  `list_roles list_accounts list_access_log list_sign_ons see_keeping list_cases case_choices
   see_city_wall list_voice_desk list_money_decisions`.split(/\s+/),
)

test('who holds a right aside changes nothing here', async (t) => {
  let asked = 0
  for (const { role, rights } of roles) {
    const aside = addDevice(city.city, `${role}_aside`, role, '/test/aside')
    for (const each of guarded) {
      const { operationId, 'x-right': right } = each.operation
      if (!rights.includes(right) || unasked.has(operationId)) continue
      const { status, text } = await outcome(each, aside, 'test')
      ++asked
      const allowed = each.method === 'get' && looks.has(operationId) ? [200] : [403, 404]
      const told = `${operationId} by ${role}: ${status} ${text}`
      assert.ok(allowed.includes(status), told)
    }
  }
  t.diagnostic(`${asked} requests`)
})
