// The history of a case as rows of the trail.
import { clock, dayAndWeekday } from '@shared/time'
import type { Step } from '@shared/parts/Trail.vue'
import { capital, say } from '../words'
import type { Case, Verb } from './api'

type Deed = Case['history'][number]

export interface Row extends Step {
  key: number
  actor: string
  level?: number
  order?: string
  paper?: { clock: number; level: number }
}

const stations: Partial<Record<Verb, 'stop' | 'end'>> = {
  file: 'stop',
  sign: 'stop',
  clear: 'end',
  reopen: 'stop',
}

interface Facts {
  lead?: string
  joint?: string[]
  level?: number
  clock?: number
  from?: string
  to?: string
  into?: string
}

function factsOf({ facts }: Deed): Facts {
  try {
    return JSON.parse(facts || '{}') as Facts
  } catch {
    return {}
  }
}

export function rowsOf(view: Case, unit: (id: string) => string): Row[] {
  return view.history.map((deed) => {
    const { lead, joint = [], level } = factsOf(deed)
    const units = [lead, ...joint].filter((id): id is string => Boolean(id)).map(unit)
    const title = capital(say(`matter.verb.${deed.verb}`))
    const raised = deed.verb === 'raise' && level ? level : undefined
    const row = view.levels.find((each) => raised === each.level && each.round === deed.round)
    const sent = () => say('case_way.to_units', { deed: title, units: units.join(' ') })
    return {
      key: deed.sequence,
      title: units.length > 0 ? sent() : title,
      when: `${dayAndWeekday(deed.at)} ${clock(deed.at)}`,
      text: deed.why,
      kind: stations[deed.verb],
      state: raised ? 'late' : 'done',
      actor: deed.actor,
      level: raised,
      order: row?.order,
      paper: row && { clock: row.clock, level: row.level },
    }
  })
}
