// What a page shows: being fetched, there, or refused. What was there stays while it is refetched.
import { shallowReactive } from 'vue'
import { Problem } from './problem'

export interface Fetched<Data> {
  data: Data | undefined
  problem: Problem | undefined
  again(): Promise<void>
}

export function fetched<Data>(get: () => Promise<Data>): Fetched<Data> {
  const page = shallowReactive<Fetched<Data>>({
    data: undefined,
    problem: undefined,
    async again() {
      try {
        page.data = await get()
        page.problem = undefined
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
        page.problem = problem
      }
    },
  })
  void page.again()
  return page
}
