// What the console asks of the pairings.
import { answer, api } from '@shared/client'

const campaignOf = (campaign: string) => ({ params: { path: { campaign } } })
const pairingOf = (pairing: string) => ({ params: { path: { pairing } } })

export const findDonors = () => answer(api.GET('/aid/donors', { params: { query: {} } }))
export const listPairings = (campaign: string) =>
  answer(api.GET('/aid/campaigns/{campaign}/pairings', campaignOf(campaign)))
export type Pairings = Awaited<ReturnType<typeof listPairings>>
export type Pairing = Pairings['pairings'][number]
export const proposePairings = (campaign: string) =>
  answer(api.POST('/aid/campaigns/{campaign}/pairings', campaignOf(campaign)))
export type Plan = Awaited<ReturnType<typeof proposePairings>>
// Of the family, when no donor is named.
export const agreePairing = (pairing: string, donor?: string) =>
  answer(api.POST('/aid/pairings/{pairing}/agreement', { ...pairingOf(pairing), body: { donor } }))
export const beginPairing = (pairing: string) =>
  answer(api.POST('/aid/pairings/{pairing}/beginning', pairingOf(pairing)))
export const endPairing = (pairing: string, replace: boolean, why: string) =>
  answer(api.POST('/aid/pairings/{pairing}/end', { ...pairingOf(pairing), body: { replace, why } }))
export const listStreets = () => answer(api.GET('/streets'))
export interface Wish {
  donor: string
  street?: string
  pupil: boolean
  families?: number
}
export const putWish = (body: Wish) => answer(api.POST('/aid/wishes', { body }))
export const forbidPair = (body: { donor: string; family: string; why: string }) =>
  answer(api.POST('/aid/forbidden-pairs', { body }))
export interface Share {
  donor: string
  fen_per_year: number
}
export const changePairing = (pairing: string, shares: Share[], why: string) =>
  answer(api.PUT('/aid/pairings/{pairing}', { ...pairingOf(pairing), body: { shares, why } }))
