// One visit at the machine, from the card to the number.
import { nextTick, shallowRef } from 'vue'
import { Problem } from '@shared/problem'
import { readDevice } from './device'
import { checkIn, issueTicket, type Card, type Shown, type Ticket } from './hall'
import { print, type Printed } from './printer'
import { isIdNumber } from './scanner'

export type How = 'fresh' | 'already' | 'returned'
export type Step =
  | { page: 'start' }
  | { page: 'type' }
  | { page: 'scan' }
  | { page: 'help'; before: Step }
  | { page: 'set_up'; fault?: Problem }
  | { page: 'found'; shown: Shown; ticket: Ticket }
  | { page: 'choose'; shown?: Shown }
  | { page: 'done'; ticket: Ticket; how: How; printed: Printed | 'printing' }
  | { page: 'fault'; problem: Problem; shown?: Shown }

export const step = shallowRef<Step>({ page: 'start' })
export const busy = shallowRef(false)

export async function go(next: Step) {
  const moved = next.page !== step.value.page
  step.value = next
  await nextTick()
  if (moved) document.querySelector<HTMLElement>('h1')?.focus()
}

// One deed at a time: a card that is put twice, a button that is pressed twice.
async function deed(act: () => Promise<Step>, shown?: Shown) {
  if (busy.value) return
  busy.value = true
  try {
    await go(await act())
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    const unknownMachine = problem.status === 401 || problem.status === 403
    if (unknownMachine) await go({ page: 'set_up', fault: problem })
    else await go({ page: 'fault', problem, ...(shown && { shown }) })
  } finally {
    busy.value = false
  }
  const now = step.value
  if (now.page === 'done' && now.printed === 'printing') await printSlip(now.how !== 'fresh')
}

export async function printSlip(again = true) {
  if (step.value.page !== 'done') return
  const { ticket, how } = step.value
  step.value = { page: 'done', ticket, how, printed: 'printing' }
  const printed = await print(readDevice(), ticket, again)
  const now = step.value as Step
  if (now.page === 'done' && now.ticket === ticket) step.value = { ...now, printed }
}

function done(ticket: Ticket, how: How): Step {
  return { page: 'done', ticket, how, printed: 'printing' }
}

// What the card or the code stands for; nothing is changed where a booking waits for a yes.
async function found(shown: Shown): Promise<Step> {
  const { outcome, ticket } = await checkIn(shown, true)
  if (outcome === 'no_booking' || !ticket) return { page: 'choose', shown }
  if (outcome === 'found') return { page: 'found', shown, ticket }
  const again = await checkIn(shown, false)
  return done(again.ticket ?? ticket, ticket.state === 'missed' ? 'returned' : 'already')
}

export const showCard = ({ id_number, name }: Card) =>
  deed(() => found({ id_number, name }), { id_number, name })
export const showCode = (code: string) => deed(() => found({ code }))
export const scanned = (text: string) =>
  isIdNumber(text) ? showCard({ id_number: text.trim().toUpperCase(), name: '' }) : showCode(text)

export const confirm = (shown: Shown) =>
  deed(async () => {
    const { ticket } = await checkIn(shown, false)
    return ticket ? done(ticket, 'fresh') : { page: 'choose', shown }
  }, shown)
export const draw = (service: string, priority: string, shown?: Shown) =>
  deed(async () => done(await issueTicket(service, priority, shown), 'fresh'), shown)
