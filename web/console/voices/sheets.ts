// What each deed asks, and how it is sent.
import { momentHere } from '../dates'
import {
  answerPart,
  askReader,
  approveAnswer,
  correctAnswer,
  draftAnswer,
  extendVoice,
  handToSupervision,
  handOver,
  joinVoices,
  partVoices,
  pauseVoice,
  proveMeasure,
  recordContact,
  releaseReader,
  resumeVoice,
  returnVoice,
  reviewVoice,
  screenVoice,
  sendBack,
  signVoice,
  type Screening,
  type Voice,
} from './api'

export const deeds = [
  'screen_voice',
  'hand_over_voice',
  'ask_reader',
  'release_reader',
  'sign_voice',
  'resume_voice',
  'draft_answer',
  'approve_answer',
  'record_contact',
  'answer_joint_part',
  'extend_voice',
  'pause_voice',
  'return_voice',
  'send_back_draft',
  'join_voices',
  'part_voices',
  'prove_measure',
  'review_voice',
  'correct_answer',
  'hand_to_supervision',
] as const
export type DeedName = (typeof deeds)[number]
export type FieldName =
  | 'decision'
  | 'member'
  | 'reader'
  | 'asked'
  | 'reason'
  | 'lead'
  | 'joint'
  | 'count'
  | 'pause'
  | 'how'
  | 'outcome'
  | 'text'
  | 'review_on'
  | 'measures'
  | 'measure'
  | 'solved'
  | 'next_on'
  | 'note'
  | 'publish_at'
  | 'into'
  | 'category'
  | 'why'

export interface Promised {
  what: string
  by_day: string
  unit: string
}

export interface Form {
  decision: Screening['decision'] | ''
  member: string
  reader: number
  asked: string
  reason: string
  lead: string
  joint: string[]
  count: number
  pause: string
  how: 'visit' | 'call' | 'meeting'
  outcome: 'solved' | 'partly' | 'cannot_now' | 'explained' | ''
  text: string
  review_on: string
  measures: Promised[]
  measure: number
  solved: 'yes' | 'no' | ''
  next_on: string
  note: string
  publish_at: string
  into: string
  category: string
  why: string
}

export const openMeasures = (voice: Voice) => voice.measures.filter((each) => !each.done_at)

export const openReadings = (voice: Voice) => voice.readings.filter((each) => !each.released)

export const emptyForm = (voice: Voice): Form => ({
  decision: '',
  member: '',
  reader: openReadings(voice)[0]?.serial ?? 0,
  asked: '',
  reason: '',
  lead: '',
  joint: [],
  count: voice.extension_most,
  pause: '',
  how: 'call',
  outcome: '',
  text: '',
  review_on: '',
  measures: [],
  measure: openMeasures(voice)[0]?.serial ?? 0,
  solved: '',
  next_on: '',
  note: '',
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
      if (form.decision === 'decline') return ['decision', 'reason', 'why']
      return form.decision === 'file' ? ['decision'] : ['decision', 'why']
    case 'ask_reader':
      return ['member', 'asked']
    case 'release_reader':
      return ['reader']
    case 'hand_over_voice':
      return ['lead', 'joint']
    case 'sign_voice':
      return []
    case 'extend_voice':
      return ['count', 'why']
    case 'pause_voice':
      return ['pause']
    case 'record_contact':
      return ['how', 'text']
    case 'answer_joint_part':
      return ['text']
    case 'draft_answer':
      return [
        'outcome',
        'text',
        ...(unsolved(form) ? (['review_on'] as const) : []),
        ...(form.outcome === 'partly' ? (['measures'] as const) : []),
        ...(openParts(voice).length > 0 ? (['why'] as const) : []),
      ]
    case 'approve_answer':
      return voice.contacted ? ['publish_at'] : ['publish_at', 'why']
    case 'join_voices':
      return ['into', 'why']
    case 'hand_to_supervision':
      return ['category', 'why']
    case 'prove_measure':
      return ['measure', 'text']
    case 'review_voice':
      return form.solved === 'no' ? ['solved', 'text', 'next_on'] : ['solved', 'text']
    case 'correct_answer':
      return ['text', 'note']
    default:
      return ['why']
  }
}

const optional: FieldName[] = ['joint', 'asked', 'publish_at', 'measures']

export function missing(deed: DeedName, voice: Voice, form: Form): FieldName[] {
  return fieldsOf(deed, voice, form).filter(
    (name) => !optional.includes(name) && String(form[name]).trim() === '',
  )
}

const promisedOf = (form: Form) =>
  form.measures
    .filter(({ what, by_day }) => what.trim() && by_day)
    .map(({ what, by_day, unit }) => ({ what, by_day, ...(unit ? { unit } : {}) }))

export function perform(deed: DeedName, voice: Voice, form: Form): Promise<Voice> {
  const { why, text } = form
  switch (deed) {
    case 'screen_voice':
      return screenVoice(voice, {
        decision: form.decision as Screening['decision'],
        ...(form.decision === 'decline' ? { reason: form.reason } : {}),
        ...(why ? { words: why } : {}),
      })
    case 'ask_reader':
      return askReader(voice, {
        member: form.member,
        ...(form.asked.trim() ? { words: form.asked } : {}),
      })
    case 'release_reader':
      return releaseReader(voice, Number(form.reader))
    case 'hand_over_voice':
      return handOver(voice, { lead: form.lead, joint: form.joint })
    case 'sign_voice':
      return signVoice(voice)
    case 'return_voice':
      return returnVoice(voice, why)
    case 'extend_voice':
      return extendVoice(voice, Number(form.count), why)
    case 'pause_voice':
      return pauseVoice(voice, form.pause)
    case 'resume_voice':
      return resumeVoice(voice, why)
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
        ...(form.outcome === 'partly' ? { measures: promisedOf(form) } : {}),
      })
    case 'send_back_draft':
      return sendBack(voice, why)
    case 'approve_answer':
      return approveAnswer(voice, {
        ...(form.publish_at ? { publish_at: momentHere(form.publish_at) } : {}),
        ...(why ? { why_no_contact: why } : {}),
      })
    case 'join_voices':
      return joinVoices(voice, form.into.trim(), why)
    case 'part_voices':
      return partVoices(voice, why)
    case 'prove_measure':
      return proveMeasure(voice, { measure: Number(form.measure), words: text })
    case 'review_voice':
      return reviewVoice(voice, {
        solved: form.solved === 'yes',
        words: text,
        ...(form.solved === 'no' ? { next_on: form.next_on } : {}),
      })
    case 'correct_answer':
      return correctAnswer(voice, text, form.note)
    case 'hand_to_supervision':
      return handToSupervision(voice, form.category, why)
  }
}
