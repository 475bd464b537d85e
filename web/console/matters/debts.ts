// What the console asks about hand-over lists, old debts and personal data that are due.
import { answer, api } from '@shared/client'
import type { Body } from './api'

const at = (handover: string) => ({ params: { path: { handover } } })

export const seeOldDebts = () => answer(api.GET('/old-debts'))
export const listHandovers = () => answer(api.GET('/handovers'))
export const seeHandover = (id: string) => answer(api.GET('/handovers/{handover}', at(id)))
export type Handover = Awaited<ReturnType<typeof seeHandover>>
export const handOverPost = (body: Body<'/handovers'>) => answer(api.POST('/handovers', { body }))
export const signHandover = (id: string, part: 'old_holder' | 'new_holder') =>
  answer(api.POST('/handovers/{handover}/signature', { ...at(id), body: { part } }))

export const seeRetention = () => answer(api.GET('/retention'))
export const runRetention = (why: string) => answer(api.POST('/retention', { body: { why } }))
