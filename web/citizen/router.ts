// Addresses of the citizen's pages below /{district}/. Every page is a lazy file of its own.
// The secret of a link stands behind the #, where no server and no log sees it.
import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { district } from '@shared/place'
import type { TicketLink } from './hall'

export const router = createRouter({
  history: createWebHistory(`/${district()}/`),
  routes: [
    { path: '/', component: () => import('./Home.vue') },
    { path: '/hall/:hall', component: () => import('./HallHome.vue') },
    { path: '/hall/:hall/matter/:service', component: () => import('./Matter.vue') },
    { path: '/hall/:hall/book/:service', component: () => import('./Book.vue') },
    { path: '/hall/:hall/booking/:ticket', component: () => import('./Booking.vue') },
    { path: '/hall/:hall/ticket/:ticket', component: () => import('./Ticket.vue') },
    { path: '/hall/:hall/evaluate/:ticket', component: () => import('./Evaluate.vue') },
    { path: '/hall/:hall/number/:number?', component: () => import('./Find.vue') },
    { path: '/hall/:hall/calls', component: () => import('./Fairness.vue') },
    { path: '/hall/:hall/limits', component: () => import('./Limits.vue') },
    { path: '/:rest(.*)*', component: () => import('./Missing.vue') },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

// A page change is told like a page load: focus goes to the content.
router.afterEach(async (to, from) => {
  if (from.matched.length === 0 || to.path === from.path) return
  await nextTick()
  document.getElementById('content')?.focus({ preventScroll: true })
})

export function linkOf(route: RouteLocationNormalized): TicketLink {
  const { hall, ticket } = route.params as Record<string, string>
  return { hall: hall ?? '', ticket: ticket ?? '', secret: route.hash.slice(1) }
}

export function pathOf(page: 'booking' | 'ticket' | 'evaluate', link: TicketLink): string {
  return `/hall/${link.hall}/${page}/${link.ticket}#${link.secret}`
}
