// A deed of a form: runs it, keeps what was typed, and says what must be mended.
import { ref, shallowRef } from 'vue'
import type { Fault } from '@shared/parts/ErrorSummary.vue'
import { Problem } from '@shared/problem'
import { problemText } from '@shared/sentences'

type Messages = Record<string, string | undefined | false>

export function useDeed() {
  const faults = shallowRef<Fault[]>([])
  const busy = ref(false)

  // True when the deed was done; `wrong` names what is missing before anything is sent.
  async function run(deed: () => Promise<unknown>, wrong: Messages = {}): Promise<boolean> {
    if (busy.value) return false
    faults.value = Object.entries(wrong).flatMap(([field, message]) =>
      message ? [{ field, message }] : [],
    )
    if (faults.value.length > 0) return false
    busy.value = true
    try {
      await deed()
      return true
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      faults.value = [{ field: problem.field, message: problemText(problem) }]
      return false
    } finally {
      busy.value = false
    }
  }

  const error = (field: string) => faults.value.find((fault) => fault.field === field)?.message
  return { faults, busy, run, error }
}
