// What the hall manager asks of the hall.
import { answer, api, apiRoot } from '@shared/client'

const at = (hall: string) => ({ params: { path: { hall } } })
const to = (hall: string, window: string) => ({ params: { path: { hall, window } } })

export const seeFloor = (hall: string) => answer(api.GET('/halls/{hall}/floor', at(hall)))
export type Floor = Awaited<ReturnType<typeof seeFloor>>
export const floorStream = (hall: string) => `${apiRoot}/halls/${encodeURIComponent(hall)}/floor`

export const setSkills = (hall: string, window: string, services: string[]) =>
  answer(
    api.PUT('/halls/{hall}/windows/{window}/skills', { ...to(hall, window), body: { services } }),
  )
export const clearEmergency = (hall: string, window: string) =>
  answer(api.POST('/halls/{hall}/windows/{window}/emergency/end', to(hall, window)))
export const takeOver = (hall: string, ticket: string, window: string, reason: string) =>
  answer(
    api.POST('/halls/{hall}/tickets/{ticket}/take-over', {
      params: { path: { hall, ticket } },
      body: { window, reason },
    }),
  )
export const endDay = (hall: string) =>
  answer(api.POST('/halls/{hall}/day-end', { ...at(hall), body: {} }))
export type DayEnded = Awaited<ReturnType<typeof endDay>>

export const listFollowUps = (hall: string) => answer(api.GET('/halls/{hall}/follow-ups', at(hall)))
export type FollowUp = Awaited<ReturnType<typeof listFollowUps>>['follow_ups'][number]
const one = (hall: string, follow_up: string) => ({ params: { path: { hall, follow_up } } })
export const contactCitizen = (hall: string, follow_up: string) =>
  answer(api.POST('/halls/{hall}/follow-ups/{follow_up}/contact', one(hall, follow_up)))
export const answerEvaluation = (hall: string, follow_up: string, words: string) =>
  answer(
    api.POST('/halls/{hall}/follow-ups/{follow_up}/answer', {
      ...one(hall, follow_up),
      body: { answer: words },
    }),
  )
