// What this machine keeps: the token that the district gave it, and its reader and printer. The
// token is the machine's own secret; of citizens nothing is kept.
import { fit } from '@shared/address'
import { api } from '@shared/client'
import { type ReaderSettings, usualReader } from './reader'

export interface Device {
  token: string
  reader: ReaderSettings
  printer: string // address that takes ESC/POS by POST, or the hall's; empty: none
  ahead: boolean // keeps numbers ahead for when the line is down
}

export const hallPrinter = 'hall'
const kept = 'banshi.kiosk'

const place =
  fit('/:district/kiosk/:hall', location.pathname) ??
  fit('/:district/kiosk/:hall/window/:window', location.pathname)
export const hall = place?.hall ?? ''
export const counter = place?.window ?? '' // of the evaluation device

export function readDevice(): Device {
  const told = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Device>
  return { token: '', reader: usualReader, printer: '', ahead: true, ...told }
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
