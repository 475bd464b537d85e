// The sheets of a work: what each deed asks, what is missing, and how it is sent.
import { say } from '../words'
import {
  amendWork,
  confirmWork,
  fenOf,
  finishWork,
  judgeWork,
  reachMilestone,
  reportWork,
  screenWork,
  startWork,
  type Work,
  type WorkDeed,
} from './programme'

export const emptyForm = (work: Work) => ({
  verdict: '' as '' | 'shortlist' | 'join' | 'not_taken',
  into: '',
  why: '',
  yes: '',
  no: '',
  abstained: '',
  budget: work.budget > 0 ? String(work.budget / 100) : '',
  unit: '',
  leader: '',
  milestones: [{ title: '', planned: '' }],
  serial: String(work.milestones.find(({ done_at }) => !done_at)?.serial ?? ''),
  words: '',
  spent: String(work.spent / 100),
  report: '',
  congress: '' as '' | 'passed' | 'returned',
})
export type WorkForm = ReturnType<typeof emptyForm>

export const satisfiedLeast = 80 // percent; with fewer a work goes back
export const goesBack = (form: WorkForm, work: Work) =>
  form.congress === 'returned' ||
  (form.congress === 'passed' && (work.satisfied_percent ?? 0) < satisfiedLeast)

const isNumber = (typed: string | number) => String(typed) !== '' && Number(typed) >= 0
const noNumber = (typed: string) => !isNumber(typed) && say('works.number_missing')
const noMilestone = ({ milestones }: WorkForm) =>
  milestones.some(({ title, planned }) => !title.trim() || !planned) &&
  say('works.milestone_missing')

type Messages = Record<string, string | false>

export const missing: Record<WorkDeed, (form: WorkForm, work: Work) => Messages> = {
  screen: ({ verdict, into, why }) => ({
    verdict: verdict === '' && say('works.verdict_missing'),
    into: verdict === 'join' && into === '' && say('works.into_missing'),
    why: verdict !== 'shortlist' && !why.trim() && say('works.reason_missing'),
  }),
  confirm: ({ yes, no, abstained, budget, unit, leader }) => ({
    yes: noNumber(yes),
    no: noNumber(no),
    abstained: noNumber(abstained),
    budget: noNumber(budget),
    unit: unit === '' && say('works.unit_missing'),
    leader: !leader.trim() && say('works.leader_missing'),
  }),
  start: (form) => ({ milestones: noMilestone(form) }),
  reach: ({ serial, words, spent }) => ({
    serial: serial === '' && say('works.which_missing'),
    words: !words.trim() && say('works.words_missing'),
    spent: noNumber(spent),
  }),
  amend: ({ budget, why }) => ({
    budget: noNumber(budget),
    why: !why.trim() && say('works.reason_missing'),
  }),
  finish: () => ({}),
  report: ({ report }) => ({ report: !report.trim() && say('works.report_missing') }),
  judge: (form, work) => ({
    congress: form.congress === '' && say('works.verdict_missing'),
    milestones: goesBack(form, work) && noMilestone(form),
    why: form.congress === 'returned' && !form.why.trim() && say('works.reason_missing'),
  }),
}

export const send: Record<WorkDeed, (form: WorkForm, work: Work) => Promise<unknown>> = {
  screen: ({ verdict, into, why }, { item }) =>
    screenWork(item, {
      shortlist: verdict === 'shortlist',
      why: why.trim(),
      ...(verdict === 'join' && { into }),
    }),
  confirm: ({ yes, no, abstained, budget, unit, leader }, { item }) =>
    confirmWork(item, {
      yes: Number(yes),
      no: Number(no),
      abstained: Number(abstained),
      budget: fenOf(budget),
      unit,
      leader: leader.trim(),
    }),
  start: ({ milestones }, { item }) => startWork(item, { milestones }),
  reach: ({ serial, words, spent }, { item }) =>
    reachMilestone(item, { serial: Number(serial), words: words.trim(), spent: fenOf(spent) }),
  amend: ({ budget, why }, { item }) =>
    amendWork(item, { budget: fenOf(budget), why: why.trim() }),
  finish: (_, { item }) => finishWork(item),
  report: ({ report }, { item }) => reportWork(item, report.trim()),
  judge: (form, work) =>
    judgeWork(work.item, {
      congress_passed: form.congress === 'passed',
      why: form.why.trim(),
      ...(goesBack(form, work) && { milestones: form.milestones }),
    }),
}
