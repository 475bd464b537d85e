// What the kiosk asks of its hall. Addresses of the interface stand here alone.
import { answer, api, apiRoot } from '@shared/client'
import { hall } from './device'

// Who works this machine: a device by its token, or staff by their session. A line that is down
// says nothing about that.
export const mayGiveNumbers = () =>
  answer(api.GET('/session')).then(
    ({ rights }) => rights.some(({ right }) => right === 'hall.issue_tickets'),
    () => true,
  )

const at = { params: { path: { hall } } }

export interface Card {
  name: string
  id_number: string
}

// By the card or by the code of a booking; `look` only looks what would happen.
export interface Shown {
  id_number?: string
  name?: string
  code?: string
}

export const seeHall = () => answer(api.GET('/halls/{hall}', at))
export const checkIn = (shown: Shown, look: boolean) =>
  answer(api.POST('/halls/{hall}/check-ins', { ...at, body: { ...shown, look } }))
// A number typed by hand has no name with it; then the ticket is nobody's, as without a card.
export const issueTicket = (service: string, priority?: string, card?: Shown) => {
  const { id_number, name } = card ?? {}
  const person = id_number && name ? { id_number, name } : {}
  const group = priority ? { priority } : {}
  const body = { service, ...group, ...person }
  return answer(api.POST('/halls/{hall}/tickets', { ...at, body }))
}
export const reprint = ({ ticket, secret = '' }: Ticket) =>
  answer(
    api.POST('/halls/{hall}/tickets/{ticket}/printing', {
      params: { path: { hall, ticket } },
      body: { secret },
    }),
  )
export const slipOf = ({ ticket, secret = '' }: Ticket) =>
  `${apiRoot}/halls/${hall}/tickets/${ticket}/slip?format=escpos&secret=${secret}`
export const hallStream = `${apiRoot}/halls/${hall}`

export type Hall = Awaited<ReturnType<typeof seeHall>>
export type Service = Hall['services'][number]
export type Ticket = Awaited<ReturnType<typeof issueTicket>>
