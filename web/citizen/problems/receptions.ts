// What the citizen's pages ask about joint receptions, and the booking that this tab keeps: a
// phone may be shared.
import { answer, api } from '@shared/client'

export const listReceptions = () => answer(api.GET('/receptions'))
export type Reception = Awaited<ReturnType<typeof listReceptions>>['receptions'][number]

export interface VisitWish {
  start: string
  name: string
  phone: string
  subject: string
  persons: number
}

export const bookReception = (reception: string, body: VisitWish, key: string) =>
  answer(
    api.POST('/receptions/{reception}/bookings', {
      params: { path: { reception } },
      headers: { 'Idempotency-Key': key },
      body,
    }),
  )
export const cancelVisit = (visit: string, code: string) =>
  answer(
    api.POST('/reception-visits/{visit}/cancellation', {
      params: { path: { visit } },
      body: { code },
    }),
  )

export interface Booked {
  visit: string
  turn: string
  code: string
  start: string
  place: string
  leader: string
}

const place = (visit: string) => `reception-${visit}`

export function keepBooked(booked: Booked) {
  sessionStorage.setItem(place(booked.visit), JSON.stringify(booked))
}

export function bookedOf(visit: string): Booked | undefined {
  const kept = sessionStorage.getItem(place(visit))
  return kept ? (JSON.parse(kept) as Booked) : undefined
}

export function forgetBooked(visit: string) {
  sessionStorage.removeItem(place(visit))
}
