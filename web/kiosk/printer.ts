// The slip 小票: made by the server in the printer's language, handed to the printer of this
// machine. The number is stored before it is printed; a printer that fails costs nobody a number.
import { hallPrinter, type Device } from './device'
import { reprint, slipOf, type Ticket } from './hall'

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
    const body = await slip.arrayBuffer()
    const answer = await fetch(printer, { method: 'POST', body, signal })
    return answer.ok ? 'printed' : 'failed'
  } catch {
    return 'failed'
  }
}
