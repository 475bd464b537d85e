// What the service desk asks of the hall.
import { answer, api, apiRoot } from '@shared/client'

const at = (hall: string) => ({ params: { path: { hall } } })

export interface Person {
  id_number?: string
  code?: string
  name?: string
}
export const checkIn = (hall: string, person: Person, look: boolean) =>
  answer(api.POST('/halls/{hall}/check-ins', { ...at(hall), body: { ...person, look } }))
export type CheckedIn = Awaited<ReturnType<typeof checkIn>>

export interface WalkIn {
  service: string
  id_number?: string
  name?: string
  priority?: string
}
export const issueTicket = (hall: string, form: WalkIn) =>
  answer(api.POST('/halls/{hall}/tickets', { ...at(hall), body: form }))
export type Ticket = Awaited<ReturnType<typeof issueTicket>>

export const slip = ({ hall, ticket, secret }: Ticket) =>
  `${apiRoot}/halls/${hall}/tickets/${ticket}/slip?secret=${encodeURIComponent(secret ?? '')}`

export const findBookings = (hall: string, id_number: string) =>
  answer(api.POST('/halls/{hall}/booking-search', { ...at(hall), body: { id_number } }))
export type Booking = Awaited<ReturnType<typeof findBookings>>['bookings'][number]

// The code that a citizen shows at the kiosk: the ticket and the secret of its link.
const secretOf = ({ code }: Booking) => code.split('.')[1] ?? ''
const on = (hall: string, { ticket }: Booking) => ({ params: { path: { hall, ticket } } })

export const cancelBooking = (hall: string, booking: Booking) =>
  answer(
    api.POST('/halls/{hall}/bookings/{ticket}/cancellation', {
      ...on(hall, booking),
      body: { secret: secretOf(booking) },
    }),
  )
export const moveBooking = (hall: string, booking: Booking, start: string) =>
  answer(
    api.PUT('/halls/{hall}/bookings/{ticket}/time', {
      ...on(hall, booking),
      body: { secret: secretOf(booking), start },
    }),
  )
export interface Correction {
  name: string
  id_number: string
  phone?: string
  reason: string
}
export const correctPerson = (hall: string, booking: Booking, form: Correction) =>
  answer(
    api.PUT('/halls/{hall}/bookings/{ticket}/person', { ...on(hall, booking), body: form }),
  )
export const reprint = (hall: string, number: string) =>
  answer(
    api.POST('/halls/{hall}/numbers/{number}/printing', { params: { path: { hall, number } } }),
  )

export const checkIdentity = (code: string, id_number: string) =>
  answer(api.POST('/identity-checks', { body: { code, id_number } }))
export type IdentityChecked = Awaited<ReturnType<typeof checkIdentity>>

export const listLimited = (hall: string) =>
  answer(api.GET('/halls/{hall}/limited-persons', at(hall)))
export type Limited = Awaited<ReturnType<typeof listLimited>>['persons'][number]
export const liftLimit = (hall: string, person: string, reason: string) =>
  answer(
    api.POST('/halls/{hall}/limited-persons/{person}/lifting', {
      params: { path: { hall, person } },
      body: { reason },
    }),
  )
export const listSlots = (hall: string, [service = '', ...rest]: string[]) =>
  answer(
    api.GET('/halls/{hall}/slots', {
      params: {
        path: { hall },
        query: { service, ...(rest.length > 0 && { with: rest.join(',') }) },
      },
    }),
  )
