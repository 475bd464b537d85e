// The typed client of the district's interface: api.GET('/hall/services'), inside answer().
import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './api/schema'
import { district } from './place'

export { answer, offline, Problem } from './problem'

export function cookie(name: string): string {
  return document.cookie.match(`(?:^|; )${name}=([^;]*)`)?.[1] ?? ''
}

// Names one deed, so that sending it twice does it once. Keep it while the same form is resent.
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const writes: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return
    if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newKey())
    const token = cookie('csrf')
    if (token !== '') request.headers.set('X-CSRF-Token', token)
  },
}

let ahead = 0 // of the server's clock before this device's

const clocks: Middleware = {
  onResponse({ response }) {
    const date = Date.parse(response.headers.get('Date') ?? '')
    if (!Number.isNaN(date) && Math.abs(date - Date.now()) > 2_000) ahead = date - Date.now()
  },
}

// Time limits run by the server's clock; a phone's may be minutes off.
export function serverNow(): number {
  return Date.now() + ahead
}

export const apiRoot = `/api/v1/${district()}`

// What holds a file travels as a form; all else as JSON.
function bodyOf(body: unknown): FormData | string {
  const fields = Object.entries(body ?? {}).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).map((each: unknown) => [name, each] as const),
  )
  if (!fields.some(([, value]) => value instanceof Blob)) return JSON.stringify(body)
  const form = new FormData()
  for (const [name, value] of fields)
    if (value !== undefined) form.append(name, value instanceof Blob ? value : String(value))
  return form
}

export const api = createClient<paths>({ baseUrl: apiRoot, bodySerializer: bodyOf })
api.use(writes, clocks)
