// What the walls of supervision ask for. Addresses of the interface stand here alone.
import { answer, api, apiRoot } from '@shared/client'
import type { StreetFigures } from '@shared/map'

const seeWall = () => answer(api.GET('/supervision/wall'))
export type Wall = Awaited<ReturnType<typeof seeWall>>
export type Line = Wall['streets'][number]
export type Rate = Line['clearance']
export const wallStream = `${apiRoot}/supervision/wall`

export const seeCityWall = () => answer(api.GET('/supervision/city'))
export type CityWall = Awaited<ReturnType<typeof seeCityWall>>
export type Figure = Wall['figures'][number]

export const seeAidGap = () => answer(api.GET('/aid/gap', { params: { query: {} } }))

export function figure(figures: Figure[], id: string): Figure | undefined {
  return figures.find((each) => each.id === id)
}
export const count = (figures: Figure[], id: string) => figure(figures, id)?.count ?? 0

// What the map knows of a street.
export function onMap({ id, open, levels: [one = 0, two = 0, three = 0] }: Line): StreetFigures {
  return { street: id, open, levels: [one, two, three] }
}
