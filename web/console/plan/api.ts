// What the planner and the simulator know of a queue.
import { answer, api } from '@shared/client'

export const planWindows = (
  hall: string,
  queue: string,
  query: { day: string; target_minutes?: number; target_percent?: number },
) =>
  answer(
    api.GET('/halls/{hall}/queues/{queue}/plan', { params: { path: { hall, queue }, query } }),
  )
export type Plan = Awaited<ReturnType<typeof planWindows>>

export interface Trial {
  windows: number
  boost_minutes: number
  walkins_per_hour: number
  booked_per_hour: number
}
export const whatIf = (hall: string, queue: string, query: Trial) =>
  answer(
    api.GET('/halls/{hall}/queues/{queue}/trial', {
      params: { path: { hall, queue }, query: { ...query } },
    }),
  )
export type Played = Awaited<ReturnType<typeof whatIf>>
