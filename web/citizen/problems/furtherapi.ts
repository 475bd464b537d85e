// What these parts ask of the interface.
import { answer, api } from '@shared/client'

const at = (number: string) => ({ params: { path: { number } } })

export const askReview = (number: string, text: string, code?: string) =>
  answer(api.POST('/matters/{number}/review', { ...at(number), body: { text, code } }))
export const followMatter = (number: string, phone: string) =>
  answer(api.POST('/matters/{number}/following', { ...at(number), body: { phone } }))
export const unfollowMatter = (number: string) =>
  answer(api.POST('/matters/{number}/unfollowing', at(number)))
export const seeDuties = (year: number) =>
  answer(api.GET('/duties/{year}', { params: { path: { year } } }))
export const seeDuty = (year: number, organisation: string) =>
  answer(api.GET('/duties/{year}/{organisation}', { params: { path: { year, organisation } } }))
export const listFollowed = () => answer(api.GET('/followed-matters'))
