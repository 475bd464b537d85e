// A deed of a form: runs it once, keeps what was typed, says what must be mended.
import { ref, shallowRef } from 'vue'
import type { Fault } from '@shared/parts/ErrorSummary.vue'
import { Problem } from '@shared/problem'
import { problemText } from '@shared/sentences'
import { faultsOf } from '../person'

export function useDeed() {
  const faults = shallowRef<Fault[]>([])
  const busy = ref(false)
  async function run(
    deed: () => Promise<unknown>,
    wrong: Record<string, string | undefined | false> = {},
  ) {
    faults.value = faultsOf(wrong)
    if (faults.value.length > 0 || busy.value) return
    busy.value = true
    try {
      await deed()
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      faults.value = [{ field: problem.field, message: problemText(problem) }]
    } finally {
      busy.value = false
    }
  }
  const error = (field: string) => faults.value.find((fault) => fault.field === field)?.message
  return { faults, busy, run, error }
}
