// What the citizen's pages ask of the public record.
import { answer, api, apiRoot } from '@shared/client'

export const seeHead = () => answer(api.GET('/log/head'))
export const seeEntry = (seq: number) =>
  answer(api.GET('/log/entries/{seq}', { params: { path: { seq } } }))
export const seeProof = (seq: number, size: number) =>
  answer(api.GET('/log/entries/{seq}/proof', { params: { path: { seq }, query: { size } } }))
export const receiptFile = (seq: number) => `${apiRoot}/log/entries/${seq}/receipt`

export type Head = Awaited<ReturnType<typeof seeHead>>
export type Entry = Awaited<ReturnType<typeof seeEntry>>
