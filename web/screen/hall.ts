// What the screens ask of a hall. Addresses of the interface stand here alone.
import { answer, api, apiRoot } from '@shared/client'

const seeDisplay = (hall: string) =>
  answer(api.GET('/halls/{hall}/display', { params: { path: { hall } } }))

export type Display = Awaited<ReturnType<typeof seeDisplay>>
export type Call = NonNullable<Display['newest']>
export type Load = Display['services'][number]

export const displayStream = (hall: string) => `${apiRoot}/halls/${hall}/display`
export const voiceOf = (hall: string, { call }: Call) =>
  `${apiRoot}/halls/${hall}/announcements/${encodeURIComponent(call)}`

export const seeCity = () => answer(api.GET('/city'))
export type City = Awaited<ReturnType<typeof seeCity>>
export type HallFigures = City['halls'][number]
