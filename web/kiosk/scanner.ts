// A scanner that types like a keyboard 扫码枪: a burst of characters and Enter, wherever the
// focus is. People type slower, and what they type into a field is left to the field.
import { onScopeDispose } from 'vue'

const slowest = 80 // milliseconds between two characters
const shortest = 10

export function useScanner(scanned: (text: string) => void) {
  let text = ''
  let lastAt = -Infinity

  function press(event: KeyboardEvent) {
    const { key, timeStamp } = event
    if (timeStamp - lastAt > slowest) text = ''
    lastAt = timeStamp
    if (key === 'Enter' && text.length >= shortest) {
      event.preventDefault()
      scanned(text)
      text = ''
    } else if (key.length === 1) text += key
  }

  document.addEventListener('keydown', press, true)
  onScopeDispose(() => document.removeEventListener('keydown', press, true))
}

// A resident number is a card that a scanner read; everything else is the code of a booking.
export function isIdNumber(text: string): boolean {
  return /^\d{17}[\dXx]$/.test(text.trim())
}
