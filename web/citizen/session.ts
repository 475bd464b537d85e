// A citizen who logs in by a code to the phone, and what was booked so.
import { answer, api } from '@shared/client'

export const isCitizen = () =>
  answer(api.GET('/session')).then(({ kind, name }) => (kind === 'citizen' ? name : ''))
export const requestCode = (phone: string) =>
  answer(api.POST('/session/code', { body: { phone } }))
export const logInByCode = (phone: string, code: string) =>
  answer(api.POST('/session/phone', { body: { phone, code } }))
export const logOut = () => answer(api.POST('/session/end'))
export const listMyBookings = () => answer(api.GET('/my-bookings'))
export type Bookings = Awaited<ReturnType<typeof listMyBookings>>['bookings']
