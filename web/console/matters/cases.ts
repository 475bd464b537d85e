// The rows of a list, a page after another. What is most urgent stands first; what is stopped has
// no deadline and follows behind what has one.
import { ref, shallowRef } from 'vue'
import { Problem } from '@shared/problem'
import { listCases, type CaseQuery, type CaseRow } from './api'

interface Rest {
  query: CaseQuery
  after?: string
}

export function useCases() {
  const rows = shallowRef<CaseRow[]>([])
  const rest = shallowRef<Rest>()
  const now = ref('')
  const problem = shallowRef<Problem>()
  const loaded = ref(false)
  let turn = 0 // an answer that comes after a later question is dropped

  function after(query: CaseQuery, next?: string): Rest | undefined {
    if (next) return { query, after: next }
    const stopped = query.order === 'due' && query.type === 'open' && !query.colour
    return stopped && !query.overdue
      ? { query: { ...query, order: 'newest', colour: 'grey' } }
      : undefined
  }

  async function page({ query, after: from }: Rest, before: CaseRow[]) {
    const mine = ++turn
    try {
      const list = await listCases({ ...query, ...(from && { after: from }) })
      if (mine !== turn) return
      rows.value = [...before, ...list.cases]
      rest.value = after(query, list.next)
      now.value = list.now
      problem.value = undefined
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault
      if (mine === turn) problem.value = fault
    }
    loaded.value = true
  }

  async function load(query: CaseQuery) {
    await page({ query }, [])
    // A short first page is filled up, so that what is stopped is not overlooked.
    if (rest.value && rows.value.length < 15) await page(rest.value, rows.value)
  }
  const more = () => (rest.value ? page(rest.value, rows.value) : undefined)
  return { rows, rest, now, problem, loaded, load, more }
}
