// The live ticket: the owner's own view, kept fresh by the public stream of its queue. A phone
// finds itself in the stream by its number, so a thousand phones ask nothing while they wait.
import { computed, watch, type ComputedRef } from 'vue'
import { fetched, type Fetched } from '@shared/fetched'
import { follow, type Live } from '@shared/stream'
import { queueStream, seeTicket, type Queue, type Ticket, type TicketLink } from './hall'

export interface LiveTicket {
  page: Fetched<Ticket>
  ticket: ComputedRef<Ticket | undefined>
  queue: ComputedRef<Live<Queue> | undefined>
}

// What the stream says of this number: it waits at a place, it is called, or it is not there.
function trace(queue: Queue, number: string): string {
  const call = queue.called.find((each) => each.number === number)
  if (call) return `called ${call.window} ${call.calls}`
  return queue.waiting.some((each) => each.number === number) ? 'waiting' : 'away'
}

function updated(ticket: Ticket, queue: Queue | undefined): Ticket {
  const place = queue?.waiting.findIndex((each) => each.number === ticket.number) ?? -1
  if (!queue || place < 0 || ticket.state !== 'waiting') return ticket
  const estimate = queue.estimates[Math.min(place, queue.estimates.length - 1)] ?? ticket.estimate
  return {
    ...ticket,
    ahead: place,
    estimate,
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
    () => page.data && queue.value?.state && trace(queue.value.state, page.data.number),
    (now, before) => {
      // Not all at once: a call is news for everybody in the queue.
      if (before !== undefined && now !== before) setTimeout(page.again, 300 * Math.random())
    },
  )
  return { page, ticket, queue }
}
