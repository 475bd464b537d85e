// 捐赠意愿: whom a donor would like to help, as it is written, sent, and said again.
import type { Pledged } from './api'
import { say } from './words'

export const noWish = () => ({ street: '', pupil: false, families: '' })
export type WishForm = ReturnType<typeof noWish>

export const wishOf = ({ street, pupil, families }: WishForm) => ({
  ...(street && { street }),
  ...(pupil && { pupil }),
  ...(families && { families: Number(families) }),
})

export function wishLines({ street_name, pupil, families }: NonNullable<Pledged['wish']>) {
  const lines: string[] = []
  if (pupil) lines.push(say('page.wish_pupil'))
  if (street_name) lines.push(street_name)
  if (families) lines.push(say('page.wish_at_most', { count: families }))
  return lines
}
