// Figures of a hall and the lists behind them.
import { answer, api, apiRoot } from '@shared/client'
import type { paths } from '@shared/api/schema'

export interface Span {
  from: string
  to: string
}

export const seeReport = (hall: string, span: Span) =>
  answer(api.GET('/halls/{hall}/report', { params: { path: { hall }, query: { ...span } } }))
export type Report = Awaited<ReturnType<typeof seeReport>>

export const reportFile = (hall: string, name: 'workbook' | 'paper', { from, to }: Span) =>
  `${apiRoot}/halls/${encodeURIComponent(hall)}/report/${name}?from=${from}&to=${to}`

type Query = NonNullable<paths['/halls/{hall}/tickets']['get']['parameters']['query']>
export type State = NonNullable<Query['state']>
export type Entry = NonNullable<Query['entry']>
export type Among = NonNullable<Query['among']>

export const listTickets = (hall: string, query: Query) =>
  answer(api.GET('/halls/{hall}/tickets', { params: { path: { hall }, query } }))
export type TicketRow = Awaited<ReturnType<typeof listTickets>>['tickets'][number]

export const seeHistory = (hall: string, ticket: string) =>
  answer(api.GET('/halls/{hall}/tickets/{ticket}/history', { params: { path: { hall, ticket } } }))
