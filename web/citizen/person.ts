// What is wrong with the person's entries, in the order of the page.
import type { Fault } from '@shared/parts/ErrorSummary.vue'
import { idFault, isMobile, normalId, normalMobile } from '@shared/validate'
import { say } from './words'

export interface Entries {
  name: string
  id_number: string
  phone: string
}

export function idMessage(typed: string): string | undefined {
  switch (idFault(typed)) {
    case 'missing':
      return say('book.id_missing')
    case 'length':
      return say('book.check_length', { length: String(normalId(typed).length) })
    case 'figures':
      return say('book.check_figures')
    case 'date':
      return say('book.check_date')
    case 'check':
      return say('book.check_digit')
    default:
      return undefined
  }
}

export function phoneMessage(typed: string): string | undefined {
  if (isMobile(typed)) return undefined
  return normalMobile(typed) === '' ? say('book.phone_missing') : say('book.phone_wrong')
}

export const personFaults = ({ name, id_number, phone }: Entries) => ({
  name: name.trim() === '' && say('book.name_missing'),
  id_number: idMessage(id_number),
  phone: phoneMessage(phone),
})

// As the server takes it.
export const sendable = ({ name, id_number, phone }: Entries): Entries => ({
  name: name.trim(),
  id_number: normalId(id_number),
  phone: normalMobile(phone),
})

export function faultsOf(messages: Record<string, string | undefined | false>): Fault[] {
  return Object.entries(messages).flatMap(([field, message]) =>
    message ? [{ field, message }] : [],
  )
}
