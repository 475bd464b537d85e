// What the console asks of public draws.
import { answer, api } from '@shared/client'
import type { Sent } from './moments'

const of = (draw: string) => ({ params: { path: { draw } } })

export const listDraws = () => answer(api.GET('/draws'))
export const seeDraw = (draw: string) => answer(api.GET('/draws/{draw}', of(draw)))
export type Draw = Awaited<ReturnType<typeof seeDraw>>
export interface Announcement extends Sent {
  draw: string
  title: string
  places: number
}
export const announceDraw = (body: Announcement) => answer(api.POST('/draws', { body }))
export type Announced = Awaited<ReturnType<typeof announceDraw>>
export const enterDraw = (draw: string, entries: string[]) =>
  answer(api.POST('/draws/{draw}/entries', { ...of(draw), body: { entries } }))
export const removeEntry = (draw: string, entry: string) =>
  answer(api.POST('/draws/{draw}/removed-entries', { ...of(draw), body: { entry } }))
export const tellLateValue = (draw: string, value: string) =>
  answer(api.POST('/draws/{draw}/late-values', { ...of(draw), body: { value } }))
export const annulDraw = (draw: string, why: string) =>
  answer(api.POST('/draws/{draw}/annulment', { ...of(draw), body: { why } }))
