// What each deed asks, and how it is sent.
import {
  answerPart,
  approveAnswer,
  draftAnswer,
  extendVoice,
  handToSupervision,
  handOver,
  joinVoices,
  recordContact,
  returnVoice,
  screenVoice,
  sendBack,
  signVoice,
  type Screening,
  type Voice,
} from './api'

export const deeds = [
  'screen_voice',
  'hand_over_voice',
  'sign_voice',
  'draft_answer',
  'approve_answer',
  'record_contact',
  'answer_joint_part',
  'extend_voice',
  'return_voice',
  'send_back_draft',
  'join_voices',
  'hand_to_supervision',
] as const
export type DeedName = (typeof deeds)[number]
export type FieldName =
  | 'decision'
  | 'lead'
  | 'joint'
  | 'count'
  | 'how'
  | 'outcome'
  | 'text'
  | 'review_on'
  | 'publish_at'
  | 'into'
  | 'category'
  | 'why'

export interface Form {
  decision: Screening['decision'] | ''
  lead: string
  joint: string[]
  count: number
  how: 'visit' | 'call' | 'meeting'
  outcome: 'solved' | 'partly' | 'cannot_now' | 'explained' | ''
  text: string
  review_on: string
  publish_at: string
  into: string
  category: string
  why: string
}

export const emptyForm = (voice: Voice): Form => ({
  decision: '',
  lead: '',
  joint: [],
  count: voice.extension_most,
  how: 'call',
  outcome: '',
  text: '',
  review_on: '',
  publish_at: '',
  into: '',
  category: '',
  why: '',
})

const unsolved = (form: Form) => form.outcome === 'partly' || form.outcome === 'cannot_now'
const openParts = (voice: Voice) => voice.parts.filter((part) => !part.lead && part.open)

export function fieldsOf(deed: DeedName, voice: Voice, form: Form): FieldName[] {
  switch (deed) {
    case 'screen_voice':
      return form.decision === 'file' ? ['decision'] : ['decision', 'why']
    case 'hand_over_voice':
      return ['lead', 'joint']
    case 'sign_voice':
      return []
    case 'extend_voice':
      return ['count', 'why']
    case 'record_contact':
      return ['how', 'text']
    case 'answer_joint_part':
      return ['text']
    case 'draft_answer':
      return [
        'outcome',
        'text',
        ...(unsolved(form) ? (['review_on'] as const) : []),
        ...(openParts(voice).length > 0 ? (['why'] as const) : []),
      ]
    case 'approve_answer':
      return voice.contacted ? ['publish_at'] : ['publish_at', 'why']
    case 'join_voices':
      return ['into', 'why']
    case 'hand_to_supervision':
      return ['category', 'why']
    default:
      return ['why']
  }
}

const optional: FieldName[] = ['joint', 'publish_at']

export function missing(deed: DeedName, voice: Voice, form: Form): FieldName[] {
  return fieldsOf(deed, voice, form).filter(
    (name) => !optional.includes(name) && String(form[name]).trim() === '',
  )
}

export function perform(deed: DeedName, voice: Voice, form: Form): Promise<Voice> {
  const { why, text } = form
  switch (deed) {
    case 'screen_voice':
      return screenVoice(voice, {
        decision: form.decision as Screening['decision'],
        ...(why ? { words: why } : {}),
      })
    case 'hand_over_voice':
      return handOver(voice, { lead: form.lead, joint: form.joint })
    case 'sign_voice':
      return signVoice(voice)
    case 'return_voice':
      return returnVoice(voice, why)
    case 'extend_voice':
      return extendVoice(voice, Number(form.count), why)
    case 'record_contact':
      return recordContact(voice, { how: form.how, words: text })
    case 'answer_joint_part':
      return answerPart(voice, openParts(voice)[0]?.unit ?? '', text)
    case 'draft_answer':
      return draftAnswer(voice, {
        outcome: form.outcome as 'solved',
        text,
        ...(why ? { why_without_joint: why } : {}),
        ...(unsolved(form) ? { review_on: form.review_on } : {}),
      })
    case 'send_back_draft':
      return sendBack(voice, why)
    case 'approve_answer':
      return approveAnswer(voice, {
        ...(form.publish_at ? { publish_at: `${form.publish_at}:00+08:00` } : {}),
        ...(why ? { why_no_contact: why } : {}),
      })
    case 'join_voices':
      return joinVoices(voice, form.into.trim(), why)
    case 'hand_to_supervision':
      return handToSupervision(voice, form.category, why)
  }
}
