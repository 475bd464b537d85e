// The moments of a draw and the public value that nobody knows before: as typed, and as sent.
import { reactive } from 'vue'
import type { Fault } from '@shared/parts/ErrorSummary.vue'
import { momentHere, plusDays, today } from '../dates'
import { say } from '../words'

export const sources = ['lottery_3d', 'drand', 'nist'] as const

// Closed at noon tomorrow, shown until six, before the evening's public value.
export function newMoments() {
  const day = plusDays(today(), 1)
  return reactive({
    closes_at: `${day}T12:00`,
    reveals_until: `${day}T18:00`,
    late_source: 'lottery_3d' as (typeof sources)[number],
    late_reference: '',
    late_at: `${day}T21:30`,
  })
}
export type Moments = ReturnType<typeof newMoments>

export const missingIn = (moments: Moments) => ({
  closes_at: !moments.closes_at && say('draws.moment_missing'),
  reveals_until: !moments.reveals_until && say('draws.moment_missing'),
  late_reference: !moments.late_reference.trim() && say('draws.reference_missing'),
  late_at: !moments.late_at && say('draws.moment_missing'),
})
export const sent = (moments: Moments) => ({
  closes_at: momentHere(moments.closes_at),
  reveals_until: momentHere(moments.reveals_until),
  late_source: moments.late_source,
  late_reference: moments.late_reference.trim(),
  late_at: momentHere(moments.late_at),
})
export type Sent = ReturnType<typeof sent>
export type Error = (field: string) => Fault['message'] | undefined
