// What the console asks of the families' funds: accounts, money set aside, who goes on.
import { answer, api } from '@shared/client'

export const listFunds = (query: { campaign: string; year: number }) =>
  answer(api.GET('/aid/funds', { params: { query } }))
export type Fund = Awaited<ReturnType<typeof listFunds>>['funds'][number]
export type SetAside = Fund['set_aside'][number]

export const putPayee = (family: string, body: { name: string; account: string; bank: string }) =>
  answer(api.PUT('/aid/funds/{family}/payee', { params: { path: { family } }, body }))
export const admitFamily = (body: { campaign: string; family: string; why: string }) =>
  answer(api.POST('/aid/funds', { body }))
export const allocate = (body: { family: string; year: number; fen: number; donor?: string }) =>
  answer(api.POST('/aid/allocations', { body }))
export const allocatePairings = (year: number) =>
  answer(api.POST('/aid/pairing-allocations', { body: { year } }))
export const release = (allocation: string, why: string) =>
  answer(
    api.POST('/aid/allocations/{allocation}/release', {
      params: { path: { allocation } },
      body: { why },
    }),
  )
