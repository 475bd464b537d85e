// Which fields the sheet of a deed has, what must be filled in, and how the deed is sent.
import { reactive } from 'vue'
import { momentHere } from '../dates'
import * as api from './api'
import type { Case, Outcome, Rating, Verb } from './api'

export type FieldName =
  | 'why'
  | 'decline_reason'
  | 'where_instead'
  | 'lead'
  | 'joint'
  | 'note'
  | 'pause'
  | 'clock'
  | 'days'
  | 'outcome'
  | 'text'
  | 'quantities'
  | 'without_joint'
  | 'review_on'
  | 'into'
  | 'grade'
  | 'leader'
  | 'title'
  | 'public_text'
  | 'level'
  | 'new_last_day'
  | 'order'
  | 'solved'
  | 'rating'
  | 'category'
  | 'kind'
  | 'street'
  | 'place'
  | 'from'
  | 'to'

const fields: Partial<Record<Verb, FieldName[]>> = {
  accept: [],
  decline: ['decline_reason', 'where_instead'],
  dispatch: ['lead', 'joint', 'note'],
  force_assign: ['lead', 'joint', 'why'],
  sign: [],
  give_back: ['why'],
  wait: ['pause'],
  resume: ['why'],
  extend: ['clock', 'days', 'why'],
  answer: ['outcome', 'text', 'quantities', 'without_joint'],
  answer_part: ['text'],
  send_back: ['why'],
  verify: [],
  clear: [],
  list: ['review_on', 'why'],
  reopen: ['why'],
  merge: ['into', 'why'],
  unmerge: ['why'],
  withdraw: ['why'],
  progress: ['why'],
  regrade: ['grade', 'why'],
  correct: ['category', 'kind', 'street', 'place', 'why'],
  backdate: ['pause', 'from', 'to', 'why'],
  lead: ['leader', 'why'],
  moderate: ['title', 'public_text', 'why'],
  raise: ['level', 'new_last_day', 'why'],
  answer_level: ['order', 'text'],
  annul_level: ['order', 'why'],
  evaluate: ['solved', 'rating', 'note'],
}

export const hasSheet = (verb: Verb) => fields[verb] !== undefined

const openTasks = (view: Case) =>
  view.tasks.filter((task) => task.round === view.round && !task.ended_at)
export const openJoint = (view: Case) => openTasks(view).filter((task) => !task.lead)

export function fieldsOf(verb: Verb, view: Case): FieldName[] {
  const all = fields[verb] ?? []
  return openJoint(view).length > 0 ? all : all.filter((name) => name !== 'without_joint')
}

// Levels that an order was printed for and that still count.
export const ordersOf = (view: Case) => view.levels.filter((level) => !level.annulled_at)

export function emptyForm(verb: Verb, view: Case) {
  const extensible = view.clocks.filter((clock) => !clock.ended_at && clock.extension_most > 0)
  const orders = ordersOf(view).filter((level) => verb !== 'answer_level' || !level.answered_at)
  const last = orders.at(-1)
  return reactive({
    why: '',
    decline_reason: '',
    where_instead: '',
    lead: '',
    joint: [] as string[],
    note: '',
    pause: view.pauses_allowed[0] ?? '',
    clock: extensible[0]?.kind ?? '',
    days: String(extensible[0]?.extension_most ?? ''),
    outcome: '',
    text: '',
    quantities: [] as { type: string; amount: number }[],
    without_joint: '',
    review_on: '',
    into: '',
    grade: view.grade,
    category: view.category,
    kind: view.kind,
    street: view.street,
    place: view.place,
    from: '',
    to: '',
    leader: view.leader,
    title: view.title,
    public_text: view.text,
    level: String(Math.min(3, view.level + 1)),
    new_last_day: '',
    order: last ? `${last.clock}/${last.level}` : '',
    solved: '',
    rating: '',
  })
}
export type Form = ReturnType<typeof emptyForm>

const optional: FieldName[] = [
  'joint',
  'note',
  'quantities',
  'new_last_day',
  'without_joint',
  'street',
  'place',
]

export function missing(verb: Verb, view: Case, form: Form): FieldName[] {
  const needed = fieldsOf(verb, view).filter((name) => !optional.includes(name))
  if (verb === 'evaluate' && form.solved === 'no') needed.push('note')
  return needed.filter((name) => String(form[name]).trim() === '')
}

function orderOf(form: Form, words: string) {
  const [clock = 0, level = 0] = form.order.split('/').map(Number)
  return { clock, level, words }
}

// What was changed alone.
function corrected(of: Case, form: Form, why: string) {
  const changed = (['category', 'kind', 'street', 'place'] as const).filter(
    (name) => form[name] !== of[name] && (form[name] !== '' || name === 'place'),
  )
  return { why, ...Object.fromEntries(changed.map((name) => [name, form[name]])) }
}

// The case as it stands afterwards.
export function perform(verb: Verb, of: Case, form: Form, reporter: number): Promise<Case> {
  const why = form.why.trim()
  const units = { lead: form.lead, joint: form.joint, why: why || form.note.trim() }
  switch (verb) {
    case 'accept':
      return api.acceptMatter(of)
    case 'decline':
      return api.declineMatter(of, {
        reason: form.decline_reason,
        where_instead: form.where_instead,
      })
    case 'dispatch':
      return api.dispatchMatter(of, units)
    case 'force_assign':
      return api.forceAssign(of, units)
    case 'sign':
      return api.signMatter(of)
    case 'give_back':
      return api.returnMatter(of, why)
    case 'wait':
      return api.pauseMatter(of, form.pause)
    case 'resume':
      return api.resumeMatter(of, why)
    case 'extend':
      return api.extendMatter(of, {
        clock: form.clock as api.Clock['kind'],
        days: Number(form.days),
        why,
      })
    case 'answer':
      return api.answerMatter(of, {
        outcome: form.outcome as Outcome,
        text: form.text,
        quantities: form.quantities,
        ...(form.without_joint.trim() && { why_without_joint: form.without_joint.trim() }),
      })
    case 'answer_part':
      return api.answerPart(of, { unit: openJoint(of)[0]?.unit ?? '', text: form.text })
    case 'send_back':
      return api.sendBackAnswer(of, why)
    case 'verify':
      return api.verifyMatter(of)
    case 'clear':
      return api.clearMatter(of)
    case 'list':
      return api.listMatter(of, { why, review_on: form.review_on })
    case 'reopen':
      return api.reopenMatter(of, why)
    case 'merge':
      return api.mergeMatter(of, { into: form.into.trim(), why })
    case 'unmerge':
      return api.unmergeMatter(of, why)
    case 'withdraw':
      return api.withdrawFor(of, why)
    case 'progress':
      return api.noteProgress(of, why)
    case 'regrade':
      return api.regradeMatter(of, { grade: form.grade, why })
    case 'correct':
      return api.correctMatter(of, corrected(of, form, why))
    case 'backdate':
      return api.backdatePause(of, {
        reason: form.pause,
        from: momentHere(form.from),
        to: momentHere(form.to),
        why,
      })
    case 'lead':
      return api.nameLeader(of, { leader: form.leader, why })
    case 'moderate':
      return api.moderateMatter(of, { title: form.title, text: form.public_text, why })
    case 'raise':
      return api.raiseLevel(of, {
        level: Number(form.level),
        why,
        ...(form.new_last_day && { new_last_day: form.new_last_day }),
      })
    case 'answer_level':
      return api.answerOrder(of, orderOf(form, form.text))
    case 'annul_level':
      return api.annulOrder(of, orderOf(form, why))
    case 'evaluate':
      return api.recordEvaluation(of, {
        reporter,
        solved: form.solved === 'yes',
        rating: form.rating as Rating,
        ...(form.note.trim() && { reason: form.note.trim() }),
      })
    default:
      throw new Error(`no sheet does ${verb}`)
  }
}
