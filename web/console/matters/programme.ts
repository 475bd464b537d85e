// What the console asks about the public works of a year 办实事, and which deed a state allows.
import { answer, api } from '@shared/client'
import type { paths } from '@shared/api/schema'

type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Form } } }
}
  ? Form
  : never

const of = (year: number) => ({ params: { path: { year } } })
export const seeWorks = (year: number) => answer(api.GET('/works/{year}', of(year)))
export type Works = Awaited<ReturnType<typeof seeWorks>>
export type Programme = Works['programme']
export type Phase = Programme['phase']
export type Work = Works['items'][number]

type Plan = paths['/works/{year}']['put']['requestBody']['content']['application/json']
export const setProgramme = (year: number, body: Plan) =>
  answer(api.PUT('/works/{year}', { ...of(year), body }))
export const countVotes = (year: number) => answer(api.POST('/works/{year}/count', of(year)))
export const extendVote = (year: number, until: string) =>
  answer(api.POST('/works/{year}/extension', { ...of(year), body: { until } }))
export const announceWorks = (year: number) =>
  answer(api.POST('/works/{year}/announcement', of(year)))

const at = (item: string) => ({ params: { path: { item } } })
export const screenWork = (item: string, body: Body<'/work-items/{item}/screening'>) =>
  answer(api.POST('/work-items/{item}/screening', { ...at(item), body }))
export const confirmWork = (item: string, body: Body<'/work-items/{item}/decision'>) =>
  answer(api.POST('/work-items/{item}/decision', { ...at(item), body }))
export const startWork = (item: string, body: Body<'/work-items/{item}/start'>) =>
  answer(api.POST('/work-items/{item}/start', { ...at(item), body }))
export const reachMilestone = (item: string, body: Body<'/work-items/{item}/milestone'>) =>
  answer(api.POST('/work-items/{item}/milestone', { ...at(item), body }))
export const amendWork = (item: string, body: Body<'/work-items/{item}/amendment'>) =>
  answer(api.POST('/work-items/{item}/amendment', { ...at(item), body }))
export const finishWork = (item: string) =>
  answer(api.POST('/work-items/{item}/finish', at(item)))
export const reportWork = (item: string, report: string) =>
  answer(api.POST('/work-items/{item}/report', { ...at(item), body: { report } }))
export const judgeWork = (item: string, body: Body<'/work-items/{item}/judgement'>) =>
  answer(api.POST('/work-items/{item}/judgement', { ...at(item), body }))

export const phases: Phase[] = [
  'collect',
  'screen',
  'vote',
  'congress',
  'announce',
  'build',
  'report',
  'judge',
  'closed',
]
export const isAfter = (now: Phase, phase: Phase) => phases.indexOf(now) > phases.indexOf(phase)

export type WorkDeed =
  | 'screen'
  | 'confirm'
  | 'start'
  | 'reach'
  | 'amend'
  | 'finish'
  | 'report'
  | 'judge'

// Only what the state of a work allows today.
export function deedsOf({ state, milestones }: Work, phase: Phase): WorkDeed[] {
  switch (state) {
    case 'proposed':
      return phase === 'screen' ? ['screen'] : []
    case 'ranked':
      return ['confirm']
    case 'announced':
      return ['start']
    case 'under_way':
      return [milestones.every(({ done_at }) => done_at) ? 'finish' : 'reach', 'amend']
    case 'finished':
      return ['report']
    case 'reported':
      return ['judge']
    default:
      return []
  }
}

export const fenOf = (yuan: string | number) => Math.round(Number(yuan) * 100)
export const yuanOf = (fen: number) =>
  (fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 })
