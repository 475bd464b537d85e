// Which pages an account may open, in the order of the day's work.
import { may, mayAnywhere, mayBelow } from './session'

export type HallPage =
  | 'windows'
  | 'desk'
  | 'floor'
  | 'roster'
  | 'closures'
  | 'hours'
  | 'rules'
  | 'follow_ups'
  | 'report'
  | 'plan'
  | 'calls'
export type MatterPage =
  | 'cases'
  | 'register_case'
  | 'receptions'
  | 'works'
  | 'duties'
  | 'old_debts'
  | 'retention'
  | 'board'
  | 'ledgers'
  | 'exports'
  | 'new_rules'
  | 'imports'
export type VoicePage =
  | 'voices'
  | 'voice_inquiries'
  | 'voice_calls'
  | 'voice_digests'
  | 'voice_counts'
  | 'voice_ledger'
  | 'voice_imports'
  | 'voice_members'
export type AidPage =
  | 'aid_families'
  | 'aid_selection'
  | 'aid_pairings'
  | 'aid_visits'
  | 'aid_campaigns'
  | 'aid_donors'
  | 'aid_funds'
  | 'aid_money'
  | 'aid_books'
export type CityPage =
  | 'city'
  | 'draws'
  | 'accounts'
  | 'access_log'
  | 'programs'
  | 'outbox'
  | 'record'

const hallNeeds: [page: HallPage, right: string][] = [
  ['windows', 'hall.see_window'],
  ['desk', 'hall.check_in'],
  ['floor', 'hall.manage'],
  ['roster', 'hall.manage'],
  ['closures', 'hall.manage'],
  ['hours', 'hall.manage'],
  ['rules', 'hall.edit_rules'],
  ['follow_ups', 'hall.manage'],
  ['report', 'hall.see_reports'],
  ['plan', 'hall.manage'],
  ['calls', 'hall.see_reports'],
]
const matterNeeds: [page: MatterPage, right: string][] = [
  ['cases', 'supervision.see'],
  ['register_case', 'supervision.register'],
  ['receptions', 'supervision.receive'],
  ['receptions', 'supervision.plan_receptions'],
  ['board', 'supervision.see_wall'],
  ['works', 'supervision.run_works'],
  ['duties', 'supervision.run_duties'],
  ['duties', 'supervision.approve_duties'],
  ['old_debts', 'supervision.hand_over'],
  ['ledgers', 'supervision.see'],
  ['imports', 'supervision.import'],
  ['exports', 'supervision.inspect'],
  ['new_rules', 'supervision.inspect'],
  ['retention', 'supervision.retain'],
]
const voiceNeeds: [page: VoicePage, right: string][] = [
  ['voices', 'voices.see'],
  ['voice_inquiries', 'voices.screen'],
  ['voice_calls', 'voices.screen'],
  ['voice_digests', 'voices.hand_over'],
  ['voice_counts', 'voices.see'],
  ['voice_ledger', 'voices.export'],
  ['voice_imports', 'voices.import'],
  ['voice_members', 'voices.manage_members'],
]
const aidNeeds: [page: AidPage, right: string][] = [
  ['aid_families', 'aid.see_families'],
  ['aid_selection', 'aid.see_families'],
  ['aid_pairings', 'aid.see_families'],
  ['aid_visits', 'aid.see_families'],
  ['aid_campaigns', 'aid.run'],
  ['aid_donors', 'aid.see'],
  ['aid_funds', 'aid.see'],
  ['aid_money', 'aid.see'],
  ['aid_books', 'aid.audit'],
]
const cityNeeds: [page: CityPage, right: string][] = [
  ['city', 'hall.see_city'],
  ['draws', 'lottery.run'],
  ['draws', 'lottery.tell_value'],
  ['accounts', 'accounts.manage'],
  ['access_log', 'accounts.see_log'],
  ['programs', 'supervision.manage_clients'],
  ['outbox', 'accounts.see_demo_outbox'],
  ['record', 'receipts.see_keeping'],
]

export function hallPages(hall: string): HallPage[] {
  return hallNeeds.filter(([, right]) => mayBelow(right, hall)).map(([page]) => page)
}

export function matterPages(): MatterPage[] {
  const open = matterNeeds.filter(([, right]) => mayAnywhere(right)).map(([page]) => page)
  return [...new Set(open)]
}

export function voicePages(): VoicePage[] {
  return voiceNeeds.filter(([, right]) => mayAnywhere(right)).map(([page]) => page)
}

export function aidPages(): AidPage[] {
  return aidNeeds.filter(([, right]) => may(right)).map(([page]) => page)
}

export function cityPages(): CityPage[] {
  return [...new Set(cityNeeds.filter(([, right]) => may(right)).map(([page]) => page))]
}
