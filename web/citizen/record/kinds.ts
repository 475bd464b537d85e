// What an entry says, in words. The kinds are those that the server declares.
import { say } from '../words'

export const groups = [
  'queue',
  'booking',
  'case',
  'work',
  'duty',
  'aid',
  'receipt',
  'draw',
  'voice',
  'erasure',
  'account',
  'log',
] as const
export type Group = (typeof groups)[number]

const known = [
  'queue.issued',
  'queue.called',
  'queue.recalled',
  'queue.uncalled',
  'queue.begun',
  'queue.transferred',
  'queue.parked',
  'queue.unparked',
  'queue.missed',
  'queue.returned',
  'queue.served',
  'queue.noshow',
  'queue.cancelled',
  'queue.left',
  'queue.unserved',
  'queue.unfinished',
  'queue.carried',
  'queue.reserved',
  'queue.void',
  'queue.closed',
  'booking.made',
  'booking.moved',
  'booking.cancelled',
  'booking.corrected',
  'booking.restored',
  'booking.office_cancelled',
  'booking.expired',
  'closure.confirmed',
  'closure.undone',
  'evaluation.given',
  'case.registered',
  'case.moved',
  'case.escalated',
  'case.cleared',
  'work.moved',
  'duty.moved',
  'rules.published',
  'aid.received',
  'aid.allocated',
  'aid.paid',
  'aid.reversed',
  'aid.file_sent',
  'aid.decision',
  'aid.campaign',
  'aid.promised',
  'aid.admitted',
  'aid.booked',
  'aid.bound',
  'aid.bound_before',
  'aid.candidates',
  'aid.candidates_undone',
  'aid.confirmed',
  'aid.decided',
  'aid.family',
  'aid.objected',
  'aid.objection_answered',
  'aid.pairing',
  'aid.pairings_planned',
  'aid.photo_removed',
  'aid.publicised',
  'aid.report',
  'aid.scored',
  'aid.selected',
  'aid.selection_planned',
  'aid.shortlisted',
  'aid.spot_checks',
  'aid.visit',
  'aid.visit_photo',
  'receipt.issued',
  'receipt.void',
  'draw.announced',
  'draw.committed',
  'draw.closed',
  'draw.entry_removed',
  'draw.revealed',
  'draw.left_out',
  'draw.seeded',
  'draw.published',
  'draw.void',
  'voice.supported',
  'voice.unsupported',
  'erasure.granted',
  'account.bound',
  'account.bound_before',
  'log.key',
  'log.head',
] as const
type Kind = (typeof known)[number]
type Word<Text extends string> = Text extends `${infer Noun}.${infer Deed}`
  ? `${Noun}_${Deed}`
  : never

// A kind that this page does not know yet is shown by its own name.
export function kindText(kind: string): string {
  const found = known.find((each) => each === kind)
  return found ? say(`record.is_${found.replace('.', '_') as Word<Kind>}`) : kind
}

// The number that the entry is about, where it has one.
export function numberOf(body: string): string {
  const fields: unknown = JSON.parse(body)
  if (typeof fields !== 'object' || fields === null || !('n' in fields)) return ''
  return typeof fields.n === 'string' ? fields.n : ''
}
