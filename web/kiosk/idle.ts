// Back to the start when nobody touches the machine: after thirty seconds, of which the last
// twenty are announced and can be lengthened.
import { computed, onScopeDispose, ref } from 'vue'

const whole = 30_000
const announced = 20_000
const longer = 60_000

export function useIdle(leave: () => void) {
  const endsAt = ref(performance.now() + whole)
  const now = ref(performance.now())
  const left = computed(() => Math.max(0, endsAt.value - now.value))
  const touched = () => (endsAt.value = Math.max(endsAt.value, performance.now() + whole))

  const timer = setInterval(() => {
    now.value = performance.now()
    if (left.value > 0) return
    leave()
    endsAt.value = performance.now() + whole
  }, 250)
  const events = ['pointerdown', 'keydown', 'scroll'] as const
  for (const name of events) document.addEventListener(name, touched, true)
  onScopeDispose(() => {
    clearInterval(timer)
    for (const name of events) document.removeEventListener(name, touched, true)
  })

  return {
    seconds: computed(() => (left.value <= announced ? Math.ceil(left.value / 1000) : undefined)),
    stay: () => (endsAt.value = performance.now() + longer),
  }
}
