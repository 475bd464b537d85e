// What a window asks of its hall.
import { answer, api, apiRoot } from '@shared/client'

export interface Place {
  hall: string
  window: string
}
const at = ({ hall, window }: Place) => ({ params: { path: { hall, window } } })
const on = ({ hall, window }: Place, ticket: string) => ({
  params: { path: { hall, window, ticket } },
})
const root = '/halls/{hall}/windows/{window}'
const one = `${root}/tickets/{ticket}` as const

export const seeWindow = (place: Place) => answer(api.GET(root, at(place)))
export type WindowView = Awaited<ReturnType<typeof seeWindow>>
export type Current = NonNullable<WindowView['current']>
export type Waiting = WindowView['queue'][number]

export const windowStream = ({ hall, window }: Place) =>
  `${apiRoot}/halls/${encodeURIComponent(hall)}/windows/${encodeURIComponent(window)}`

export const openWindow = (place: Place) =>
  answer(api.POST(`${root}/opening`, at(place)))
export const pauseWindow = (place: Place) =>
  answer(api.POST(`${root}/pause`, at(place)))
export const workBehind = (place: Place) =>
  answer(api.POST(`${root}/back-office`, at(place)))
export const closeWindow = (place: Place, confirm: boolean) =>
  answer(api.POST(`${root}/closing`, { ...at(place), body: { confirm } }))
export const heartbeat = (place: Place, signal: AbortSignal) =>
  answer(api.POST(`${root}/heartbeat`, { ...at(place), signal }))
export const raiseEmergency = (place: Place) =>
  answer(api.POST(`${root}/emergency`, at(place)))
export const requestEvaluation = (place: Place) =>
  answer(api.POST(`${root}/evaluation-request`, at(place)))
export const undo = (place: Place) =>
  answer(api.POST(`${root}/undoing`, at(place)))

// Nothing where nobody waits.
export const callNext = (place: Place): Promise<WindowView | undefined> =>
  answer(api.POST(`${root}/calls`, at(place)))
export const callTicket = (place: Place, ticket: string, reason: string) =>
  answer(api.POST(`${one}/call`, { ...on(place, ticket), body: { reason } }))

export type Step = 'recall' | 'uncall' | 'service' | 'clearance' | 'parking' | 'unparking'
export type Return = 'absence' | 'return'
export const step = (place: Place, ticket: string, name: Step | Return) =>
  answer(api.POST(`${one}/${name}`, on(place, ticket)))

export const transfer = (
  place: Place,
  ticket: string,
  form: { service: string; first: boolean; reason?: string },
) => answer(api.POST(`${one}/transfer`, { ...on(place, ticket), body: form }))

export const seePerson = (hall: string, ticket: string, reason: string) =>
  answer(
    api.POST('/halls/{hall}/tickets/{ticket}/look-up', {
      params: { path: { hall, ticket } },
      body: { reason },
    }),
  )
export type Person = Awaited<ReturnType<typeof seePerson>>

export const seeHall = (hall: string) =>
  answer(api.GET('/halls/{hall}', { params: { path: { hall } } }))

export const listWindows = (below: string) =>
  answer(api.GET('/orgs', { params: { query: { below } } }))
