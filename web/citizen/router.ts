// Addresses of the citizen's pages below /{district}/. Every page is a lazy file of its own.
// The secret of a link stands behind the #, where no server and no log sees it.
// Not vue-router: it is a quarter of what a phone may fetch for a page.
import { fit, type Params } from '@shared/address'
import Waiting from '@shared/parts/Waiting.vue'
import { district } from '@shared/place'
import {
  defineAsyncComponent,
  nextTick,
  shallowRef,
  type AsyncComponentLoader,
  type Component,
} from 'vue'
import type { TicketLink } from './hall'
import Missing from './Missing.vue'
import NotLoaded from './NotLoaded.vue'

const lazy = (loader: AsyncComponentLoader) =>
  defineAsyncComponent({
    loader,
    loadingComponent: Waiting,
    errorComponent: NotLoaded,
    delay: 0,
  })

const problem = (name: keyof typeof import('./problems/pages')) =>
  lazy(() => import('./problems/pages').then((pages) => pages[name]()))
const record = (name: 'browse' | 'heads' | 'check' | 'verify') =>
  lazy(() => import('./record/pages').then((pages) => pages[name]()))

const Further = lazy(() => import('./Further.vue'))

const Booking = lazy(() => import('./Booking.vue'))
const Ticket = lazy(() => import('./Ticket.vue'))
const Evaluate = lazy(() => import('./checks').then(({ evaluate }) => evaluate()))

const pages: [pattern: string, page: Component][] = [
  ['/', lazy(() => import('./Home.vue'))],
  ['/hall/:hall', lazy(() => import('./HallPage.vue'))],
  ['/hall/:hall/matter/:service', lazy(() => import('./checks').then(({ matter }) => matter()))],
  ['/hall/:hall/book/:service', lazy(() => import('./Book.vue'))],
  ['/hall/:hall/booking/:ticket', Booking],
  ['/hall/:hall/waiting/:service', lazy(() => import('./WaitingList.vue'))],
  ['/hall/:hall/ticket/:ticket', Ticket],
  ['/hall/:hall/evaluate/:ticket', Evaluate],
  ['/hall/:hall/number/:number?', lazy(() => import('./Find.vue'))],
  ['/hall/:hall/calls', lazy(() => import('./checks').then(({ fairness }) => fairness()))],
  ['/hall/:hall/limits', lazy(() => import('./checks').then(({ limits }) => limits()))],
  ['/mine', lazy(() => import('./Mine.vue'))],
  ['/mine/data', Further],
  ['/problems', problem('problems')],
  ['/report', problem('report')],
  ['/matters/:number', problem('number')],
  ['/receptions', problem('receptions')],
  ['/works/:year?', problem('works')],
  ['/duties/:year/:organisation', problem('duty')],
  ['/duties/:year?', problem('duties')],
  ['/judge', problem('judge')],
  ['/open311', lazy(() => import('./developers').then(({ open311 }) => open311()))],
  ['/voices/:number?/:call?', lazy(() => import('./voices/Page.vue'))],
  ['/aid/:page?/:receipt?', lazy(() => import('./aid/Page.vue'))],
  ['/draws/:draw?/:what?/:party?', Further],
  ['/families/:what?', Further],
  ['/record', record('browse')],
  ['/record/heads', record('heads')],
  ['/record/check', record('check')],
  ['/record/:seq', record('verify')],
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

let opened = 0 // pages that were opened from another of these

// To where the reader came from, or to `otherwise` when that was no page of ours.
export function back(otherwise: string) {
  if (opened > 0) history.back()
  else open(otherwise, 'replace')
}

export function open(path: string, how: 'push' | 'replace' = 'push') {
  history[`${how}State`](null, '', hrefOf(path))
  if (how === 'push') ++opened
  scrollTo(0, 0)
  void arrive()
}

addEventListener('popstate', () => {
  --opened
  void arrive()
})

export function linkOf({ params, query, secret }: Address): TicketLink {
  const word = (name: string) => params[name] ?? query.get(name) ?? ''
  return { hall: word('hall'), ticket: word('ticket'), secret }
}

export function pathOf(page: 'booking' | 'ticket' | 'evaluate', link: TicketLink, query = '') {
  return `/hall/${link.hall}/${page}/${link.ticket}${query}#${link.secret}`
}
