// What was typed and not sent yet, kept on this device. Names and telephones are not kept.
import type { Report } from './api'

const key = 'report'
const empty: Report = { category: '', text: '', visibility: 'open' }

export function draft(): Report {
  const kept = localStorage.getItem(key)
  if (kept === null) return { ...empty }
  return { ...empty, ...(JSON.parse(kept) as Partial<Report>) }
}

export function keepDraft({ name, phone, ...rest }: Report) {
  void name
  void phone
  localStorage.setItem(key, JSON.stringify(rest))
}

export function forgetDraft() {
  localStorage.removeItem(key)
}
