// What the console asks about registered problems. Each deed names the version that was seen.
import { answer, api, apiRoot } from '@shared/client'
import type { paths } from '@shared/api/schema'

type Query = NonNullable<paths['/cases']['get']['parameters']['query']>
export type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Form } } }
}
  ? Form
  : never

export const seeFigures = () => answer(api.GET('/problem-figures'))
export type Figures = Awaited<ReturnType<typeof seeFigures>>
export const figuresStream = `${apiRoot}/problem-figures`

export type CaseQuery = Query
export const listCases = (query: Query) => answer(api.GET('/cases', { params: { query } }))
type NearQuery = paths['/similar-matters']['get']['parameters']['query']
export const findSimilar = (query: NearQuery) =>
  answer(api.GET('/similar-matters', { params: { query } }))
export type SimilarRow = Awaited<ReturnType<typeof findSimilar>>['matters'][number]
export type CaseRow = Awaited<ReturnType<typeof listCases>>['cases'][number]

export const caseChoices = () => answer(api.GET('/case-choices'))
export type Choices = Awaited<ReturnType<typeof caseChoices>>

const path = (number: string) => ({ path: { number } })
export const seeCase = (number: string) =>
  answer(api.GET('/cases/{number}', { params: path(number) }))
export type Case = Awaited<ReturnType<typeof seeCase>>
export type Verb = Case['deeds'][number]
export type State = Case['state']
export type Outcome = NonNullable<Case['outcome']>
export type Clock = Case['clocks'][number]
export type Rating = NonNullable<Case['evaluations'][number]['rating']>
export const caseStream = (number: string) => `${apiRoot}/cases/${encodeURIComponent(number)}`
export const paperOf = (number: string, clock: number, level: number) =>
  `${caseStream(number)}/orders/${clock}/${level}/paper`

const file = (number: string, id: string) => ({ params: { path: { number, file: id } } })
export type CaseFile = Case['evidence'][number]
export const fileOf = (number: string, id: string, preview = false) =>
  `${caseStream(number)}/files/${id}${preview ? '?preview=true' : ''}`
export const publishFile = (number: string, id: string) =>
  answer(api.POST('/cases/{number}/files/{file}/publication', { ...file(number, id), body: {} }))
export const unpublishFile = (number: string, id: string) =>
  answer(api.POST('/cases/{number}/files/{file}/withdrawal', { ...file(number, id), body: {} }))

export const registerMatter = (body: Body<'/cases'>, key: string) =>
  answer(api.POST('/cases', { headers: { 'Idempotency-Key': key }, body }))
export type Registration = Body<'/cases'>

export interface Seen {
  number: string
  version: number
}
const seen = ({ number, version }: Seen) => ({
  params: path(number),
  headers: { 'If-Match': `"${version}"` },
})

// One function a deed; the form holds what its sheet asks.
export const acceptMatter = (of: Seen) => answer(api.POST('/cases/{number}/acceptance', seen(of)))
export const declineMatter = (of: Seen, body: Body<'/cases/{number}/refusal'>) =>
  answer(api.POST('/cases/{number}/refusal', { ...seen(of), body }))
export const dispatchMatter = (of: Seen, body: Body<'/cases/{number}/dispatch'>) =>
  answer(api.POST('/cases/{number}/dispatch', { ...seen(of), body }))
export const forceAssign = (of: Seen, body: Body<'/cases/{number}/forced-dispatch'>) =>
  answer(api.POST('/cases/{number}/forced-dispatch', { ...seen(of), body }))
export const mergeMatter = (of: Seen, body: Body<'/cases/{number}/merger'>) =>
  answer(api.POST('/cases/{number}/merger', { ...seen(of), body }))
export const unmergeMatter = (of: Seen, why: string) =>
  answer(api.POST('/cases/{number}/separation', { ...seen(of), body: { why } }))
export const withdrawFor = (of: Seen, why: string) =>
  answer(api.POST('/cases/{number}/withdrawal', { ...seen(of), body: { why } }))
export const regradeMatter = (of: Seen, body: Body<'/cases/{number}/grade'>) =>
  answer(api.POST('/cases/{number}/grade', { ...seen(of), body }))
export const correctMatter = (of: Seen, body: Body<'/cases/{number}/correction'>) =>
  answer(api.POST('/cases/{number}/correction', { ...seen(of), body }))
export const backdatePause = (of: Seen, body: Body<'/cases/{number}/past-pause'>) =>
  answer(api.POST('/cases/{number}/past-pause', { ...seen(of), body }))
export const moderateMatter = (of: Seen, body: Body<'/cases/{number}/public-text'>) =>
  answer(api.POST('/cases/{number}/public-text', { ...seen(of), body }))
export const signMatter = (of: Seen) => answer(api.POST('/cases/{number}/signature', seen(of)))
export const returnMatter = (of: Seen, why: string) =>
  answer(api.POST('/cases/{number}/return', { ...seen(of), body: { why } }))
export const pauseMatter = (of: Seen, reason: string) =>
  answer(api.POST('/cases/{number}/pause', { ...seen(of), body: { reason } }))
export const resumeMatter = (of: Seen, why: string) =>
  answer(api.POST('/cases/{number}/resumption', { ...seen(of), body: { why } }))
export const extendMatter = (of: Seen, body: Body<'/cases/{number}/extension'>) =>
  answer(api.POST('/cases/{number}/extension', { ...seen(of), body }))
export const noteProgress = (of: Seen, why: string) =>
  answer(api.POST('/cases/{number}/progress', { ...seen(of), body: { why } }))
export const answerPart = (of: Seen, body: Body<'/cases/{number}/part'>) =>
  answer(api.POST('/cases/{number}/part', { ...seen(of), body }))
export const answerMatter = (of: Seen, body: Body<'/cases/{number}/answer'>) =>
  answer(api.POST('/cases/{number}/answer', { ...seen(of), body }))
export const sendBackAnswer = (of: Seen, why: string) =>
  answer(api.POST('/cases/{number}/sending-back', { ...seen(of), body: { why } }))
export const verifyMatter = (of: Seen) =>
  answer(api.POST('/cases/{number}/verification', seen(of)))
export const clearMatter = (of: Seen) => answer(api.POST('/cases/{number}/clearance', seen(of)))
export const listMatter = (of: Seen, body: Body<'/cases/{number}/listing'>) =>
  answer(api.POST('/cases/{number}/listing', { ...seen(of), body }))
export const reopenMatter = (of: Seen, why: string) =>
  answer(api.POST('/cases/{number}/reopening', { ...seen(of), body: { why } }))
export const nameLeader = (of: Seen, body: Body<'/cases/{number}/leader'>) =>
  answer(api.POST('/cases/{number}/leader', { ...seen(of), body }))
export const raiseLevel = (of: Seen, body: Body<'/cases/{number}/levels'>) =>
  answer(api.POST('/cases/{number}/levels', { ...seen(of), body }))
export const answerOrder = (of: Seen, body: Body<'/cases/{number}/order-answer'>) =>
  answer(api.POST('/cases/{number}/order-answer', { ...seen(of), body }))
export const annulOrder = (of: Seen, body: Body<'/cases/{number}/order-annulment'>) =>
  answer(api.POST('/cases/{number}/order-annulment', { ...seen(of), body }))
export const recordEvaluation = (of: Seen, body: Body<'/cases/{number}/evaluation'>) =>
  answer(api.POST('/cases/{number}/evaluation', { params: path(of.number), body }))

export const revealReporter = (number: string, reporter: number, reason: string) =>
  answer(
    api.POST('/cases/{number}/reporter', { params: path(number), body: { reporter, reason } }),
  )
export const seeOriginals = (number: string, reason: string) =>
  answer(
    api.POST('/cases/{number}/originals', { params: path(number), body: { reporter: 0, reason } }),
  )

type Filter = NonNullable<paths['/ledgers/{ledger}']['get']['parameters']['query']>
export type Ledger = paths['/ledgers/{ledger}']['get']['parameters']['path']['ledger']
export const seeLedger = (ledger: Ledger, query: Filter) =>
  answer(api.GET('/ledgers/{ledger}', { params: { path: { ledger }, query } }))
export type LedgerPage = Awaited<ReturnType<typeof seeLedger>>
export type LedgerQuery = Filter
export const askExport = (body: Body<'/ledger-exports'>) =>
  answer(api.POST('/ledger-exports', { body }))
export const exportFile = (id: string) => `${apiRoot}/ledger-exports/${encodeURIComponent(id)}`
export const seeExports = () => answer(api.GET('/ledger-exports'))

export const applyRules = (why: string, after?: string) =>
  answer(api.POST('/rules-application', { body: { why, ...(after && { after }) } }))
