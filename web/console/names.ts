// Names of a hall's services by id, fetched once a hall.
import { fetched, type Fetched } from '@shared/fetched'
import { seeHall } from './window/api'

type Hall = Awaited<ReturnType<typeof seeHall>>
const halls = new Map<string, Fetched<Hall>>()

export function useNames(hall: string) {
  const page = halls.get(hall) ?? fetched(() => seeHall(hall))
  halls.set(hall, page)
  return {
    again: () => page.again(),
    services: () => page.data?.services ?? [],
    priorityGroups: () => page.data?.priority_groups ?? [],
    service: (id: string) => page.data?.services.find((each) => each.id === id)?.name ?? id,
  }
}
