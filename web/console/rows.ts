// The rows of a ledger: filtered by the address of the page, a further part of them on request.
import { computed, reactive, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { inOrder } from '@shared/in_order'
import { Problem } from '@shared/problem'

type Filter = Record<string, string>
interface Part<Row> {
  heads: string[]
  rows: Row[]
  next?: string
}

// `empty` names the fields of the filter; `which` is what else decides over the rows.
export function useRows<Row>(
  empty: Filter,
  see: (query: Filter) => Promise<Part<Row>>,
  which: () => unknown = () => undefined,
) {
  const route = useRoute()
  const router = useRouter()
  const form = reactive({ ...empty })
  const page = shallowRef<Part<Row>>()
  const rows = shallowRef<Row[]>([])
  const problem = shallowRef<Problem>()

  const set = (values: Record<string, unknown>): Filter =>
    Object.fromEntries(
      Object.keys(empty)
        .map((name) => [name, String(values[name] ?? '')])
        .filter(([, value]) => value !== ''),
    )
  const query = computed(() => set(route.query))

  const question = inOrder()
  async function load(after?: string) {
    const late = question()
    try {
      const got = await see({ ...query.value, ...(after && { after }) })
      if (late()) return
      rows.value = after ? [...rows.value, ...got.rows] : got.rows
      page.value = got
      problem.value = undefined
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault
      if (!late()) problem.value = fault
    }
  }
  watch(
    () => [which(), query.value],
    () => {
      Object.assign(form, empty, query.value)
      page.value = undefined
      void load()
    },
    { immediate: true },
  )
  const show = () => void router.push({ params: route.params, query: set(form) })
  return reactive({ form, query, page, rows, problem, load, show })
}
