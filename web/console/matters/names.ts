// Units, streets, categories and kinds of the district, fetched once.
import { fetched, type Fetched } from '@shared/fetched'
import { caseChoices, type Choices } from './api'

let page: Fetched<Choices> | undefined

export function useChoices(): Fetched<Choices> {
  page ??= fetched(caseChoices)
  return page
}
