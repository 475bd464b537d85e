// Days of a hall: rosters, closures, special days.
import { answer, api } from '@shared/client'

const at = (hall: string) => ({ params: { path: { hall } } })
const on = (hall: string, day: string) => ({ params: { path: { hall, day } } })

export const seeRoster = (hall: string, day: string) =>
  answer(api.GET('/halls/{hall}/days/{day}/roster', on(hall, day)))
export type Shift = Awaited<ReturnType<typeof seeRoster>>['shifts'][number]
export const setRoster = (hall: string, day: string, shifts: Shift[], preview: boolean) =>
  answer(
    api.PUT('/halls/{hall}/days/{day}/roster', { ...on(hall, day), body: { shifts, preview } }),
  )
export type RosterSet = Awaited<ReturnType<typeof setRoster>>

export interface Hours {
  from?: string
  to?: string
}
export const previewClosure = (hall: string, day: string, hours: Hours) =>
  answer(
    api.GET('/halls/{hall}/days/{day}/closure-preview', {
      params: { path: { hall, day }, query: { ...hours } },
    }),
  )
export type Preview = Awaited<ReturnType<typeof previewClosure>>
export const closeDay = (hall: string, day: string, form: Hours & { reason: string }) =>
  answer(api.POST('/halls/{hall}/days/{day}/closures', { ...on(hall, day), body: { ...form } }))
export const undoClosure = (hall: string, closure: string) =>
  answer(
    api.POST('/halls/{hall}/closures/{closure}/undoing', { params: { path: { hall, closure } } }),
  )
export const openDay = (hall: string, day: string, shifts: Shift[], reason: string) =>
  answer(
    api.POST('/halls/{hall}/days/{day}/opening', { ...on(hall, day), body: { shifts, reason } }),
  )
export const listClosures = (hall: string) => answer(api.GET('/halls/{hall}/closures', at(hall)))
export type Closure = Awaited<ReturnType<typeof listClosures>>['closures'][number]

export const seeHours = (hall: string) => answer(api.GET('/halls/{hall}/hours', at(hall)))
export type HoursShown = Awaited<ReturnType<typeof seeHours>>
export type WeekPeriod = HoursShown['opening'][number]
export type DayPeriod = HoursShown['days'][number]['periods'][number]
export type Decision = HoursShown['decided'][number]
export interface Change {
  reason: string
  preview: boolean
}
export const setHours = (
  hall: string,
  form: Change & { since: string; opening: WeekPeriod[] },
) => answer(api.PUT('/halls/{hall}/hours', { ...at(hall), body: form }))
export const setDayHours = (
  hall: string,
  day: string,
  form: Change & { periods: DayPeriod[] },
) => answer(api.PUT('/halls/{hall}/days/{day}/hours', { ...on(hall, day), body: form }))
export const takeBackHours = (hall: string, since: string, form: Change) =>
  answer(
    api.POST('/halls/{hall}/hours/{since}/taking-back', {
      params: { path: { hall, since } },
      body: form,
    }),
  )
export const takeBackDayHours = (hall: string, day: string, form: Change) =>
  answer(
    api.POST('/halls/{hall}/days/{day}/hours/taking-back', { ...on(hall, day), body: form }),
  )
export type HoursSet = Awaited<ReturnType<typeof setHours>>
