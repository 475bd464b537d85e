// What the console asks of a selection, and which step is next.
import { answer, api, Problem } from '@shared/client'
import type { paths } from '@shared/api/schema'
import { dayAndWeekday } from '@shared/time'
import { say } from '../words'


type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Form } } }
}
  ? Form
  : never

const of = (campaign: string) => ({ params: { path: { campaign } } })

export const seeSelection = (campaign: string) =>
  answer(api.GET('/aid/selections/{campaign}', of(campaign)))
export type Selection = Awaited<ReturnType<typeof seeSelection>>
// Before there is a plan there is nothing to see.
export function noneYet(problem: unknown): undefined {
  if (!(problem instanceof Problem) || problem.code !== 'selection.none') throw problem
}
export const listRanking = (campaign: string, query: { street?: string; from?: number }) =>
  answer(
    api.GET('/aid/selections/{campaign}/ranking', { params: { path: { campaign }, query } }),
  )
export type Ranking = Awaited<ReturnType<typeof listRanking>>
export const listObjections = (campaign: string) =>
  answer(api.GET('/aid/selections/{campaign}/objections', of(campaign)))
export type Objection = Awaited<ReturnType<typeof listObjections>>['objections'][number]

export const planSelection = (body: Body<'/aid/selections'>) =>
  answer(api.POST('/aid/selections', { body }))
export const scoreFamilies = (campaign: string) =>
  answer(api.POST('/aid/selections/{campaign}/scores', of(campaign)))
export const shortlistFamilies = (campaign: string) =>
  answer(api.POST('/aid/selections/{campaign}/shortlist', of(campaign)))
export const publiciseFamilies = (campaign: string) =>
  answer(api.POST('/aid/selections/{campaign}/notice', of(campaign)))
export const selectFamilies = (campaign: string, voters: string[]) =>
  answer(api.POST('/aid/selections/{campaign}/decision', { ...of(campaign), body: { voters } }))
export const announceTieDraw = (
  campaign: string,
  body: Body<'/aid/selections/{campaign}/draw'>,
) => answer(api.POST('/aid/selections/{campaign}/draw', { ...of(campaign), body }))
export const answerObjection = (
  objection: string,
  body: Body<'/aid/objections/{objection}/answer'>,
) =>
  answer(
    api.POST('/aid/objections/{objection}/answer', { params: { path: { objection } }, body }),
  )

// Names as they are written in a field: one a line, or with commas between them.
export const namesIn = (text: string) =>
  text
    .split(/[\n,，、;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
export const leastVoters = 3

export type Next =
  | 'score'
  | 'score_rest'
  | 'draw'
  | 'drawn'
  | 'shortlist'
  | 'notice'
  | 'answer'
  | 'wait'
  | 'decide'
  | 'done'

export function nextOf(selection: Selection, unlisted: number, today: string): Next {
  const count = (state: string) =>
    selection.counts.find((each) => each.state === state)?.families ?? 0
  if (!selection.scored_at) return 'score'
  if (selection.left_out > 0) return 'score_rest'
  if (selection.draw) return 'drawn'
  if (selection.ties.length > 0) return 'draw'
  if (unlisted > 0) return 'shortlist'
  if (count('shortlisted') > 0) return 'notice'
  if (selection.open_objections > 0) return 'answer'
  if (count('publicised') === 0) return 'done'
  return today <= selection.notice_to! ? 'wait' : 'decide'
}

export function sentence(next: Next, selection: Selection): string {
  const { places, scored, left_out, open_objections, notice_to } = selection
  if (next === 'score') return say('selection.next_score', { places })
  if (next === 'score_rest') return say('selection.next_score_rest', { count: left_out })
  if (next === 'shortlist') return say('selection.next_shortlist', { scored, places })
  if (next === 'answer') return say('selection.next_answer', { count: open_objections })
  if (next === 'wait') return say('selection.next_wait', { day: dayAndWeekday(notice_to!) })
  return say(`selection.next_${next}`)
}
