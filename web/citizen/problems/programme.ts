// What the citizen's page asks about the public works of a year.
import { answer, api, serverNow } from '@shared/client'

const of = (year: number) => ({ params: { path: { year } } })

export const thisYear = () => new Date(serverNow()).getFullYear()
export const seeWorks = (year: number) => answer(api.GET('/works/{year}', of(year)))

export interface Proposal {
  title: string
  text: string
  place?: string
  street?: string
  phone?: string
}
export const proposeWork = (year: number, body: Proposal, key: string) =>
  answer(
    api.POST('/works/{year}/proposals', {
      ...of(year),
      headers: { 'Idempotency-Key': key },
      body,
    }),
  )

export interface Voter {
  id_number: string
  name: string
}
export const castBallot = (year: number, voter: Voter, items: string[]) =>
  answer(api.POST('/works/{year}/ballot', { ...of(year), body: { ...voter, items } }))

export const grades = ['very_good', 'good', 'fair', 'poor', 'very_poor'] as const
export type Grade = (typeof grades)[number]
export const rateWork = (item: string, voter: Voter, grade: Grade) =>
  answer(
    api.POST('/work-items/{item}/rating', {
      params: { path: { item } },
      body: { ...voter, grade },
    }),
  )

export type Works = Awaited<ReturnType<typeof seeWorks>>
export type Programme = Works['programme']
export type Work = Works['items'][number]
