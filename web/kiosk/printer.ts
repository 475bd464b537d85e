// The slip 小票: made by the server in the printer's language, handed to the printer of this
// machine. The number is stored before it is printed; a printer that fails costs nobody a number.
import { hallPrinter, type Device } from './device'
import { reprint, slipOf, type Ticket } from './hall'
import { rasterSlip } from './raster'
import { say } from './words'
import type { Provisional } from './visit'

export type Printed = 'printed' | 'failed' | 'none'

const longest = 8_000

// The hall's own printer prints a fresh number by itself; it needs to be told only to repeat it.
export async function print(device: Device, ticket: Ticket, again: boolean): Promise<Printed> {
  const { printer, token } = device
  if (printer === '') return 'none'
  try {
    if (printer === hallPrinter) {
      if (again) await reprint(ticket)
      return 'printed'
    }
    const signal = AbortSignal.timeout(longest)
    const headers: HeadersInit = token === '' ? {} : { Authorization: `Bearer ${token}` }
    const slip = await fetch(slipOf(ticket), { headers, signal })
    if (!slip.ok) return 'failed'
    return await send(printer, await slip.arrayBuffer())
  } catch {
    return 'failed'
  }
}

async function send(printer: string, body: BodyInit): Promise<Printed> {
  const signal = AbortSignal.timeout(longest)
  const answer = await fetch(printer, { method: 'POST', body, signal })
  return answer.ok ? 'printed' : 'failed'
}

// Without the server, which makes the slips else. The hall's printer hangs on the same line.
export async function printHere({ printer }: Device, given: Provisional): Promise<Printed> {
  if (printer === '') return 'none'
  if (printer === hallPrinter) return 'failed'
  const slip = rasterSlip([
    { text: given.hall, size: 30 },
    { text: given.name, size: 34 },
    { text: given.number, size: 120, bold: true },
    { text: `${say('provisional.mark')}　${given.time}`, size: 34, bold: true },
    { text: say('provisional.slip'), size: 26 },
    { text: say('done.listen'), size: 26 },
  ])
  return send(printer, slip as Uint8Array<ArrayBuffer>).catch(() => 'failed')
}
