// Which deeds the state of a window allows, and what must come first where one is not.
import type { WindowView } from './api'

export type Deed = 'next' | 'begin' | 'finish' | 'recall' | 'miss' | 'park' | 'transfer'

export interface Standing {
  view: WindowView
  now: number
  online: boolean
  mine: boolean // this account works at the window, or may open it
}

const leastCalls = 2 // before a clerk may say that nobody came

export function isOpen({ staff_state }: WindowView): boolean {
  return staff_state === 'ready' || staff_state === 'serving'
}

export function recallWait({ view, now }: Standing): number {
  if (view.current?.state !== 'called') return 0
  return Math.max(0, Math.ceil((Date.parse(view.current.recall_from) - now) / 1000))
}

export function allowed(standing: Standing): Set<Deed> {
  const { view, online, mine } = standing
  const { current } = view
  if (!online || !mine) return new Set()
  if (current?.state === 'called') {
    const deeds = new Set<Deed>(['begin'])
    if (recallWait(standing) === 0) deeds.add('recall')
    if (current.calls >= leastCalls) deeds.add('miss')
    return deeds
  }
  if (current) return new Set(['finish', 'park', 'transfer'])
  return new Set(isOpen(view) && view.queue.length > 0 ? ['next'] : [])
}

export type Hint =
  | 'offline'
  | 'look'
  | 'off'
  | 'paused'
  | 'called'
  | 'called_last'
  | 'serving'
  | 'ready'
  | 'empty'

export function hint({ view, online, mine }: Standing, callsMost = 3): Hint {
  if (!online) return 'offline'
  if (!mine) return 'look'
  if (view.current?.state === 'called')
    return view.current.calls >= callsMost ? 'called_last' : 'called'
  if (view.current) return 'serving'
  if (view.staff_state === 'off') return 'off'
  if (!isOpen(view)) return 'paused'
  return view.queue.length > 0 ? 'ready' : 'empty'
}
