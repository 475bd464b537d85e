// How a number came into the queue, in words: 现场 09:46, 优先（老）09:55.
import { clock } from '@shared/time'
import { say } from './words'

export interface Entered {
  entry: 'booked' | 'walkin' | 'priority' | 'late'
  priority?: string
  since: string
}

export function entryText({ entry, priority, since }: Entered): string {
  const time = clock(since)
  if (entry !== 'priority') return say(`entry.${entry}`, { time })
  const mark = `priority_mark.${priority ?? 'elderly'}` as 'priority_mark.elderly'
  return say('entry.priority', { group: say(mark), time })
}
