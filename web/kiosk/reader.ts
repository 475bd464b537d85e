// The ID card reader 读卡器: the service that its maker runs on this machine, asked by WebSocket
// or HTTP. Makers name their fields as they like, so the settings say where they stand.
import { onScopeDispose, reactive } from 'vue'
import type { Card } from './hall'

export interface ReaderSettings {
  address: string // ws://, or http:// to be asked again and again; empty: no reader
  ask: unknown // sent as JSON when a WebSocket opens; nothing for those that speak by themselves
  name: string // paths into the answer: "data.name"
  id_number: string
}

export const usualReader: ReaderSettings = {
  address: 'ws://127.0.0.1:8765',
  ask: { command: 'read' },
  name: 'data.name',
  id_number: 'data.idNo',
}

const askEvery = 700
const tryAgainAfter = 3_000

function fieldAt(message: unknown, path: string): string {
  let place = message
  for (const name of path.split('.'))
    place = (place as Record<string, unknown> | null | undefined)?.[name]
  return typeof place === 'string' ? place.trim() : ''
}

// The card that a message tells of, if it does.
export function cardIn(message: unknown, settings: ReaderSettings): Card | undefined {
  const id_number = fieldAt(message, settings.id_number).toUpperCase()
  return id_number === '' ? undefined : { name: fieldAt(message, settings.name), id_number }
}

type Heard = (message: unknown) => void

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

// Ends when the reader's service does.
function listen(line: WebSocket, ask: unknown, heard: Heard): Promise<void> {
  line.onopen = () => {
    if (ask) line.send(JSON.stringify(ask))
    heard(undefined)
  }
  line.onmessage = ({ data }) => heard(JSON.parse(String(data)))
  return new Promise((ended) => (line.onclose = () => ended()))
}

async function askAgainAndAgain(address: string, signal: AbortSignal, heard: Heard) {
  for (; !signal.aborted; await pause(askEvery))
    heard(await (await fetch(address, { signal, cache: 'no-store' })).json())
}

// Cards that are laid on the reader. One that stays there is told once.
export function useReader(settings: ReaderSettings, put: (card: Card) => void) {
  // A reader for demonstrations says which cards it has; they are put by pressing.
  const reader = reactive({
    connected: settings.address !== '', // until it is known better
    demoCards: [] as string[],
    putDemo,
  })
  const stopped = new AbortController()
  let line: WebSocket | undefined
  let lying = ''

  function heard(message: unknown) {
    reader.connected = true
    reader.demoCards = (message as { demo_cards?: string[] })?.demo_cards ?? reader.demoCards
    const card = cardIn(message, settings)
    const stays = line === undefined && card?.id_number === lying
    lying = card?.id_number ?? ''
    if (card && !stays) put(card)
  }

  function putDemo(card: number) {
    line?.send(JSON.stringify({ command: 'put', card }))
  }

  async function read() {
    if (!settings.address.startsWith('ws'))
      return askAgainAndAgain(settings.address, stopped.signal, heard)
    line = new WebSocket(settings.address)
    return listen(line, settings.ask, heard)
  }

  async function keepReading() {
    while (!stopped.signal.aborted && settings.address !== '') {
      await read().catch(() => undefined)
      reader.connected = false
      await pause(tryAgainAfter)
    }
  }

  onScopeDispose(() => {
    stopped.abort()
    line?.close()
  })
  void keepReading()
  return reader
}
