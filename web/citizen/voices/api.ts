// What the citizen's pages ask of the advice platform. Addresses of the interface stand here.
import { answer, api, apiRoot } from '@shared/client'

const at = (number: string) => ({ params: { path: { number } } })

export const voiceChoices = () => answer(api.GET('/voice-choices'))
interface Wanted {
  words?: string
  topic?: string
  street?: string
  after?: string
}
export const listVoices = (query: Wanted) =>
  answer(api.GET('/voices', { params: { query } }))
export const mapVoices = () => answer(api.GET('/voice-map'))
export const countVoices = () => answer(api.GET('/voice-figures'))
type Figures = Awaited<ReturnType<typeof countVoices>>
export const sourcesOf = ({ advisers, citizens, streets }: Figures) => [
  advisers,
  ...(citizens ? [citizens] : []),
  ...streets,
]
export const listMyVoices = () => answer(api.GET('/my-voices'))
export const findSimilar = (topic: string, title: string) =>
  answer(api.GET('/similar-voices', { params: { query: { topic, title } } }))
export const seeVoice = (number: string) => answer(api.GET('/voices/{number}', at(number)))
export const voiceStream = (number: string) => `${apiRoot}/voices/${encodeURIComponent(number)}`

// For paper: the item itself, and the letter of its answer.
export const paperOf = (number: string) => `${voiceStream(number)}/paper`
export const letterOf = (number: string) => `${voiceStream(number)}/letter`

export const fileOf = (number: string, file: string, preview = false) =>
  `${voiceStream(number)}/files/${file}${preview ? '?preview=true' : ''}`
export const listVersions = (number: string) =>
  answer(api.GET('/voices/{number}/versions', at(number)))

export const seeMemberships = () => answer(api.GET('/my-voice-memberships'))
export const takeUp = (code: string) =>
  answer(api.POST('/my-voice-memberships', { body: { code } }))
export const takePart = (name: string, phone: string) =>
  answer(api.POST('/my-voice-memberships/citizen', { body: { name, phone } }))
export const findAuthors = (name: string) =>
  answer(api.GET('/voice-authors', { params: { query: { name } } }))

export const listCalls = () => answer(api.GET('/voice-calls'))
export const seeCall = (call: string) =>
  answer(api.GET('/voice-calls/{call}', { params: { path: { call } } }))
export type OpinionCall = Awaited<ReturnType<typeof listCalls>>['calls'][number]
export const listInquiries = () => answer(api.GET('/voice-inquiries'))
export const feed = `${apiRoot}/voices.atom`

export type Voice = Awaited<ReturnType<typeof seeVoice>>
export type VoiceMap = Awaited<ReturnType<typeof mapVoices>>
export type VoiceRow = Awaited<ReturnType<typeof listVoices>>['voices'][number]
export type Member = Awaited<ReturnType<typeof seeMemberships>>['members'][number]
export type Rating = 'satisfied' | 'basically' | 'dissatisfied'

export interface Text {
  title: string
  problem: string
  analysis: string
  suggestion: string
}
export interface Draft extends Text {
  kind: 'opinion' | 'proposal'
  topic: string
  disclosure: 'open' | 'abstract' | 'closed'
  member?: string
  call?: string
}
export interface Where {
  street?: string
  place?: string
  latitude?: number
  longitude?: number
}

const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } })

export const draftVoice = (draft: Draft & Where, key: string) =>
  answer(api.POST('/voices', { ...keyed(key), body: draft }))
export const submitVoice = (number: string, key: string) =>
  answer(api.POST('/voices/{number}/submission', { ...at(number), ...keyed(key) }))
export const amendVoice = (number: string, text: Text) =>
  answer(api.POST('/voices/{number}/text', { ...at(number), body: text }))
export const inviteAuthor = (number: string, member: string) =>
  answer(api.POST('/voices/{number}/authors', { ...at(number), body: { member } }))
export const removeAuthor = (number: string, author: number) =>
  answer(
    api.POST('/voices/{number}/authors/{author}/removal', {
      params: { path: { number, author } },
    }),
  )
export const answerInvitation = (number: string, agrees: boolean) =>
  answer(api.POST('/voices/{number}/invitation', { ...at(number), body: { agrees } }))
export const withdrawVoice = (number: string, why: string) =>
  answer(api.POST('/voices/{number}/withdrawal', { ...at(number), body: { why } }))
export const giveOpinion = (number: string, opinion: string) =>
  answer(api.POST('/voices/{number}/opinion', { ...at(number), body: { opinion } }))
export const followVoice = (number: string, phone: string) =>
  answer(api.POST('/voices/{number}/following', { ...at(number), body: { phone } }))
export const unfollowVoice = (number: string) =>
  answer(api.POST('/voices/{number}/unfollowing', at(number)))
export const supportVoice = (number: string, id_number: string) =>
  answer(api.POST('/voices/{number}/support', { ...at(number), body: { id_number } }))
export const unsupportVoice = (number: string) =>
  answer(api.POST('/voices/{number}/support/end', at(number)))
export const listFollowed = () => answer(api.GET('/followed-voices'))
export const rateAnswer = (number: string, rating: Rating, reason: string) =>
  answer(
    api.POST('/voices/{number}/rating', {
      ...at(number),
      body: { rating, ...(reason ? { reason } : {}) },
    }),
  )
