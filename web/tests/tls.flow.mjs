// TLS by the program itself, asked by curl and a browser with an authority made for the test.
import assert from 'node:assert/strict'
import { execFile, execFileSync, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { freePort, makeCity, openHall } from './program.mjs'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'tls-'))
const at = (name) => join(folder, name)
const openssl = (...words) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
const large = { maxBuffer: 1 << 26 }
let city, server, port, plain

// name.pem and name.key for localhost, signed by the authority.
function issue(name) {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', '/CN=localhost')
  writeFileSync(at('names'), 'subjectAltName=DNS:localhost')
  const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names']
  openssl('x509', '-req', '-in', `${name}.csr`, ...by, '-days', '2', '-out', `${name}.pem`)
  chmodSync(at(`${name}.key`), 0o600)
}

// Resolves to what it wrote, and rejects with the exit code of curl.
const curl = async (...words) =>
  (await run('curl', ['-sS', '--max-time', '20', '--cacert', at('ca.pem'), ...words], large)).stdout
const url = (path, of = port) => `https://localhost:${of}${path}`

before(async () => {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test')
  for (const name of ['one', 'two']) issue(name)
  for (const end of ['pem', 'key']) copyFileSync(at(`one.${end}`), at(`used.${end}`))
  ;[port, plain] = [await freePort(), await freePort()]
  city = makeCity({ config: openHall() })
  Object.assign(city.env, {
    BANSHI_PORT: String(port),
    BANSHI_URL: url(''),
    BANSHI_TLS_CERTIFICATE: at('used.pem'),
    BANSHI_TLS_KEY: at('used.key'),
    BANSHI_REDIRECT_PORT: String(plain),
  })
  server = await city.start()
})

after(async () => {
  await server?.stop()
  city?.remove()
  rmSync(folder, { recursive: true })
})

test('curl trusts it by the authority alone, over TLS 1.2 and 1.3', async () => {
  for (const version of ['--tlsv1.3', '--tls-max 1.2'].map((words) => words.split(' ')))
    assert.match(await curl('-i', ...version, url('/readyz')), /^HTTP\/1\.1 200 /)
  await assert.rejects(run('curl', ['-sS', url('/readyz')]), { code: 60 })
  await assert.rejects(curl('--tls-max', '1.1', url('/readyz')))
})

test('browsers are told to come by TLS alone', async () => {
  const head = await curl('-D', '-', '-o', '/dev/null', url('/test/'))
  assert.match(head, /^Strict-Transport-Security: max-age=31536000\r$/m)
})

test('the plain port only sends on', async () => {
  const head = await curl('-i', `http://localhost:${plain}/test/?a=b`)
  assert.match(head, /^HTTP\/1\.1 308 /)
  assert.match(head, new RegExp(`^Location: ${url('/test/\\?a=b')}\r$`, 'm'))
  const post = await curl('-i', '-d', 'x=1', `http://localhost:${plain}/api/v1/test/session`)
  assert.match(post, /^HTTP\/1\.1 308 /)
  const odd = await curl('-i', '--request-target', '//evil.example/', `http://localhost:${plain}`)
  assert.match(odd, new RegExp(`^Location: ${url('')}/`, 'm'))
})

test('a stream flows', async () => {
  const path = url('/api/v1/test/halls/hall/display')
  const watch = ['-sSN', '--cacert', at('ca.pem'), '-H', 'Accept: text/event-stream', path]
  const watcher = spawn('curl', watch, { stdio: ['ignore', 'pipe', 'inherit'] })
  const first = await new Promise((came) => watcher.stdout.once('data', (text) => came(`${text}`)))
  assert.match(first, /^(event|id|data|retry):/m)
  watcher.kill()
})

test('ten at once get whole pages', async () => {
  const page = () => curl(url('/api/v1/openapi.json'))
  const pages = await Promise.all(Array.from({ length: 10 }, page))
  for (const page of pages) assert.ok(JSON.parse(page).paths)
})

test('a renewed certificate is shown after SIGHUP, a broken one never', async () => {
  const shown = `openssl s_client -connect localhost:${port} </dev/null 2>/dev/null`
  const serial = () =>
    run('sh', ['-c', `${shown} | openssl x509 -noout -serial`]).then(({ stdout }) => stdout)
  const wanted = openssl('x509', '-in', 'two.pem', '-noout', '-serial').toString()
  const log = async (words) => {
    while (!server.output().includes(words)) await new Promise((go) => setTimeout(go, 50))
  }
  const before = await serial()
  copyFileSync(at('two.pem'), at('used.pem')) // the key is the old one
  process.kill(server.pid, 'SIGHUP')
  await log('the old certificate stays')
  assert.equal(await serial(), before)
  copyFileSync(at('two.key'), at('used.key'))
  process.kill(server.pid, 'SIGHUP')
  await log('the certificate was read again')
  assert.equal(await serial(), wanted)
})

test('check-config names what is wrong with key and certificate', () => {
  const said = (env) => {
    Object.assign(city.env, env)
    try {
      city.run(['check-config'])
    } catch ({ status, stderr }) {
      assert.equal(status, 2)
      return stderr
    }
    return ''
  }
  assert.equal(said({}), '')
  assert.match(said({ BANSHI_TLS_KEY: at('none.key') }), /none\.key/)
  assert.match(said({ BANSHI_TLS_KEY: at('one.key') }), /one\.key 与证书不是一对/)
  chmodSync(at('two.key'), 0o644)
  assert.match(said({ BANSHI_TLS_KEY: at('two.key') }), /chmod/)
  assert.match(said({ BANSHI_TLS_CERTIFICATE: at('none.pem') }), /none\.pem/)
  const sm = { BANSHI_TLS_CERTIFICATE: at('used.pem'), BANSHI_TLS_KEY: at('used.key') }
  assert.match(said({ ...sm, BANSHI_TLS_SUITES: 'TLS_SM4_GCM_SM3' }), /TLS_SM4_GCM_SM3/)
  assert.match(said({ BANSHI_TLS_SUITES: '', BANSHI_URL: 'http://localhost' }), /BANSHI_URL/)
})
