// The way of an advice as rows of the trail: filed, handed over, answered.
import type { Step as Row } from '@shared/parts/Trail.vue'
import { clock, dayAndWeekday } from '@shared/time'
import { say } from './words'
import type { Voice } from './api'

export const pauseText = (reason: string) =>
  say(`page.pause_${reason}` as 'page.pause_author')

type Step = Voice['steps'][number]

const stations: Partial<Record<Step['verb'], 'stop' | 'end'>> = {
  accept: 'stop',
  sign: 'stop',
  clear: 'end',
  reopen: 'stop',
}

function titleOf({ verb, unit_name, reason }: Step): string {
  if (verb === 'wait') return say('page.waits_for', { why: pauseText(reason) })
  if (verb === 'dispatch' && unit_name) return say('page.handed_to', { unit: unit_name })
  return say(`page.verb_${verb}` as 'page.verb_accept')
}

export function rowsOf({ steps, state, now, last_day }: Voice): Row[] {
  const rows: Row[] = steps.map((step) => ({
    title: titleOf(step),
    when: `${dayAndWeekday(step.at)} ${clock(step.at)}`,
    ...(step.words ? { text: step.words } : {}),
    ...(stations[step.verb] ? { kind: stations[step.verb] } : {}),
    state: 'done',
  }))
  if (['cleared', 'declined', 'withdrawn', 'merged'].includes(state)) return rows
  rows.push({ title: say('page.today'), when: dayAndWeekday(now), state: 'now' })
  if (last_day)
    rows.push({
      title: say('page.answer_due'),
      when: dayAndWeekday(last_day),
      kind: 'end',
      state: 'todo',
    })
  return rows
}
