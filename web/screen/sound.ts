// The loudspeaker of the hall: one announcement at a time, made by the server from recorded
// words. Browsers give no sound to a page that nobody touched, unless they are started with
// --autoplay-policy=no-user-gesture-required; then a first press is asked for.
import { ref, watch } from 'vue'

const longest = 20_000
const kept = 'banshi.volume'

export function useSound() {
  const allowed = ref(new AudioContext().state === 'running')
  const volume = ref(Number(localStorage.getItem(kept) ?? 80))
  const speaking = ref(false)
  const player = new Audio()
  let giveUp: ReturnType<typeof setTimeout> | undefined

  watch(volume, (now) => localStorage.setItem(kept, String(now)))

  function silent() {
    clearTimeout(giveUp)
    speaking.value = false
  }
  player.addEventListener('ended', silent)
  player.addEventListener('error', silent)

  // `share` percent of what is set here.
  async function speak(url: string, share: number) {
    if (!allowed.value || volume.value * share === 0) return
    speaking.value = true
    giveUp = setTimeout(silent, longest)
    player.src = url
    player.volume = (volume.value * share) / 10_000
    await player.play().catch((refused: Error) => {
      if (refused.name === 'NotAllowedError') allowed.value = false
      silent()
    })
  }

  return { allowed, volume, speaking, speak, allow: () => (allowed.value = true) }
}
