// What a district says of its streets, and what somebody chose among them.
import { answer, api } from '../client'

export interface ChosenPlace {
  street: string
  community: string // '' where none was chosen
  place: string // in words
  latitude?: number // WGS 84, ten-millionths of a degree, as the server keeps it
  longitude?: number
}

export const seePlace = () => answer(api.GET('/streets'))
export type Place = Awaited<ReturnType<typeof seePlace>>

// The words of the place with the community before them, for interfaces that know streets alone.
export function placeInWords(chosen: ChosenPlace, place: Place): string {
  const street = place.streets.find((each) => each.street === chosen.street)
  const community = street?.communities.find((each) => each.community === chosen.community)
  const words = chosen.place.trim()
  return community && !words.includes(community.name) ? `${community.name} ${words}` : words
}
