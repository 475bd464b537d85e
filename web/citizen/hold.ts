// The place that is kept while the citizen types 暂占: taken when a choice has settled, given back
// when another is made or the page is left, longer once on request, gone by the server's clock.
import { onScopeDispose, shallowReactive } from 'vue'
import { serverNow } from '@shared/client'
import { Problem } from '@shared/problem'
import { extendHold, giveBack, holdSlot, type Held, type TicketLink } from './hall'

export interface Hold {
  held: Held | undefined
  left: number // milliseconds
  total: number
  extended: boolean
  expired: boolean
  take(start: string): Promise<void> // throws a Problem, above all ticket.slot_taken
  give(): void
  extend(): Promise<void> // throws a Problem
  // Asks for a booking of it; meanwhile, and where nobody knows the answer, it is not given back.
  spend(ask: (link: TicketLink) => Promise<void>): Promise<TicketLink> // throws a Problem
}

export function useHold(hall: string, services: () => string[]): Hold {
  const linkOf = ({ ticket, secret }: Held): TicketLink => ({ hall, ticket, secret })
  let spent = false

  function count() {
    if (!hold.held) return
    hold.left = Math.max(0, Date.parse(hold.held.until) - serverNow())
    if (hold.left > 0) return
    hold.held = undefined
    hold.expired = true
  }

  const hold: Hold = shallowReactive<Hold>({
    held: undefined,
    left: 0,
    total: 1,
    extended: false,
    expired: false,
    async take(start) {
      if (hold.held?.start === start) return
      hold.give()
      hold.held = await holdSlot(hall, services(), start)
      hold.extended = hold.expired = spent = false
      count()
      hold.total = Math.max(1, hold.left)
    },
    give() {
      // A place that cannot be given back returns by itself when the hold ends.
      if (hold.held) giveBack(linkOf(hold.held)).catch((error) => ignoreProblem(error))
      hold.held = undefined
    },
    async extend() {
      if (!hold.held) return
      const { until } = await extendHold(linkOf(hold.held))
      hold.held = { ...hold.held, until }
      hold.extended = true
      count()
      hold.total = Math.max(1, hold.left)
    },
    async spend(ask) {
      const link = linkOf(hold.held!)
      spent = true
      try {
        await ask(link)
      } catch (problem) {
        if (problem instanceof Problem) spent = !problem.refused
        throw problem
      }
      return link
    },
  })

  // Who leaves or loads the page again must not stand in their own way.
  const leave = () => {
    if (!spent) hold.give()
  }
  const timer = setInterval(count, 1_000)
  addEventListener('pagehide', leave)
  onScopeDispose(() => {
    clearInterval(timer)
    removeEventListener('pagehide', leave)
    leave()
  })
  return hold
}

function ignoreProblem(error: unknown) {
  if (!(error instanceof Problem)) throw error
}
