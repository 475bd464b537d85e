// What the console asks about joint receptions 联合接访.
import { answer, api, apiRoot } from '@shared/client'
import type { Body } from './api'

export const listReceptions = (from?: string) =>
  answer(api.GET('/receptions', { params: { query: from ? { from } : {} } }))
export type Reception = Awaited<ReturnType<typeof listReceptions>>['receptions'][number]

const day = (reception: string) => ({ params: { path: { reception } } })
const of = (visit: string) => ({ params: { path: { visit } } })

export const planReception = (body: Body<'/receptions'>) =>
  answer(api.POST('/receptions', { body }))
export const cancelReception = (reception: string, why: string) =>
  answer(api.POST('/receptions/{reception}/cancellation', { ...day(reception), body: { why } }))

export const seeReception = (reception: string) =>
  answer(api.GET('/receptions/{reception}', day(reception)))
export type Visit = Awaited<ReturnType<typeof seeReception>>['visits'][number]

export const addVisitor = (reception: string, body: Body<'/receptions/{reception}/visitors'>) =>
  answer(api.POST('/receptions/{reception}/visitors', { ...day(reception), body }))
export type VisitRecord = Body<'/reception-visits/{visit}/record'>
export const recordVisit = (visit: string, body: VisitRecord) =>
  answer(api.POST('/reception-visits/{visit}/record', { ...of(visit), body }))
export const missVisit = (visit: string) =>
  answer(api.POST('/reception-visits/{visit}/absence', of(visit)))
export const keepPromise = (visit: string, words: string) =>
  answer(api.POST('/reception-visits/{visit}/promise-kept', { ...of(visit), body: { words } }))
export const visitPaper = (visit: string) =>
  `${apiRoot}/reception-visits/${encodeURIComponent(visit)}/paper`

export const seePromises = () => answer(api.GET('/promises'))
