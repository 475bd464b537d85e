// Keys of a page. They rest while somebody types and while a dialog is open.
import { onScopeDispose } from 'vue'

export type Keys = Record<string, () => void>

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null
}

// "n" and "?" as they are typed, "ctrl+z" with its modifier.
export function useKeys(keys: () => Keys) {
  function press(event: KeyboardEvent) {
    if (event.repeat || event.altKey || event.isComposing) return
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    const held = event.ctrlKey || event.metaKey ? 'ctrl+' : ''
    const deed = keys()[held + event.key.toLowerCase()]
    if (!deed) return
    event.preventDefault()
    deed()
  }
  document.addEventListener('keydown', press)
  onScopeDispose(() => document.removeEventListener('keydown', press))
}
