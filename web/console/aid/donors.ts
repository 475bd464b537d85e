// What the console asks of those who give: donors, pledges, cash and receipts.
import { answer, api } from '@shared/client'

export const findDonors = (name: string) =>
  answer(api.GET('/aid/donors', { params: { query: name ? { name } : {} } }))
export type Donor = Awaited<ReturnType<typeof findDonors>>['donors'][number]
export type DonorKind = Donor['kind']
export const registerDonor = (body: {
  kind: DonorKind
  name: string
  phone?: string
  anonymous?: boolean
}) => answer(api.POST('/aid/donors', { body }))
export const renewCode = (donor: string) =>
  answer(api.POST('/aid/donors/{donor}/code', { params: { path: { donor } } }))

export const listOverdue = () => answer(api.GET('/aid/overdue'))
const pledgeOf = (pledge: string) => ({ params: { path: { pledge } } })
export const seePledge = (pledge: string) =>
  answer(api.GET('/aid/pledges/{pledge}', pledgeOf(pledge)))
export const cancelPledge = (pledge: string, why: string) =>
  answer(api.POST('/aid/pledges/{pledge}/cancellation', { ...pledgeOf(pledge), body: { why } }))

export const takeCash = (body: { donor: string; fen: number; pledge?: string }) =>
  answer(api.POST('/aid/cash', { body }))

export const listReceipts = (year: number) =>
  answer(api.GET('/aid/receipts', { params: { query: { year } } }))
export type Receipt = Awaited<ReturnType<typeof listReceipts>>['receipts'][number]
const receiptOf = (receipt: string) => ({ params: { path: { receipt } } })
export const voidReceipt = (receipt: string, why: string) =>
  answer(api.POST('/aid/receipts/{receipt}/void', { ...receiptOf(receipt), body: { why } }))
export const issueAgain = (receipt: string) =>
  answer(api.POST('/aid/receipts/{receipt}/again', receiptOf(receipt)))
export const giveBack = (receipt: string, why: string) =>
  answer(api.POST('/aid/receipts/{receipt}/return', { ...receiptOf(receipt), body: { why } }))
