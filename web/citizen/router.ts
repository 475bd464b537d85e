// Addresses of the citizen's pages below /{district}/. Every page is a lazy file of its own.
// The secret of a link stands behind the #, where no server and no log sees it.
// Not vue-router: it is a quarter of what a phone may fetch for a page.
import { fit, type Params } from '@shared/address'
import { district } from '@shared/place'
import { defineAsyncComponent, nextTick, shallowRef, type Component } from 'vue'
import type { TicketLink } from './hall'
import Missing from './Missing.vue'

const Booking = defineAsyncComponent(() => import('./Booking.vue'))
const Ticket = defineAsyncComponent(() => import('./Ticket.vue'))
const Evaluate = defineAsyncComponent(() => import('./Evaluate.vue'))

const pages: [pattern: string, page: Component][] = [
  ['/', defineAsyncComponent(() => import('./Home.vue'))],
  ['/hall/:hall', defineAsyncComponent(() => import('./HallPage.vue'))],
  ['/hall/:hall/matter/:service', defineAsyncComponent(() => import('./Matter.vue'))],
  ['/hall/:hall/book/:service', defineAsyncComponent(() => import('./Book.vue'))],
  ['/hall/:hall/booking/:ticket', Booking],
  ['/hall/:hall/ticket/:ticket', Ticket],
  ['/hall/:hall/evaluate/:ticket', Evaluate],
  ['/hall/:hall/number/:number?', defineAsyncComponent(() => import('./Find.vue'))],
  ['/hall/:hall/calls', defineAsyncComponent(() => import('./Fairness.vue'))],
  ['/hall/:hall/limits', defineAsyncComponent(() => import('./Limits.vue'))],
  // Printed on paper: /ticket?hall=...&ticket=...#secret
  ['/ticket', Ticket],
  ['/booking', Booking],
  ['/evaluate', Evaluate],
]

export interface Address {
  page: Component
  path: string
  params: Params
  secret: string
  query: URLSearchParams
}

function here(): Address {
  const path = location.pathname.slice(`/${district()}`.length) || '/'
  const rest = { path, secret: location.hash.slice(1), query: new URLSearchParams(location.search) }
  for (const [pattern, page] of pages) {
    const params = fit(pattern, path)
    if (params) return { page, params, ...rest }
  }
  return { page: Missing, params: {}, ...rest }
}

export const address = shallowRef(here())

export function hrefOf(path: string): string {
  return `/${district()}${path}`
}

async function arrive() {
  const moved = here().path !== address.value.path
  address.value = here()
  await nextTick()
  // A page change is told like a page load: focus goes to the content.
  if (moved) document.getElementById('content')?.focus({ preventScroll: true })
}

export function open(path: string, how: 'push' | 'replace' = 'push') {
  history[`${how}State`](null, '', hrefOf(path))
  scrollTo(0, 0)
  void arrive()
}

addEventListener('popstate', () => void arrive())

export function linkOf({ params, query, secret }: Address): TicketLink {
  const word = (name: string) => params[name] ?? query.get(name) ?? ''
  return { hall: word('hall'), ticket: word('ticket'), secret }
}

export function pathOf(page: 'booking' | 'ticket' | 'evaluate', link: TicketLink, query = '') {
  return `/hall/${link.hall}/${page}/${link.ticket}${query}#${link.secret}`
}
