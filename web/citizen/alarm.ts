// Rings and shakes the phone when its number is called. Must be switched on by a tap: browsers
// give no sound to a page that nobody touched.
import { ref } from 'vue'

export function useAlarm() {
  const on = ref(false)
  let sound: AudioContext | undefined

  function tone(at: number, pitch: number) {
    const [note, volume] = [sound!.createOscillator(), sound!.createGain()]
    note.frequency.value = pitch
    volume.gain.setValueAtTime(0.4, at)
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.9)
    note.connect(volume).connect(sound!.destination)
    note.start(at)
    note.stop(at + 0.9)
  }

  return {
    on,
    arm() {
      sound ??= new AudioContext()
      void sound.resume()
      on.value = true
    },
    ring() {
      if (!on.value || !sound) return
      for (const [after, pitch] of [[0, 880], [0.5, 660], [1.2, 880], [1.7, 660]] as const)
        tone(sound.currentTime + after, pitch)
      navigator.vibrate?.([400, 200, 400, 200, 800])
    },
  }
}
