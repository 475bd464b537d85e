// Follows a live address. The last known state stays with its time when the line is cut; after
// 30 seconds without a byte the page says so, while it tries again by itself.
// Not EventSource: it hides heartbeats and refusals, and gives up for good on the first 503.
import { onScopeDispose, shallowReactive } from 'vue'
import { eventReader, type Event } from './events'
import { problemOf, type Problem } from './problem'

export interface Live<State> {
  state: State | undefined
  at: Date | undefined // when the state came
  connected: boolean
  cut: boolean // no line at this moment; a short one is mended before `connected` ends
  refused: Problem | undefined // the server said no: following has ended
}

// What was asked beside the stream is shown, unless the stream has told more by then.
export async function showBeside<State>(live: Live<State>, asked: Promise<State>) {
  const before = live.state
  const state = await asked
  if (live.state !== before) return
  live.state = state
  live.at = new Date()
}

const silence = 30_000
const longestPause = 15_000

// One reading of the stream, until it ends; resolves to a refusal when there was one.
async function listen(
  url: string,
  last: string,
  token: string,
  signal: AbortSignal,
  heard: (events: Event[]) => void,
): Promise<Problem | undefined> {
  const headers = {
    Accept: 'text/event-stream',
    ...(last !== '' && { 'Last-Event-ID': last }),
    ...(token !== '' && { Authorization: `Bearer ${token}` }),
  }
  const response = await fetch(url, { headers, signal, cache: 'no-store' })
  if (response.status >= 400 && response.status < 500 && response.status !== 429)
    return problemOf(response.status, await response.json().catch(() => undefined))
  if (!response.ok || response.body === null) return undefined
  heard([])

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const read = eventReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return undefined
    heard(read(value))
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

// `token`: of a device; people come with their session.
export function follow<State>(url: string, token = ''): Live<State> {
  const live = shallowReactive<Live<State>>({
    state: undefined,
    at: undefined,
    connected: true,
    cut: false,
    refused: undefined,
  })
  let [last, heardAt, closed] = ['', Date.now(), false]
  let line = new AbortController()

  function heard(events: Event[]) {
    heardAt = Date.now()
    live.connected = true
    live.cut = false
    for (const event of events) {
      if (event.id !== '') last = event.id
      live.state = JSON.parse(event.data) as State
      live.at = new Date()
    }
  }

  async function keepListening() {
    for (let wait = 1_000; !closed; wait = Math.min(wait * 2, longestPause)) {
      line = new AbortController()
      const began = Date.now()
      live.refused = await listen(url, last, token, line.signal, heard).catch(() => undefined)
      if (closed || live.refused) return
      live.cut = true
      if (live.state === undefined) live.connected = false
      if (heardAt > began) wait = 1_000
      await pause(wait * (0.5 + Math.random() / 2))
    }
  }

  const watch = setInterval(() => {
    if (Date.now() - heardAt <= silence) return
    live.connected = false
    line.abort()
    heardAt = Date.now() - silence / 2 // the next line gets 15 seconds to speak
  }, 1_000)

  onScopeDispose(() => {
    closed = true
    clearInterval(watch)
    line.abort()
  })
  void keepListening()
  return live
}
