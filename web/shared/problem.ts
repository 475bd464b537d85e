// A proper "no" of the server (RFC 9457), or a line that is down.

export const offline = 'line.down'

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail = '',
    readonly field = '',
  ) {
    super(title)
  }

  // Answered with a no, and nothing was done; else the line or the server failed.
  get refused(): boolean {
    return this.status >= 400 && this.status < 500
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function problemOf(status: number, body: unknown): Problem {
  const document = typeof body === 'object' && body !== null ? body : {}
  const { code, title, detail, field } = document as Record<string, unknown>
  return new Problem(status, text(code) || 'server.broken', text(title), text(detail), text(field))
}

interface Told<T> {
  data?: T
  error?: unknown
  response: Response
}

// The same of a plain fetch, for what stands outside a district's interface.
export async function answerOf<T>(call: Promise<Response>): Promise<T> {
  const read = async (response: Response) => {
    const body: unknown = await response.json().catch(() => undefined)
    return response.ok ? { data: body as T, response } : { error: body, response }
  }
  return answer(call.then(read))
}

// What the server answered, or a Problem that is thrown.
export async function answer<T>(call: Promise<Told<T>>): Promise<T> {
  let told: Told<T>
  try {
    told = await call
  } catch {
    throw new Problem(0, offline, '')
  }
  if (told.response.ok) return told.data as T
  throw problemOf(told.response.status, told.error)
}
