// Notices, as the office sees them: where each went, and how each way of sending fares.
import { answer, api } from '@shared/client'
import { say } from '../words'

export const states = ['queued', 'sent', 'failed', 'dropped'] as const
export type State = (typeof states)[number]

export const listOutbox = (query: { state?: State; before?: string }) =>
  answer(api.GET('/outbox', { params: { query } }))
export type Message = Awaited<ReturnType<typeof listOutbox>>['messages'][number]
export const retryMessage = (message: string) =>
  answer(api.POST('/outbox/{message}/attempts', { params: { path: { message } } }))
export const listWays = () => answer(api.GET('/outbox/ways'))
export type Way = Awaited<ReturnType<typeof listWays>>['ways'][number]

export function wayName({ channel, robot }: { channel: Way['channel']; robot?: string }): string {
  return robot ? `${say(`channel.${channel}`)} ${robot}` : say(`channel.${channel}`)
}

// "status 503": a word of ours, and the number that the other side gave.
const troubles = {
  broken: 'outbox.trouble_broken',
  errcode: 'outbox.trouble_errcode',
  login_refused: 'outbox.trouble_login_refused',
  no_address: 'outbox.trouble_no_address',
  no_phone: 'outbox.trouble_no_phone',
  nobody_holds_right: 'outbox.trouble_nobody_holds_right',
  not_accepted: 'outbox.trouble_not_accepted',
  not_connected: 'outbox.trouble_not_connected',
  robot_unknown: 'outbox.trouble_robot_unknown',
  secret_missing: 'outbox.trouble_secret_missing',
  secret_open: 'outbox.trouble_secret_open',
  smtp: 'outbox.trouble_smtp',
  status: 'outbox.trouble_status',
  timed_out: 'outbox.trouble_timed_out',
  too_late: 'outbox.trouble_too_late',
  unreachable: 'outbox.trouble_unreachable',
  untrusted: 'outbox.trouble_untrusted',
  withdrawn: 'outbox.trouble_withdrawn',
} as const

type Trouble = keyof typeof troubles
type Numbered = 'errcode' | 'smtp' | 'status'

export function troubleText(trouble: string): string {
  const [word = '', code = ''] = trouble.split(' ')
  if (word === 'errcode' || word === 'smtp' || word === 'status') {
    return say(troubles[word], { code })
  }
  if (word in troubles) return say(troubles[word as Exclude<Trouble, Numbered>])
  return trouble && say('outbox.trouble_other', { code: trouble })
}
