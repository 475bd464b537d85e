// A problem from its registration to its clearance and back again: a citizen with a telephone, the
// office at its console, on the real server.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import {
  assertAccessible,
  assertFits,
  assertTargets,
  closePages,
  openPage,
  password,
  post,
  startBrowser,
  startCity,
  turnTo,
} from './city.mjs'

const screen = { width: 1366, height: 768 }
const home = '/pingfang'
const photo = fileURLToPath(
  new URL('../../test/scenarios/supervision/road.png', import.meta.url),
)
let city, browser

before(async () => {
  city = await startCity()
  browser = await startBrowser()
  const district = 'pingfang'
  for (const role of ['intake', 'approver', 'leader', 'inspector'])
    city.staff(role, role, { district, node: home })
  city.staff('handler', 'handler', { district, node: `${home}/housing` })
})

afterEach(() => closePages(browser))

after(async () => {
  await browser?.close()
  await city?.stop()
})

async function logIn(login, mode) {
  const opened = await openPage(browser, city.address, { ...screen, mode })
  const { page } = opened
  await page.goto(`${city.address}${home}/console/`)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.press('#password', 'Enter')
  await page.waitForSelector('.start')
  return opened
}

const office = (page, path) => turnTo(page, `${city.address}${home}/console/#${path}`)
const state = (page) => page.locator('header .tag').first().textContent()

// A deed of the case page by its name; `fill` fills its sheet.
async function perform(page, deed, fill = async () => {}) {
  await page.getByRole('button', { name: deed, exact: true }).click()
  await page.waitForSelector('dialog[open]')
  await fill(page.locator('dialog'))
  await page.locator('dialog').getByRole('button', { name: deed, exact: true }).click()
  await page.waitForSelector('dialog', { state: 'detached' })
  await page.waitForSelector('.note.good')
}

async function report(text, more = {}) {
  const response = await post(city.address, `${home}/matters`, {
    category: 'roof_leak',
    text,
    street: '230108006',
    ...more,
  })
  return response.json()
}

test('a citizen registers a problem, and an empty form says what is missing', async () => {
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/`)
  await page.getByRole('link', { name: '登记一个问题' }).click()
  await page.waitForSelector('#street')
  await page.click('.btn.main')
  await page.waitForSelector('.sum:focus')
  assert.match(await page.title(), /^错误：/)
  assert.equal(await page.locator('.sum li').count(), 3)
  await assertAccessible(page, 'report with its errors')
  await page.selectOption('#category', 'roof_leak')
  await page.fill('#text', '顶层漏雨，雨季屋内积水')
  await page.selectOption('#street', '230108006')
  await page.fill('#place', '新伟街 12 号')
  await page.fill('#phone', '19900000001')
  await page.setInputFiles('#photos', photo)
  await page.waitForSelector('form img')
  await assertAccessible(page, 'report with a photo')
  await page.click('.btn.main')
  await page.waitForSelector('.plate .no')
  assert.match(await page.locator('.plate .no').textContent(), /^PFD-\d{4}-000001-\d$/)
  await assertAccessible(page, 'its number')
  await assertFits(page, 'its number')
  assert.deepEqual(faults, [])
})

test('without a network it waits, and is registered once, however often it is sent', async () => {
  const { page } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/report`)
  await page.waitForSelector('#street')
  await page.selectOption('#category', 'noise')
  await page.fill('#text', '夜里打桩')
  await page.selectOption('#street', '230108003')
  await page.context().setOffline(true)
  for (let time = 0; time < 3; ++time) {
    await page.click('.btn.main')
    await page.waitForSelector('.note.warn')
  }
  await page.context().setOffline(false)
  await page.waitForSelector('.plate .no')
  const list = await fetch(`${city.address}/api/v1${home}/matters?category=noise`)
  assert.equal((await list.json()).cases.length, 1)
})

test('somebody nearby has registered it: it is shown, and joined instead', async () => {
  const { number } = await report('屋顶又漏了', { phone: '19900000003' })
  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/report`)
  await page.waitForSelector('#street')
  await page.selectOption('#category', 'roof_leak')
  await page.selectOption('#street', '230108006')
  const row = page.getByRole('link', { name: '屋顶又漏了' })
  await row.waitFor()
  await assertAccessible(page, 'what is similar')
  await row.click()
  await page.getByRole('heading', { name: '屋顶又漏了' }).waitFor()
  await page.getByRole('button', { name: '我家也有，一起登记', exact: true }).click()
  await page.fill('#name', '邻居')
  await page.fill('#phone', '19900000004')
  await page.getByRole('button', { name: '一起登记', exact: true }).click()
  await page.locator('dd', { hasText: '2 人' }).waitFor()
  assert.equal((await page.locator('.plate .no').textContent()).trim(), number)
  await assertAccessible(page, 'joined')
  assert.deepEqual(faults, [])
})

test('two numbers of one problem become one: the sheet names what is near by', async () => {
  const here = { latitude: 456000000, longitude: 1266000000 }
  const first = await report('二单元楼道渗水', here)
  const second = await report('墙面发霉', { ...here, latitude: 456000300 })
  const { page } = await logIn('intake')
  await office(page, `/case/${second.number}`)
  await page.waitForSelector('.plate')
  await perform(page, '并案', async (sheet) => {
    await sheet.getByText(`${first.number} 二单元楼道渗水`).click()
    await sheet.getByText('约 3 米').waitFor()
    await assertAccessible(page, 'the sheet of a merger')
    await sheet.locator('#why').fill('同一处渗水')
  })
  const seen = await fetch(`${city.address}/api/v1${home}/matters/${second.number}`)
  assert.equal((await seen.json()).merged_into, first.number)
})

test('from acceptance to clearance, "not solved", and open again', async () => {
  const { number, code } = await report('楼顶防水层老化', { name: '试用人', phone: '19900000002' })
  const intake = await logIn('intake')
  await office(intake.page, `/case/${number}`)
  await intake.page.waitForSelector('.plate')
  await assertAccessible(intake.page, 'a case')
  await perform(intake.page, '受理')
  await perform(intake.page, '派单', (sheet) => sheet.locator('#lead').selectOption('housing'))

  const handler = await logIn('handler')
  await office(handler.page, `/case/${number}`)
  await perform(handler.page, '签收')
  await perform(handler.page, '进展', (sheet) => sheet.locator('#why').fill('材料已到'))
  await handler.page.setInputFiles('#case_file', photo)
  await handler.page.getByRole('button', { name: '上传' }).click()
  await handler.page.waitForSelector('.files img')
  await perform(handler.page, '答复', async (sheet) => {
    await sheet.getByText('解决', { exact: true }).click()
    await sheet.locator('#text').fill('防水层已整片重做')
  })

  const approver = await logIn('approver')
  await office(approver.page, `/case/${number}`)
  await perform(approver.page, '销号')
  assert.equal((await state(approver.page)).trim(), '已销号')

  const { page, faults } = await openPage(browser, city.address)
  await page.goto(`${city.address}${home}/matters/${number}#${code}`)
  await page.waitForSelector('.files img')
  await page.getByRole('button', { name: '评价', exact: true }).click()
  await page.getByText('没有解决', { exact: true }).click()
  await page.getByText('不满意', { exact: true }).click()
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'an evaluation without its reason')
  await page.fill('#reason', '下雨还漏')
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('重新办理').first().waitFor()
  await assertAccessible(page, 'open again')
  assert.deepEqual(faults, [])
  for (const each of [intake, handler, approver]) assert.deepEqual(each.faults, [])
})

test('who was second sees what happened meanwhile, and keeps what was typed', async () => {
  const { number } = await report('楼道灯坏了', { category: 'street_lamp' })
  const { page } = await logIn('intake')
  await office(page, `/case/${number}`)
  await page.getByRole('button', { name: '撤回', exact: true }).click()
  await page.locator('dialog #why').fill('登记人来电说已修好')
  const second = await logIn('intake')
  await office(second.page, `/case/${number}`)
  await perform(second.page, '受理')
  const deed = page.locator('dialog').getByRole('button', { name: '撤回', exact: true })
  await deed.click()
  await page.waitForSelector('dialog .sum')
  assert.equal(await page.inputValue('dialog #why'), '登记人来电说已修好')
  await assertAccessible(page, 'a stale deed')
  await page.getByRole('button', { name: '看过了，接着办' }).click()
  await deed.click()
  await page.waitForSelector('dialog', { state: 'detached' })
})

test('the list by keys, the figures as links, registering for somebody', async () => {
  const { page, faults } = await logIn('intake')
  await office(page, '/cases')
  await page.waitForSelector('tbody tr')
  await assertAccessible(page, 'the list')
  await assertFits(page, 'the list')
  await page.keyboard.press('/')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'words')
  await page.keyboard.type('jjn')
  await page.keyboard.press('Tab')
  await page.evaluate(() => document.activeElement.blur())
  await page.keyboard.press('j')
  await page.waitForSelector('tr[aria-selected=true]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.plate')
  await office(page, '/cases')
  await page.waitForSelector('tbody tr')
  await page.keyboard.press('n')
  await page.waitForSelector('#category')
  await page.click('.btn.main')
  await page.waitForSelector('.sum:focus')
  await assertAccessible(page, 'registering with its errors')
  await page.selectOption('#category', 'gas')
  await page.fill('#text', '阀门有气味')
  await page.click('.btn.main')
  await page.waitForSelector('.plate')
  assert.deepEqual(faults, [])
})

test('who reported it is masked until somebody gives a reason', async () => {
  const { number } = await report('墙皮脱落', { name: '张玉珍', phone: '19900000003' })
  const { page } = await logIn('inspector')
  await office(page, `/case/${number}`)
  await page.getByText('张*', { exact: true }).waitFor()
  await page.getByRole('button', { name: /查看 张\*/ }).click()
  await page.locator('dialog .solid').click()
  await page.waitForSelector('dialog .sum')
  await page.locator('#reason').fill('电话核实')
  await page.locator('dialog .solid').click()
  await page.getByText('张玉珍', { exact: true }).waitFor()
  const shown = await fetch(`${city.address}/api/v1${home}/matters/${number}`)
  assert.doesNotMatch(await shown.text(), /张玉珍|19900000003/)
})

test('running limits are computed by new rules, with a reason', async () => {
  const { page, faults } = await logIn('inspector')
  await office(page, '/new-rules')
  await page.click('.btn.solid')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('dialog[open] .sum')
  await page.fill('#why', '新办法今天施行')
  await page.click('dialog[open] .btn.danger')
  await page.waitForSelector('.note.good:has-text("0 件的期限有变化")')
  await assertAccessible(page, 'new-rules')
  await assertFits(page, 'new-rules')
  assert.deepEqual(faults, [])
})

test('three ledgers, an export that is noted, and the exports', async () => {
  const { page, faults } = await logIn('inspector')
  for (const ledger of ['original', 'progress', 'resolution']) {
    await office(page, `/ledgers/${ledger}`)
    await page.waitForSelector('.tbl, .empty')
    await assertAccessible(page, ledger)
    await assertFits(page, ledger)
  }
  await office(page, '/ledgers/original')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await page.locator('#why').fill('月度会')
  const file = page.waitForEvent('download')
  await page.locator('dialog .solid').click()
  assert.match((await file).suggestedFilename(), /\.xlsx$/)
  await office(page, '/exports')
  await page.getByText('月度会').waitFor()
  await assertAccessible(page, 'exports')
  assert.deepEqual(faults, [])
})

test('the public list in every mode, and its feed', async () => {
  const paths = [
    ['/', '.entries'],
    ['/problems', 'figure'],
    ['/problems?type=closed&street=230108001', '.empty'],
    ['/report', '#street'],
  ]
  const large = { mode: 'largest', width: 320 }
  const sizes = [{}, { width: 320 }, { mode: 'elder' }, large, { mode: 'en' }]
  for (const size of sizes) {
    const { page, faults } = await openPage(browser, city.address, size)
    for (const [path, part] of paths) {
      await page.goto(`${city.address}${home}${path}`)
      await page.waitForSelector(part)
      const name = `${path} ${JSON.stringify(size)}`
      await assertAccessible(page, name)
      await assertFits(page, name)
      await assertTargets(page, 44, name)
    }
    assert.deepEqual(faults, [])
    await page.context().close()
  }
  const feed = await fetch(`${city.address}/api/v1${home}/problems.atom`)
  assert.match(feed.headers.get('content-type'), /atom\+xml/)
  const text = await feed.text()
  assert.match(text, /<entry>/)
  assert.doesNotMatch(text, /张玉珍|1990000000/)
})

test('the console large and in English', async () => {
  const paths = [
    ['/cases', 'tbody tr'],
    ['/cases/new', '#street'],
    ['/ledgers/progress', '.tbl'],
  ]
  for (const mode of ['elder', 'en']) {
    const { page, faults } = await logIn('inspector', mode)
    for (const [path, part] of paths) {
      await office(page, path)
      await page.waitForSelector(part)
      await assertAccessible(page, `${path} ${mode}`)
      await assertFits(page, `${path} ${mode}`)
    }
    assert.deepEqual(faults, [])
  }
})
