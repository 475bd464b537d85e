// What the kiosk asks of its hall. Addresses of the interface stand here alone.
import { answer, api, apiRoot } from '@shared/client'
import type { Block } from './blocks'
import { counter, hall } from './device'

// Who works this machine: a device by its token, or staff by their session. A line that is down
// says nothing about that.
export const mayGiveNumbers = () =>
  answer(api.GET('/session')).then(
    ({ rights }) => rights.some(({ right }) => right === 'hall.issue_tickets'),
    () => true,
  )

const patience = 8_000 // of whoever stands here, before the machine gives a number by itself

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
  const signal = AbortSignal.timeout(patience)
  return answer(api.POST('/halls/{hall}/tickets', { ...at, body, signal }))
}
export const reserveBlock = (service: string) =>
  answer(api.POST('/halls/{hall}/number-blocks', { ...at, body: { service } }))
export const mergeBlock = ({ block, given: tickets }: Block) =>
  answer(
    api.POST('/halls/{hall}/number-blocks/{block}/merger', {
      params: { path: { hall, block } },
      body: { kiosk_clock: new Date().toISOString(), tickets },
    }),
  )
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
export const kioskVoice = `${hallStream}/kiosk-voice`

// The evaluation device at a window.
const desk = { params: { path: { hall, window: counter } } }
export const evaluatorStream = `${hallStream}/windows/${counter}/evaluator`
export const evaluateHere = (grade: Grade, reasons: string[]) =>
  answer(
    api.POST('/halls/{hall}/windows/{window}/evaluation', { ...desk, body: { grade, reasons } }),
  )
const seeEvaluator = () => answer(api.GET('/halls/{hall}/windows/{window}/evaluator', desk))
export type Evaluator = Awaited<ReturnType<typeof seeEvaluator>>
export const grades = [
  'very_satisfied',
  'satisfied',
  'basically_satisfied',
  'dissatisfied',
  'very_dissatisfied',
] as const
export type Grade = (typeof grades)[number]

export type Hall = Awaited<ReturnType<typeof seeHall>>
export type Service = Hall['services'][number]
export type Ticket = Awaited<ReturnType<typeof issueTicket>>
