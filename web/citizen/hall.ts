// What the citizen's pages ask of a hall. Addresses of the interface stand here alone.
import { answer, api, apiRoot } from '@shared/client'

// Whoever holds the link of a ticket holds the ticket.
export interface TicketLink {
  hall: string
  ticket: string
  secret: string
}

const at = (hall: string) => ({ params: { path: { hall } } })
const on = ({ hall, ticket, secret }: TicketLink) => ({
  params: { path: { hall, ticket }, query: { secret } },
})
const write = ({ hall, ticket, secret }: TicketLink) => ({
  params: { path: { hall, ticket } },
  body: { secret },
})

export const listHalls = () => answer(api.GET('/halls'))
export const seeHall = (hall: string) => answer(api.GET('/halls/{hall}', at(hall)))

// Of a visit with these matters, one after the other.
export const listSlots = (hall: string, [service = '', ...rest]: string[]) => {
  const query = { service, ...(rest.length > 0 && { with: rest.join(',') }) }
  return answer(api.GET('/halls/{hall}/slots', { params: { path: { hall }, query } }))
}
export const holdSlot = (hall: string, services: string[], start: string) =>
  answer(api.POST('/halls/{hall}/holds', { ...at(hall), body: { services, start } }))
// Who joins twice keeps the first place, so it may be sent again.
export const joinWaitingList = (
  hall: string,
  form: Omit<Person, 'consent'> & { service: string; day: string },
) => answer(api.POST('/halls/{hall}/waiting-list', { ...at(hall), body: form }))
export const extendHold = (link: TicketLink) =>
  answer(api.POST('/halls/{hall}/holds/{ticket}/extension', write(link)))

export interface Person {
  name: string
  id_number: string
  phone: string
  consent: boolean
}

export const confirmBooking = (
  { hall, ticket, secret }: TicketLink,
  person: Person,
  key: string,
) =>
  answer(
    api.POST('/halls/{hall}/bookings', {
      ...at(hall),
      headers: { 'Idempotency-Key': key },
      body: { ticket, secret, ...person },
    }),
  )
export const seeBooking = (link: TicketLink) =>
  answer(api.GET('/halls/{hall}/bookings/{ticket}', on(link)))
export const cancelBooking = (link: TicketLink) =>
  answer(api.POST('/halls/{hall}/bookings/{ticket}/cancellation', write(link)))
// Also while the page is being left.
export const giveBack = (hold: TicketLink) =>
  answer(
    api.POST('/halls/{hall}/bookings/{ticket}/cancellation', { ...write(hold), keepalive: true }),
  )
export const rescheduleBooking = ({ hall, ticket, secret }: TicketLink, start: string) =>
  answer(
    api.PUT('/halls/{hall}/bookings/{ticket}/time', {
      params: { path: { hall, ticket } },
      body: { secret, start },
    }),
  )
export const seeLimits = (hall: string, id_number: string, phone: string) =>
  answer(api.POST('/halls/{hall}/limits', { ...at(hall), body: { id_number, phone } }))

export const seeTicket = (link: TicketLink) =>
  answer(api.GET('/halls/{hall}/tickets/{ticket}', on(link)))
export const leaveQueue = (link: TicketLink) =>
  answer(api.POST('/halls/{hall}/tickets/{ticket}/departure', write(link)))
export const returnMissed = (link: TicketLink) =>
  answer(api.POST('/halls/{hall}/tickets/{ticket}/return', write(link)))

export const findTicket = (hall: string, number: string) =>
  answer(api.GET('/halls/{hall}/numbers/{number}', { params: { path: { hall, number } } }))
export const listCalls = (hall: string) => answer(api.GET('/halls/{hall}/calls', at(hall)))
export const explainOrder = (hall: string, number: string) =>
  answer(api.GET('/halls/{hall}/numbers/{number}/order', { params: { path: { hall, number } } }))

const file = ({ hall, ticket, secret }: TicketLink, name: string) =>
  `${apiRoot}/halls/${hall}/bookings/${ticket}/${name}?secret=${encodeURIComponent(secret)}`
export const bookingCalendar = (link: TicketLink) => file(link, 'calendar')
export const bookingCode = (link: TicketLink) => file(link, 'code')
export const seeQueue = (hall: string, queue: string) =>
  answer(api.GET('/halls/{hall}/queues/{queue}', { params: { path: { hall, queue } } }))
export const hallStream = (hall: string) => `${apiRoot}/halls/${hall}`
export const queueStream = (hall: string, queue: string) =>
  `${apiRoot}/halls/${hall}/queues/${queue}`

type Answered<Ask extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Ask>>

export type Hall = Answered<typeof seeHall>
export type Service = Hall['services'][number]
export type Slots = Answered<typeof listSlots>
export type Held = Answered<typeof holdSlot>
export type Booking = Answered<typeof seeBooking>
export type Ticket = Answered<typeof seeTicket>
export type State = Ticket['state']
export type Queue = Answered<typeof seeQueue>
export type Calls = Answered<typeof listCalls>
export type Explanation = Answered<typeof explainOrder>
export type Limits = Answered<typeof seeLimits>

export type Grade =
  | 'very_satisfied'
  | 'satisfied'
  | 'basically_satisfied'
  | 'dissatisfied'
  | 'very_dissatisfied'

export interface Evaluation {
  grade: Grade
  stop: number
  reasons: string[]
  words: string
}

export const evaluate = ({ hall, ticket, secret }: TicketLink, evaluation: Evaluation) =>
  answer(
    api.POST('/halls/{hall}/tickets/{ticket}/evaluation', {
      params: { path: { hall, ticket } },
      body: { secret, ...evaluation },
    }),
  )
