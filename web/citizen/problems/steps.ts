// The public way of a matter as rows of the trail: stations where it is opened, worked, cleared;
// levels in their colour; today and what follows.
import type { Step as Row } from '@shared/parts/Trail.vue'
import { clock, dayAndWeekday, isSameDay } from '@shared/time'
import { say } from '../words'
import type { Matter, Step } from './api'

const stations: Partial<Record<Step['verb'], 'stop' | 'end'>> = {
  file: 'stop',
  sign: 'stop',
  clear: 'end',
  reopen: 'stop',
}

export function when(at: string): string {
  return `${dayAndWeekday(at)} ${clock(at)}`
}

function titleOf({ verb, unit, level }: Step): string {
  if (verb === 'dispatch' && unit) return say('matter.dispatched_to', { unit })
  if (verb === 'raise' && level) return say(`matter.raised_${level as 1 | 2 | 3}`)
  return say(`matter.verb_${verb}` as 'matter.verb_file')
}

export interface TrailRow extends Row {
  level?: number
  seq?: number
}

export function rowsOf({ steps, now, state, last_day, days_left }: Matter): TrailRow[] {
  const rows: TrailRow[] = steps.map((step) => ({
    title: titleOf(step),
    when: when(step.at),
    ...(step.words ? { text: step.words } : {}),
    ...(stations[step.verb] ? { kind: stations[step.verb] } : {}),
    state: step.level ? 'late' : 'done',
    ...(step.level ? { level: step.level } : {}),
    ...(step.seq !== undefined ? { seq: step.seq } : {}),
  }))
  if (['cleared', 'declined', 'withdrawn', 'merged'].includes(state)) return rows
  rows.push({ title: say('matter.today'), when: dayAndWeekday(now), state: 'now' })
  if (last_day && (days_left ?? 0) >= 0 && !isSameDay(last_day, now))
    rows.push({ title: say('matter.deadline'), when: dayAndWeekday(last_day), state: 'todo' })
  rows.push({ title: say('matter.to_clear'), text: say('matter.to_clear_text'), kind: 'end' })
  return rows
}
