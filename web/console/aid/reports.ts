// What the console asks of the reports to the public.
import { answer, api } from '@shared/client'
import type { paths } from '@shared/api/schema'

type Body<Path extends '/aid/reports' | '/aid/reports/{report}/corrections'> =
  paths[Path]['post']['requestBody']['content']['application/json']

export const listReports = (campaign: string) =>
  answer(api.GET('/aid/reports', { params: { query: { campaign } } }))
export type Reports = Awaited<ReturnType<typeof listReports>>
export type ReportLine = Reports['reports'][number]
export const publishReport = (body: Body<'/aid/reports'>) =>
  answer(api.POST('/aid/reports', { body }))
export const correctReport = (
  report: string,
  body: Body<'/aid/reports/{report}/corrections'>,
) =>
  answer(
    api.POST('/aid/reports/{report}/corrections', { params: { path: { report } }, body }),
  )
