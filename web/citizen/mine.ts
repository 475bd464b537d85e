// The reader's own number of today, for the first page. Kept for this tab only: the secret of a
// link never outlives the visit on a phone that others use too.
import type { TicketLink } from './hall'

const key = 'ticket'

export function remember(link: TicketLink) {
  sessionStorage.setItem(key, JSON.stringify(link))
}

export function remembered(): TicketLink | undefined {
  const kept = sessionStorage.getItem(key)
  return kept === null ? undefined : (JSON.parse(kept) as TicketLink)
}

export function forget() {
  sessionStorage.removeItem(key)
}
