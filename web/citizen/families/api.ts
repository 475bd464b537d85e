// What the citizen's pages ask of the selection of families. Addresses of the interface stand here.
import { answer, api } from '@shared/client'

// Of the current campaign, where none is named.
export const seeSelection = (campaign?: string) =>
  answer(api.GET('/aid/notice', { params: { query: { campaign } } }))
export const listCampaigns = () => answer(api.GET('/aid/campaigns'))
export const seeOwnFamily = (family: string, id_last4: string) =>
  answer(api.POST('/aid/own-family', { body: { family, id_last4 } }))
export const fileObjection = (body: { family: string; text: string; phone?: string }) =>
  answer(api.POST('/aid/objections', { body }))

export const confirmReceipt = (body: {
  family: string
  id_last4: string
  year: number
  fen: number
  in_full: boolean
}) => answer(api.POST('/aid/confirmations', { body }))

export type Notice = Awaited<ReturnType<typeof seeSelection>>
export type OwnFamily = Awaited<ReturnType<typeof seeOwnFamily>>
