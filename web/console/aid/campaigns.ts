// The campaign that the pages of the aid show: the current one, until somebody chooses another.
import { ref } from 'vue'
import { today } from '../dates'
import { listCampaigns, type Campaign } from './families'

export const chosen = ref<string>()
export async function campaigns() {
  const list = await listCampaigns()
  const all = list.campaigns.filter(({ state }) => state !== 'withdrawn')
  return { all, shown: chosen.value ?? list.current }
}
// The years that a campaign helps in, and the one that today's work is for.
export function yearsOf({ first_year, years }: Campaign) {
  const all = Array.from({ length: years }, (_, each) => first_year + each)
  const now = Number(today().slice(0, 4))
  return { all, now: Math.min(Math.max(now, all[0]!), all.at(-1)!) }
}
export async function shownCampaign() {
  const { all, shown } = await campaigns()
  return all.find(({ number }) => number === shown)
}
