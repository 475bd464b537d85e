// A link stays a link: another tab by a key or the middle button is the browser's own.
export function press(event: MouseEvent, instead: () => void) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  instead()
}
