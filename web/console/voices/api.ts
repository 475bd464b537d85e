// What the console asks of the advice platform. Each deed names the version that was seen.
import { answer, api, apiRoot } from '@shared/client'
import type { paths } from '@shared/api/schema'

type Query = NonNullable<paths['/voice-desk']['get']['parameters']['query']>
type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Form } } }
}
  ? Form
  : never

export type DeskQuery = Query
export const listDesk = (query: Query) => answer(api.GET('/voice-desk', { params: { query } }))
export type Row = Awaited<ReturnType<typeof listDesk>>['voices'][number]
export const choices = () => answer(api.GET('/voice-choices'))
export type Choices = Awaited<ReturnType<typeof choices>>

const path = (number: string) => ({ path: { number } })
export const seeVoice = (number: string) =>
  answer(api.GET('/voices/{number}', { params: path(number) }))
export type Voice = Awaited<ReturnType<typeof seeVoice>>
export const voiceStream = (number: string) => `${apiRoot}/voices/${encodeURIComponent(number)}`

export const paperOf = (number: string) => `${voiceStream(number)}/paper`
export const letterOf = (number: string) => `${voiceStream(number)}/letter`

export const fileOf = (number: string, file: string, preview = false) =>
  `${voiceStream(number)}/files/${file}${preview ? '?preview=true' : ''}`
export const listVersions = (number: string) =>
  answer(api.GET('/voices/{number}/versions', { params: path(number) }))

export const countVoices = (day?: string) =>
  answer(api.GET('/voice-figures', { params: { query: day ? { day } : {} } }))
type Figures = Awaited<ReturnType<typeof countVoices>>
export const sourcesOf = ({ advisers, citizens, streets }: Figures) => [
  advisers,
  ...(citizens ? [citizens] : []),
  ...streets,
]
export const listMembers = () => answer(api.GET('/voice-members'))
export type Member = Awaited<ReturnType<typeof listMembers>>['members'][number]
export const nameMember = (body: Body<'/voice-members'>) =>
  answer(api.POST('/voice-members', { body }))
export const endMember = (member: string, to: string) =>
  answer(api.POST('/voice-members/{member}/end', { params: { path: { member } }, body: { to } }))
export const addStreet = (id: string, name: string) =>
  answer(api.POST('/voice-streets', { body: { id, name } }))

export const listActivity = () => answer(api.GET('/voice-activity'))

export type LedgerQuery = NonNullable<paths['/voice-ledger']['get']['parameters']['query']>
export const seeLedger = (query: LedgerQuery) =>
  answer(api.GET('/voice-ledger', { params: { query } }))
export type LedgerPage = Awaited<ReturnType<typeof seeLedger>>
export const askExport = (body: Body<'/voice-exports'>) =>
  answer(api.POST('/voice-exports', { body }))
export const exportFile = (id: string) => `${apiRoot}/voice-exports/${encodeURIComponent(id)}`
export const seeExports = () => answer(api.GET('/voice-exports'))

export const listInquiries = () => answer(api.GET('/voice-inquiries'))
export type Inquiry = Awaited<ReturnType<typeof listInquiries>>['inquiries'][number]
export const recordInquiry = (body: Body<'/voice-inquiries'>) =>
  answer(api.POST('/voice-inquiries', { body }))
const inquiryAt = (inquiry: string) => ({ params: { path: { inquiry } } })
export const addVisit = (inquiry: string, body: Body<'/voice-inquiries/{inquiry}/visits'>) =>
  answer(api.POST('/voice-inquiries/{inquiry}/visits', { ...inquiryAt(inquiry), body }))
export const addFinding = (inquiry: string, body: Body<'/voice-inquiries/{inquiry}/findings'>) =>
  answer(api.POST('/voice-inquiries/{inquiry}/findings', { ...inquiryAt(inquiry), body }))

export const listCalls = () => answer(api.GET('/voice-calls'))
export type OpinionCall = Awaited<ReturnType<typeof listCalls>>['calls'][number]
export const postCall = (body: Body<'/voice-calls'>) =>
  answer(api.POST('/voice-calls', { body }))
export const endCall = (call: string, to: string) =>
  answer(api.POST('/voice-calls/{call}/end', { params: { path: { call } }, body: { to } }))

export const listDigests = () => answer(api.GET('/voice-digests'))
export type Digest = Awaited<ReturnType<typeof listDigests>>['digests'][number]
export const makeDigest = (body: Body<'/voice-digests'>) =>
  answer(api.POST('/voice-digests', { body }))
export const digestPaper = (digest: string) => `${apiRoot}/voice-digests/${digest}/paper`
export const recordInstruction = (
  digest: string,
  body: Body<'/voice-digests/{digest}/instructions'>,
) =>
  answer(
    api.POST('/voice-digests/{digest}/instructions', { params: { path: { digest } }, body }),
  )
export const answerInstruction = (digest: string, instruction: number, words: string) =>
  answer(
    api.POST('/voice-digests/{digest}/instructions/{instruction}/answer', {
      params: { path: { digest, instruction } },
      body: { words },
    }),
  )

const seen = ({ voice, seen: version }: Voice) => ({
  params: path(voice),
  headers: { 'If-Match': `"${version}"` },
})
export type Screening = Body<'/voices/{number}/screening'>
export const screenVoice = (of: Voice, body: Screening) =>
  answer(api.POST('/voices/{number}/screening', { ...seen(of), body }))
export const listReaders = () => answer(api.GET('/voice-readers'))
export const askReader = (of: Voice, body: Body<'/voices/{number}/readers'>) =>
  answer(api.POST('/voices/{number}/readers', { ...seen(of), body }))
export const releaseReader = (of: Voice, reader: number) => {
  const { headers } = seen(of)
  const params = { path: { number: of.voice, reader } }
  return answer(api.POST('/voices/{number}/readers/{reader}/release', { params, headers }))
}
export const handOver = (of: Voice, body: Body<'/voices/{number}/hand-over'>) =>
  answer(api.POST('/voices/{number}/hand-over', { ...seen(of), body }))
export const signVoice = (of: Voice) => answer(api.POST('/voices/{number}/signature', seen(of)))
export const returnVoice = (of: Voice, why: string) =>
  answer(api.POST('/voices/{number}/return', { ...seen(of), body: { why } }))
export const extendVoice = (of: Voice, count: number, why: string) =>
  answer(api.POST('/voices/{number}/extension', { ...seen(of), body: { count, why } }))
export const pauseVoice = (of: Voice, reason: string) =>
  answer(api.POST('/voices/{number}/pause', { ...seen(of), body: { reason } }))
export const resumeVoice = (of: Voice, why: string) =>
  answer(api.POST('/voices/{number}/resumption', { ...seen(of), body: { why } }))
export const recordContact = (of: Voice, body: Body<'/voices/{number}/contacts'>) =>
  answer(api.POST('/voices/{number}/contacts', { ...seen(of), body }))
export const answerPart = (of: Voice, unit: string, text: string) =>
  answer(api.POST('/voices/{number}/part', { ...seen(of), body: { unit, text } }))
export const draftAnswer = (of: Voice, body: Body<'/voices/{number}/draft'>) =>
  answer(api.POST('/voices/{number}/draft', { ...seen(of), body }))
export const sendBack = (of: Voice, why: string) =>
  answer(api.POST('/voices/{number}/sending-back', { ...seen(of), body: { why } }))
export interface Approval {
  publish_at?: string
  why_no_contact?: string
}
export const approveAnswer = (of: Voice, body: Approval) =>
  answer(api.POST('/voices/{number}/approval', { ...seen(of), body }))
export const proveMeasure = (of: Voice, body: Body<'/voices/{number}/proof'>) =>
  answer(api.POST('/voices/{number}/proof', { ...seen(of), body }))
export const reviewVoice = (of: Voice, body: Body<'/voices/{number}/review'>) =>
  answer(api.POST('/voices/{number}/review', { ...seen(of), body }))
export const correctAnswer = (of: Voice, text: string, note: string) =>
  answer(api.POST('/voices/{number}/correction', { ...seen(of), body: { text, note } }))
export const joinVoices = (of: Voice, into: string, why: string) =>
  answer(api.POST('/voices/{number}/merger', { ...seen(of), body: { into, why } }))
export const partVoices = (of: Voice, why: string) =>
  answer(api.POST('/voices/{number}/separation', { ...seen(of), body: { why } }))
export const handToSupervision = (of: Voice, category: string, why: string) =>
  answer(api.POST('/voices/{number}/supervision', { ...seen(of), body: { category, why } }))
export const supervisionTypes = () => answer(api.GET('/filing-choices'))
