// The campaign that the pages of the aid show: the current one, until somebody chooses another.
import { ref } from 'vue'
import { listCampaigns } from './families'

export const chosen = ref<string>()
export async function campaigns() {
  const list = await listCampaigns()
  const all = list.campaigns.filter(({ state }) => state !== 'withdrawn')
  return { all, shown: chosen.value ?? list.current }
}
export async function shownCampaign() {
  const { all, shown } = await campaigns()
  return all.find(({ number }) => number === shown)
}
