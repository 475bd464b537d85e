// The halls of the district, fetched once.
import { fetched, type Fetched } from '@shared/fetched'
import { answer, api } from '@shared/client'

export const listHalls = () => answer(api.GET('/halls'))
export type Halls = Awaited<ReturnType<typeof listHalls>>

let halls: Fetched<Halls> | undefined

export function useHalls(): Fetched<Halls> {
  halls ??= fetched(listHalls)
  return halls
}
