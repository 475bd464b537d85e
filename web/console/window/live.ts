// A window as it is now: its stream, its heartbeat, and whether the line stands.
import { computed, onScopeDispose, ref, watch } from 'vue'
import { Problem } from '@shared/problem'
import { follow, showBeside } from '@shared/stream'
import { noteEnd } from '../session'
import { heartbeat, windowStream, type Place, type WindowView } from './api'

const patience = 6_000

export function useWindow(place: Place, works: () => boolean) {
  const live = follow<WindowView>(windowStream(place))
  const silent = ref(!navigator.onLine) // noticed by us before the stream notices
  const online = computed(() => !silent.value && !live.cut && live.connected)

  async function beat() {
    try {
      await showBeside(live, heartbeat(place, AbortSignal.timeout(patience)))
      silent.value = false
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      silent.value = problem.status === 0
    }
  }

  // The time of what is shown, by the server's clock.
  const heardAt = computed(() => live.at?.getTime() ?? 0)

  function show(view: WindowView) {
    live.state = view
    live.at = new Date()
    silent.value = false
  }

  const clock = new Worker(new URL('./beat.ts', import.meta.url), { type: 'module' })
  clock.onmessage = () => {
    if (works() || silent.value) void beat()
  }
  const lost = () => (silent.value = true)
  const found = () => void beat()
  addEventListener('offline', lost)
  addEventListener('online', found)
  onScopeDispose(() => {
    clock.terminate()
    removeEventListener('offline', lost)
    removeEventListener('online', found)
  })
  // A stream that speaks again has the line.
  watch(
    () => live.cut,
    (cut) => !cut && (silent.value = false),
  )
  watch(
    () => live.refused,
    (refused) => refused && noteEnd(refused),
  )
  return { live, online, heardAt, show, lost }
}
