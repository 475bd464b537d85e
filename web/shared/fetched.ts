// What a page shows: being fetched, there, or refused. What was there stays while it is refetched.
import { shallowReactive } from 'vue'
import { inOrder } from './in_order'
import { Problem } from './problem'

export interface Fetched<Data> {
  data: Data | undefined
  problem: Problem | undefined
  again(): Promise<void>
}

export function fetched<Data>(get: () => Promise<Data>): Fetched<Data> {
  const question = inOrder()
  const page = shallowReactive<Fetched<Data>>({
    data: undefined,
    problem: undefined,
    async again() {
      const late = question()
      try {
        const data = await get()
        if (late()) return
        page.data = data
        page.problem = undefined
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
        if (!late()) page.problem = problem
      }
    },
  })
  void page.again()
  return page
}
