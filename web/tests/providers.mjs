// Two providers of single sign-on on this machine: OpenID Connect by the package oidc-provider, and
// CAS 3.0 by a small server that follows the protocol, since no other of it is to be had.
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { generateKeyPairSync, randomUUID } from 'node:crypto'

function listen(server) {
  return new Promise((done) =>
    server.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${server.address().port}`)),
  )
}
export async function freePort() {
  const server = createServer()
  const { port } = new URL(await listen(server))
  await close(server)()
  return port
}
const close = (server) => () => {
  server.closeAllConnections()
  return new Promise((done) => server.close(done))
}

const keyOf = (kind, options, kid, alg) => ({
  ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }),
  kid,
  alg,
  use: 'sig',
})
export const freshKeys = (name) => [
  keyOf('rsa', { modulusLength: 2048 }, `rsa-${name}`, 'RS256'),
  keyOf('ec', { namedCurve: 'P-256' }, `ec-${name}`, 'ES256'),
]

// `restart` comes back at the same address with other keys. `wayBack` is where it may send people.
export async function startOidc() {
  const server = createServer((request, response) => serve(request, response))
  const issuer = await listen(server)
  let serve
  const restart = (wayBack, name, alg) => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'banshi',
          client_secret: 'a-secret-of-the-tests',
          token_endpoint_auth_method: 'client_secret_post',
          redirect_uris: [wayBack],
          post_logout_redirect_uris: [wayBack],
          id_token_signed_response_alg: alg,
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      jwks: { keys: freshKeys(name) },
      cookies: { keys: [randomUUID()] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: true } },
    })
    serve = provider.callback()
  }
  return { issuer, restart, stop: close(server) }
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => `&#${c.codePointAt(0)};`)

export async function startCas() {
  const tickets = new Map()
  const asked = []
  const answer = (xml) => `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${xml}
    </cas:serviceResponse>`
  const pages = {
    '/cas/login': (query, response) => {
      const user = query.get('username')
      if (!user)
        return response.end(
          `<form><input name="username"><input type="hidden" name="service"
            value="${escaped(query.get('service'))}"><button>Log in</button></form>`,
        )
      const ticket = `ST-${randomUUID()}`
      tickets.set(ticket, { user, service: query.get('service') })
      const back = new URL(query.get('service'))
      back.searchParams.set('ticket', ticket)
      response.writeHead(302, { Location: back.href }).end()
    },
    '/cas/p3/serviceValidate': (query, response) => {
      const ticket = query.get('ticket')
      const known = tickets.get(ticket)
      tickets.delete(ticket) // once
      asked.push(ticket)
      response.setHeader('Content-Type', 'application/xml')
      if (known?.service !== query.get('service'))
        return response.end(
          answer('<cas:authenticationFailure code="INVALID_TICKET">no</cas:authenticationFailure>'),
        )
      response.end(
        answer(`<cas:authenticationSuccess><cas:user>${escaped(known.user)}</cas:user>
          <cas:attributes><cas:user>boss</cas:user></cas:attributes></cas:authenticationSuccess>`),
      )
    },
    '/cas/logout': (query, response) =>
      response.end(`<p>Logged out</p><a href="${escaped(query.get('service'))}">back</a>`),
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1')
    const page = pages[pathname]
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    page ? page(searchParams, response) : response.writeHead(404).end()
  })
  const origin = await listen(server)
  return { origin, url: `${origin}/cas`, asked, stop: close(server) }
}
