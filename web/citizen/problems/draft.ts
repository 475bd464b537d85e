// What was typed and not sent yet, kept on this device. Names and telephones are not kept.
import type { ChosenPlace } from '@shared/map'
import type { Report } from './api'

export interface Draft {
  category: string
  text: string
  where: ChosenPlace
  visibility: Report['visibility']
  name: string
  phone: string
  answers: Record<string, string[]> // to the questions of the category
}

const key = 'report'
const empty = (): Draft => ({
  category: '',
  text: '',
  where: { street: '', community: '', place: '' },
  visibility: 'open',
  name: '',
  phone: '',
  answers: {},
})

export function draft(): Draft {
  const kept = localStorage.getItem(key)
  if (kept === null) return empty()
  return { ...empty(), ...(JSON.parse(kept) as Partial<Draft>) }
}

export function keepDraft(now: Draft) {
  localStorage.setItem(key, JSON.stringify({ ...now, name: '', phone: '' }))
}

export function forgetDraft() {
  localStorage.removeItem(key)
}
