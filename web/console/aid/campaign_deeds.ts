// What the console asks of campaigns, from the first plan to the use of what is left.
import { answer, api } from '@shared/client'
import type { paths } from '@shared/api/schema'

export { listCampaigns, type Campaign } from './families'
import type { Campaign } from './families'

type Body<Path extends '/aid/campaigns' | '/aid/money-decisions' | '/aid/promises'> =
  paths[Path]['post']['requestBody']['content']['application/json']

export const prepareCampaign = (body: Body<'/aid/campaigns'>) =>
  answer(api.POST('/aid/campaigns', { body }))
export const moveCampaign = (campaign: string, to: Campaign['state'], note?: string) =>
  answer(
    api.POST('/aid/campaigns/{campaign}/state', {
      params: { path: { campaign } },
      body: note === undefined ? { to } : { to, note },
    }),
  )
// Of the year that today's work is for, where none is named.
export const seeGap = (query: { campaign: string; year?: number }) =>
  answer(api.GET('/aid/gap', { params: { query } }))
export type Gap = Awaited<ReturnType<typeof seeGap>>
export const publishPromise = (body: Body<'/aid/promises'>) =>
  answer(api.POST('/aid/promises', { body }))
export const listDecisions = () => answer(api.GET('/aid/money-decisions'))
export type Decision = Awaited<ReturnType<typeof listDecisions>>['decisions'][number]
export type Question = Decision['about']
export const decideMoney = (body: Body<'/aid/money-decisions'>) =>
  answer(api.POST('/aid/money-decisions', { body }))

// The step that comes next; what has ended or was withdrawn has none.
export const nextStep: Partial<
  Record<Campaign['state'], 'open' | 'closed' | 'running' | 'finished'>
> = {
  preparing: 'open',
  open: 'closed',
  closed: 'running',
  running: 'finished',
}
export const isLive = ({ state }: Campaign) =>
  state === 'open' || state === 'closed' || state === 'running'
export const wholeNumber = (text: string) => (/^[0-9]{1,6}$/.test(text) ? Number(text) : 0)
