// What the citizen's pages ask about registered problems. Addresses of the interface stand here.
import { answer, api, apiRoot } from '@shared/client'

const at = (number: string) => ({ params: { path: { number } } })

export const filingChoices = () => answer(api.GET('/filing-choices'))
export const seeMatter = (number: string) => answer(api.GET('/matters/{number}', at(number)))
export const openMatter = (number: string, code: string) =>
  answer(api.POST('/matters/{number}/opened', { ...at(number), body: { code } }))
export const matterStream = (number: string) => `${apiRoot}/matters/${encodeURIComponent(number)}`

export interface Report {
  category: string
  text: string
  place?: string
  street?: string
  latitude?: number
  longitude?: number
  visibility: 'open' | 'anonymous' | 'closed'
  name?: string
  phone?: string
  answers?: { code: string; values: string[] }[]
}

export const reportProblem = (report: Report, key: string) =>
  answer(api.POST('/matters', { headers: { 'Idempotency-Key': key }, body: report }))
export const addWord = (number: string, words: string, code?: string) =>
  answer(api.POST('/matters/{number}/words', { ...at(number), body: { words, code } }))
export const joinMatter = (number: string, name: string, phone: string) =>
  answer(api.POST('/matters/{number}/reporters', { ...at(number), body: { name, phone } }))
export const withdrawMatter = (number: string, code: string, why: string) =>
  answer(api.POST('/matters/{number}/withdrawal', { ...at(number), body: { code, why } }))

export type Rating = 'satisfied' | 'basically' | 'dissatisfied'

export interface Judgement {
  solved: boolean
  rating: Rating
  reason?: string
}

export const judgeMatter = (number: string, code: string, judgement: Judgement) =>
  answer(api.POST('/matters/{number}/judgement', { ...at(number), body: { code, ...judgement } }))
export const seeLink = (token: string) =>
  answer(api.GET('/evaluations/{token}', { params: { path: { token } } }))
export const judgeByLink = (token: string, judgement: Judgement) =>
  answer(api.POST('/evaluations/{token}', { params: { path: { token } }, body: judgement }))

export interface Wanted {
  type?: string
  category?: string
  street?: string
  words?: string
  after?: string
}

export const listMatters = (query: Wanted) =>
  answer(api.GET('/matters', { params: { query: { ...query } } }))
export interface Near {
  category: string
  street?: string
  latitude?: number
  longitude?: number
  text?: string
}
export const findSimilar = (query: Near) =>
  answer(api.GET('/similar-matters', { params: { query } }))
export const seeFigures = () => answer(api.GET('/problem-figures'))
export const listMyMatters = () => answer(api.GET('/my-matters'))
export const fileOf = (number: string, file: string, preview = false) =>
  `${apiRoot}/matters/${encodeURIComponent(number)}/files/${file}${preview ? '?preview=true' : ''}`
export const feed = `${apiRoot}/problems.atom`

type Answered<Ask extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Ask>>

export type SimilarRow = Answered<typeof findSimilar>['matters'][number]
export type Choices = Answered<typeof filingChoices>
export type Matter = Answered<typeof seeMatter>
export type Step = Matter['steps'][number]
export type Asked = Answered<typeof seeLink>
export type Figures = Answered<typeof seeFigures>
export type Row = Answered<typeof listMatters>['cases'][number]
