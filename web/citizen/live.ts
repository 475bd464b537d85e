// The live ticket: the owner's own view, kept fresh by the public stream of its queue. A phone
// finds itself in the stream by its number, so a thousand phones ask nothing while they wait.
import { computed, watch, type ComputedRef } from 'vue'
import { fetched, type Fetched } from '@shared/fetched'
import { follow, type Live } from '@shared/stream'
import { isSameDay } from '@shared/time'
import { queueStream, seeTicket, type Queue, type Ticket, type TicketLink } from './hall'
import { isUnderWay } from './states'

export interface LiveTicket {
  page: Fetched<Ticket>
  ticket: ComputedRef<Ticket | undefined>
  queue: ComputedRef<Live<Queue> | undefined>
}

// The same number may wait from the day before.
const own = (ticket: Ticket, { now }: Queue) => (place: Queue['waiting'][number]) =>
  place.number === ticket.number && isSameDay(place.day ?? now, ticket.day)

// Does the stream tell of something that only the ticket's own view can explain? While it waits
// in the line, no; once it has left the line, anything in the hall may concern it.
function isNews(ticket: Ticket, queue: Queue): boolean {
  if (!isUnderWay(ticket.state)) return false
  const waits = queue.waiting.some(own(ticket, queue))
  return !waits || ticket.state !== 'waiting'
}

function updated(ticket: Ticket, queue: Queue | undefined): Ticket {
  const place = queue?.waiting.findIndex(own(ticket, queue)) ?? -1
  if (!queue || place < 0 || ticket.state !== 'waiting') return ticket
  const estimate = queue.estimates[Math.min(place, queue.estimates.length - 1)] ?? ticket.estimate
  return {
    ...ticket,
    ahead: queue.ahead[place] ?? place,
    estimate,
    windows_behind: queue.windows_behind,
    before: queue.waiting.slice(0, place),
    now: queue.now,
  }
}

export function useLiveTicket(link: TicketLink): LiveTicket {
  const page = fetched(() => seeTicket(link))
  let stream: Live<Queue> | undefined
  const queue = computed(() => {
    if (page.data) stream ??= follow<Queue>(queueStream(link.hall, page.data.queue))
    return stream
  })
  const ticket = computed(() => page.data && updated(page.data, queue.value?.state))

  watch(
    () => queue.value?.state,
    (state) => {
      // Not all at once: a closing window is news for many.
      if (state && page.data && isNews(page.data, state))
        setTimeout(page.again, 300 * Math.random())
    },
  )
  return { page, ticket, queue }
}
