// A mark on the map: how many, the highest level among them, and the street's name where its area
// has room for it.
import type { Levels } from './streets'

export function part(className: string, text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.textContent = text
  return element
}

export function markOf(count: number, levels: Levels, name = ''): HTMLElement {
  const mark = part('figure', '')
  if (name) mark.append(part('street', name))
  mark.append(part('many', count.toLocaleString('en-US')))
  const highest = levels.findLastIndex((each) => each > 0)
  if (highest >= 0) mark.append(part(`lv l${highest + 1}`, String(levels[highest])))
  return mark
}

// What a mark covers at most, in pixels; `em` is the size of the map's type.
export function sizeOf(named: boolean, em: number): { width: number; height: number } {
  return named ? { width: 5.4 * em, height: 3.4 * em } : { width: 4.8 * em, height: 2.7 * em }
}

// The name where it fits into so many pixels, else nothing.
export function nameOf(name: string, room: number, em: number): string {
  return (name.length * 0.9 + 1) * em <= room ? name : ''
}
