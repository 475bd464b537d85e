// What the console asks of the visits after the money.
import { answer, api, apiRoot } from '@shared/client'

export { type Campaign } from './families'

export const listVisits = (campaign: string, year: number) =>
  answer(
    api.GET('/aid/campaigns/{campaign}/visits', {
      params: { path: { campaign }, query: { year } },
    }),
  )
export type Visits = Awaited<ReturnType<typeof listVisits>>
export type Visit = Visits['visits'][number]
export type SpotChecks = NonNullable<Visits['spot_checks']>

export const planVisit = (family: string, on: string) =>
  answer(api.POST('/aid/visits', { body: { family, on } }))
export const drawSpotChecks = (campaign: string, year: number, on: string) =>
  answer(
    api.POST('/aid/campaigns/{campaign}/spot-checks', {
      params: { path: { campaign } },
      body: { year, on },
    }),
  )
export interface Report {
  on: string
  done: boolean
  received?: number
  rightly?: boolean
  note: string
}
export const reportVisit = (visit: string, body: Report) =>
  answer(api.POST('/aid/visits/{visit}', { params: { path: { visit } }, body }))
export const photosPath = (visit: string) => `/aid/visits/${visit}/photos`
export const photoOf = (visit: string, file: string, preview: boolean) =>
  `${apiRoot}${photosPath(visit)}/${file}${preview ? '?preview=true' : ''}`
export const removePhoto = (visit: string, file: string, why: string) =>
  answer(
    api.POST('/aid/visits/{visit}/photos/{file}/removal', {
      params: { path: { visit, file } },
      body: { why },
    }),
  )
