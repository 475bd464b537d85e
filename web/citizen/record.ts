// What the citizen's pages ask of the public record.
import { answer, api, apiRoot } from '@shared/client'

export const seeHead = (size?: number) =>
  answer(api.GET('/log/head', { params: { query: size === undefined ? {} : { size } } }))
export const askForHead = () => answer(api.POST('/log/heads'))
export const seeEntry = (seq: number) =>
  answer(api.GET('/log/entries/{seq}', { params: { path: { seq } } }))
export const seeProof = (seq: number, size: number) =>
  answer(api.GET('/log/entries/{seq}/proof', { params: { path: { seq }, query: { size } } }))
export const seeGrowth = (from: number, to: number) =>
  answer(api.GET('/log/growth', { params: { query: { from, to } } }))
export const seeState = () => answer(api.GET('/log/state'))
export const listHeads = (before?: number) =>
  answer(api.GET('/log/heads', { params: { query: before === undefined ? {} : { before } } }))
export const listEntries = (query: { before?: number; day?: string; kind?: string }) =>
  answer(api.GET('/log/entries', { params: { query } }))
export const receiptFile = (seq: number) => `${apiRoot}/log/entries/${seq}/receipt`

// The exact bytes that were hashed; they are here already.
export const entryFile = ({ body }: Entry) =>
  `data:application/json;charset=utf-8,${encodeURIComponent(body)}`

export type Head = Awaited<ReturnType<typeof seeHead>>
export type Entry = Awaited<ReturnType<typeof seeEntry>>
export type State = Awaited<ReturnType<typeof seeState>>
