// What the console asks of the families, from the list that a street sends to their points.
import { answer, api } from '@shared/client'
import type { paths } from '@shared/api/schema'

export const listCampaigns = () => answer(api.GET('/aid/campaigns'))
export const withdrawCampaign = (campaign: string) =>
  answer(
    api.POST('/aid/campaigns/{campaign}/state', {
      params: { path: { campaign } },
      body: { to: 'withdrawn' },
    }),
  )
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
export const listCandidateImports = (campaign: string) =>
  answer(api.GET('/aid/candidate-imports', { params: { query: { campaign } } }))
export type CandidateImport = Awaited<ReturnType<typeof listCandidateImports>>['imports'][number]
export const undoCandidateImport = (number: string, why: string) =>
  answer(
    api.POST('/aid/candidate-imports/{number}/undoing', {
      params: { path: { number } },
      body: { why },
    }),
  )
export const checkFamilies = (campaign: string) =>
  answer(api.POST('/aid/family-checks', { body: { campaign } }))

type Facts = NonNullable<Family['facts']>
export const recordHomeVisit = (family: string, body: Facts & { on: string }) =>
  answer(api.POST('/aid/families/{family}/home-visits', { ...of(family), body }))
export const revealFamily = (family: string, reason: string) =>
  answer(api.POST('/aid/families/{family}/reveal', { ...of(family), body: { reason } }))
export type Revealed = Awaited<ReturnType<typeof revealFamily>>
export const moveFamily = (family: string, to: FamilyState, why: string) =>
  answer(api.POST('/aid/families/{family}/state', { ...of(family), body: { to, why } }))
export type Ruling = 'in' | 'out'
export const ruleFamily = (
  family: string,
  body: { ruling: Ruling; reason: string; voters: string[] },
) => answer(api.POST('/aid/families/{family}/ruling', { ...of(family), body }))
export const eraseFamily = (family: string, why: string) =>
  answer(api.POST('/aid/families/{family}/erasure', { ...of(family), body: { why } }))
export const declareRelative = (family: string) =>
  answer(api.POST('/aid/relatives', { body: { family } }))

// Where a family may go from here by a deed of the jury.
const ends: FamilyState[] = ['graduated', 'died', 'moved', 'finished']
export const stepsFrom: Partial<Record<FamilyState, FamilyState[]>> = {
  selected: ['active'],
  active: ['suspended', ...ends],
  suspended: ['active', ...ends],
}
export const visitable: FamilyState[] = ['candidate', 'checked']
// What is known of those whose choice or help runs is needed until it has ended.
export const erasable: FamilyState[] = ['candidate', 'checked', 'scored', ...ends]
export const rulable: FamilyState[] = ['scored', 'shortlisted', 'publicised', 'objected']
