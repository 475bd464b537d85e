// What the console asks about petitions: their chain, visits, settlement.
import { answer, api } from '@shared/client'
import type { Body, Seen } from './api'

const path = (number: string) => ({ path: { number } })
const seen = ({ number, version }: Seen) => ({
  params: path(number),
  headers: { 'If-Match': `"${version}"` },
})

export const seePetition = (number: string) =>
  answer(api.GET('/cases/{number}/petition', { params: path(number) }))
export type Petition = Awaited<ReturnType<typeof seePetition>>
export type Earlier = Petition['earlier'][number]
export type PaperKind = Body<'/cases/{number}/settlement'>['kind']

export const askReviewFor = (of: Seen, body: Body<'/cases/{number}/review'>) =>
  answer(api.POST('/cases/{number}/review', { ...seen(of), body }))
export const visitPetition = (number: string, body: Body<'/cases/{number}/visits'>) =>
  answer(api.POST('/cases/{number}/visits', { params: path(number), body }))
export const decideEarlier = (of: Seen, body: Body<'/cases/{number}/earlier'>) =>
  answer(api.POST('/cases/{number}/earlier', { ...seen(of), body }))
export const settlePetition = (of: Seen, body: Body<'/cases/{number}/settlement'>) =>
  answer(api.POST('/cases/{number}/settlement', { ...seen(of), body }))
