// How far along the way a state stands: 挂号 0, 办理 a half, 销号 1.
import type { State } from './hall'

const shares: Partial<Record<State, number>> = {
  booked: 0.12,
  waiting: 0.3,
  called: 0.42,
  missed: 0.3,
  serving: 0.72,
  parked: 0.6,
  served: 1,
}

export function isUnderWay(state: State): boolean {
  return ['waiting', 'called', 'missed', 'serving', 'parked'].includes(state)
}

export function share(state: State): number {
  return shares[state] ?? 0.3
}
