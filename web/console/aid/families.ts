// What the console asks of the families, from the list that a street sends to their points.
import { answer, api } from '@shared/client'
import type { paths } from '@shared/api/schema'

export const listCampaigns = () => answer(api.GET('/aid/campaigns'))
export type Campaign = Awaited<ReturnType<typeof listCampaigns>>['campaigns'][number]

type Query = NonNullable<paths['/aid/families']['get']['parameters']['query']>
export type FamilyState = NonNullable<Query['state']>
export const listFamilies = (query: Query) =>
  answer(api.GET('/aid/families', { params: { query } }))
export type Families = Awaited<ReturnType<typeof listFamilies>>

const of = (family: string) => ({ params: { path: { family } } })
export const seeFamily = (family: string) =>
  answer(api.GET('/aid/families/{family}', of(family)))
export type Family = Awaited<ReturnType<typeof seeFamily>>

export const previewCandidates = (campaign: string, file: File) =>
  answer(api.POST('/aid/candidate-previews', { body: { campaign, file } }))
export type Preview = Awaited<ReturnType<typeof previewCandidates>>
export const importCandidates = (campaign: string, file: File, leave_out_bad: boolean) =>
  answer(api.POST('/aid/candidates', { body: { campaign, file, leave_out_bad } }))
export const checkFamilies = (campaign: string) =>
  answer(api.POST('/aid/family-checks', { body: { campaign } }))
