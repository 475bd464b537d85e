// What the citizen's pages ask of the aid. Addresses of the interface stand here.
import { answer, api } from '@shared/client'

// Of the current campaign and its present year, where none is named.
export const seeGap = (of: { campaign?: string; year?: number } = {}) =>
  answer(api.GET('/aid/gap', { params: { query: of } }))
export const listCampaigns = () => answer(api.GET('/aid/campaigns'))
export const listReports = (campaign: string) =>
  answer(api.GET('/aid/reports', { params: { query: { campaign } } }))
export const seeReceipt = (receipt: string) =>
  answer(api.GET('/aid/receipts/{receipt}', { params: { path: { receipt } } }))
export const seeGiving = (donor: string, code: string) =>
  answer(api.POST('/aid/giving', { body: { donor, code } }))

export const seeMyPairings = (donor: string, code: string) =>
  answer(api.POST('/aid/own-pairings', { body: { donor, code } }))

export type Gap = Awaited<ReturnType<typeof seeGap>>
export type Campaign = Awaited<ReturnType<typeof listCampaigns>>['campaigns'][number]
export type ReportLine = Awaited<ReturnType<typeof listReports>>['reports'][number]
export type Receipt = Awaited<ReturnType<typeof seeReceipt>>
export type Pairings = Awaited<ReturnType<typeof seeMyPairings>>
export type Giving = Awaited<ReturnType<typeof seeGiving>>

export const listStreets = () => answer(api.GET('/streets'))

export interface PledgeForm {
  kind: 'person' | 'collective'
  name: string
  phone?: string
  anonymous: boolean
  fen: number
  instalments: number
  street?: string
  pupil?: boolean
  families?: number
}
export const makePledge = (form: PledgeForm, key: string) =>
  answer(api.POST('/aid/pledges', { body: form, headers: { 'Idempotency-Key': key } }))
export type Pledged = Awaited<ReturnType<typeof makePledge>>
