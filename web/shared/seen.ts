// A page in the background tells the past: it looks again when it is seen again, as when a phone
// is unlocked.
import { onScopeDispose } from 'vue'

export function whenSeenAgain(look: () => Promise<void>) {
  const changed = () => {
    if (document.visibilityState === 'visible') void look()
  }
  document.addEventListener('visibilitychange', changed)
  onScopeDispose(() => document.removeEventListener('visibilitychange', changed))
}
