// What the console asks about the “2+N” of party organisations.
import { answer, api, apiRoot } from '@shared/client'
import type { paths } from '@shared/api/schema'

const at = (year: number, organisation: string) => ({ path: { year, organisation } })
const seen = (of: Duty) => ({
  params: at(of.year, of.organisation),
  headers: { 'If-Match': `"${of.version}"` },
})

export const seeDuties = (year: number) =>
  answer(api.GET('/duties/{year}', { params: { path: { year } } }))
export const seeDuty = (year: number, organisation: string) =>
  answer(api.GET('/duties/{year}/{organisation}', { params: at(year, organisation) }))
export type Duty = Awaited<ReturnType<typeof seeDuty>>
export type DutyStep = Duty['steps'][number]
type Put = paths['/duties/{year}/{organisation}']['put']
export type Plan = Put['requestBody']['content']['application/json']['plan']
export type Part = Plan['steps'][number]['part']

export const planDuty = (year: number, organisation: string, version: number, plan: Plan) =>
  answer(
    api.PUT('/duties/{year}/{organisation}', {
      params: at(year, organisation),
      ...(version > 0 && { headers: { 'If-Match': `"${version}"` } }),
      body: { plan },
    }),
  )
export const submitDuty = (of: Duty) =>
  answer(api.POST('/duties/{year}/{organisation}/submission', seen(of)))
export const approveMechanism = (of: Duty, document: string) =>
  answer(api.POST('/duties/{year}/{organisation}/approval', { ...seen(of), body: { document } }))
export const useMethod = (of: Duty, method: number, number: string) =>
  answer(
    api.POST('/duties/{year}/{organisation}/uses', {
      params: at(of.year, of.organisation),
      body: { method, number },
    }),
  )
export const finishStep = (of: Duty, serial: number, evidence: string, file: string) =>
  answer(
    api.POST('/duties/{year}/{organisation}/steps', {
      params: at(of.year, of.organisation),
      body: { serial, evidence, ...(file && { file }) },
    }),
  )
export const filesOf = ({ year, organisation }: Duty) =>
  `${apiRoot}/duties/${year}/${encodeURIComponent(organisation)}/files`
