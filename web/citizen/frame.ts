// What stands in the frame around the pages: the hall that the reader looks at.
import { shallowReactive, watchEffect } from 'vue'
import { fetched, type Fetched } from '@shared/fetched'
import { seeHall, type Hall } from './hall'

export const frame = shallowReactive({ hall: '', place: '', phone: '' })

const halls = new Map<string, Fetched<Hall>>()

// The hall of this page; fetched once, and again where its load is shown.
export function useHall(id: string): Fetched<Hall> {
  const page = halls.get(id) ?? fetched(() => seeHall(id))
  halls.set(id, page)
  watchEffect(() => {
    frame.hall = id
    frame.place = page.data?.hall.name ?? ''
    frame.phone = page.data?.hall.phone ?? ''
  })
  return page
}
