// How a number came into the queue, in words: 现场 09:46, 优先（老）09:55.
import { say as sayShared } from '@shared/strings'
import { clock } from '@shared/time'
import type { Words } from '@shared/words/shared/words'
import { say } from './words'

export interface Entered {
  entry: 'booked' | 'walkin' | 'priority' | 'late'
  priority?: string
  since: string
}

export function entryText({ entry, priority, since }: Entered): string {
  const time = clock(since)
  if (entry !== 'priority') return say(`entry.${entry}`, { time })
  const key = `priority.${priority ?? 'elderly'}` as 'priority.elderly' & keyof Words
  return say('entry.priority', { group: sayShared(key), time })
}
