// What the console asks of the aid's money.
import { answer, api, apiRoot } from '@shared/client'

export const seeProgress = () => answer(api.GET('/aid/progress', { params: { query: {} } }))
export const listBatches = (year: number) =>
  answer(api.GET('/aid/batches', { params: { query: { year } } }))
export const listLines = () =>
  answer(api.GET('/aid/statement-lines', { params: { query: { state: 'suspense' } } }))
export const listSlips = () => answer(api.GET('/aid/cash'))
export const listDays = () => answer(api.GET('/aid/statement-days'))
export const verifyBooks = () => answer(api.GET('/aid/verification'))

const batch = (number: string) => ({ params: { path: { batch: number } } })
export const seeBatch = (number: string) => answer(api.GET('/aid/batches/{batch}', batch(number)))
export type Batch = Awaited<ReturnType<typeof seeBatch>>
export const draftBatch = (year: number) => answer(api.POST('/aid/batches', { body: { year } }))
export const checkBatch = (number: string) =>
  answer(api.POST('/aid/batches/{batch}/check', batch(number)))
export const approveBatch = (number: string) =>
  answer(api.POST('/aid/batches/{batch}/approval', batch(number)))
export const sendBatch = (number: string) =>
  answer(api.POST('/aid/batches/{batch}/sending', batch(number)))
export const rejectBatch = (number: string, why: string) =>
  answer(api.POST('/aid/batches/{batch}/rejection', { ...batch(number), body: { why } }))
export const fileOf = (number: string) => `${apiRoot}/aid/batches/${number}/file`
export const booksOf = (format: string) => `${apiRoot}/aid/books?format=${format}`

export const importStatement = (file: File) =>
  answer(api.POST('/aid/statements', { body: { file } }))
export const retryStatement = (hash: string) =>
  answer(api.POST('/aid/statements/{hash}/retry', { params: { path: { hash } } }))
export const takeAnswer = (file: File) =>
  answer(api.POST('/aid/answers', { body: { file } }))

export type LineKind = 'donation' | 'interest' | 'fee' | 'cash_deposit' | 'ignored'
export const matchLine = (line: number, body: { is: LineKind; donor?: string; why?: string }) =>
  answer(
    api.POST('/aid/statement-lines/{line}/match', { params: { path: { line } }, body }),
  )
export type Line = Awaited<ReturnType<typeof listLines>>['lines'][number]
export const signSlip = (slip: string) =>
  answer(api.POST('/aid/cash/{slip}/signature', { params: { path: { slip } } }))
export type StatementDay = Awaited<ReturnType<typeof listDays>>['days'][number]
export const closeDay = (day: string) =>
  answer(api.POST('/aid/statement-days/{day}/closing', { params: { path: { day } } }))
