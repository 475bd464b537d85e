// One visit at the machine, from the card to the number.
import { nextTick, shallowRef } from 'vue'
import { offline, Problem } from '@shared/problem'
import { clock } from '@shared/time'
import type { Given } from './blocks'
import { readDevice } from './device'
import { checkIn, issueTicket, type Card, type Shown, type Ticket } from './hall'
import { giveOffline, line } from './offline'
import { print, printHere, type Printed } from './printer'
import { isIdNumber } from './scanner'

export type How = 'fresh' | 'already' | 'returned'
export interface Provisional extends Given {
  name: string // of the matter
  time: string
  hall: string
}
export type Step =
  | { page: 'start' }
  | { page: 'type' }
  | { page: 'scan' }
  | { page: 'help'; before: Step }
  | { page: 'set_up'; fault?: Problem }
  | { page: 'found'; shown: Shown; ticket: Ticket }
  | { page: 'choose'; shown?: Shown }
  | { page: 'done'; ticket: Ticket; how: How; printed: Printed | 'printing' }
  | { page: 'provisional'; given: Provisional; printed: Printed | 'printing' }
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
  if (now.page === 'provisional' && now.printed === 'printing') await printProvisional()
}

export async function printSlip(again = true) {
  if (step.value.page !== 'done') return
  const { ticket, how } = step.value
  step.value = { page: 'done', ticket, how, printed: 'printing' }
  const printed = await print(readDevice(), ticket, again)
  const now = step.value as Step
  if (now.page === 'done' && now.ticket === ticket) step.value = { ...now, printed }
}

export async function printProvisional() {
  if (step.value.page !== 'provisional') return
  const { given } = step.value
  step.value = { page: 'provisional', given, printed: 'printing' }
  const printed = await printHere(readDevice(), given)
  const now = step.value as Step
  if (now.page === 'provisional' && now.given === given) step.value = { ...now, printed }
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

// What a matter is called, and where and when it is drawn.
export interface Here {
  name: string
  now: string
  hall: string
}

async function issued(service: string, priority: string, shown?: Shown) {
  if (!line.connected) throw new Problem(0, offline, '')
  return done(await issueTicket(service, priority, shown), 'fresh')
}

// By the server; without it, a provisional number, which is nobody's by name.
export const draw = (service: string, priority: string, here: Here, shown?: Shown) =>
  deed(async () => {
    try {
      return await issued(service, priority, shown)
    } catch (problem) {
      const cut = problem instanceof Problem && problem.code === offline
      const given = cut && giveOffline(service, priority, here.now)
      if (!given) throw problem
      const { name, now, hall } = here
      const shownAs = { ...given, name, hall, time: clock(now) }
      return { page: 'provisional', given: shownAs, printed: 'printing' }
    }
  }, shown)
