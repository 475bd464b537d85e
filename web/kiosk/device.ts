// What this machine keeps: the token that the district gave it, and its reader and printer. The
// token is the machine's own secret; of citizens nothing is kept.
import { fit } from '@shared/address'
import { api } from '@shared/client'
import { type ReaderSettings, usualReader } from './reader'

export interface Device {
  token: string
  reader: ReaderSettings
  printer: string // address that takes ESC/POS by POST, or the hall's; empty: none
}

export const hallPrinter = 'hall'
const kept = 'banshi.kiosk'

export const hall = fit('/:district/kiosk/:hall', location.pathname)?.hall ?? ''

export function readDevice(): Device {
  const told = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Device>
  return { token: '', reader: usualReader, printer: '', ...told }
}

export function keepDevice(device: Device) {
  localStorage.setItem(kept, JSON.stringify(device))
}

// Without a token of its own the kiosk works by the session of whoever is logged in here.
api.use({
  onRequest({ request }) {
    const { token } = readDevice()
    if (token !== '') request.headers.set('Authorization', `Bearer ${token}`)
  },
})
