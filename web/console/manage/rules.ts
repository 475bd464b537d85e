// The numbers of a hall, which a manager proposes and another one confirms.
import { answer, api } from '@shared/client'

const at = (hall: string) => ({ params: { path: { hall } } })

export const seeRules = (hall: string) => answer(api.GET('/halls/{hall}/rules', at(hall)))
export type Rules = Awaited<ReturnType<typeof seeRules>>['rules']
export const setRules = (hall: string, rules: Rules, preview: boolean) =>
  answer(api.PUT('/halls/{hall}/rules', { ...at(hall), body: { rules, preview } }))
export type RulesSet = Awaited<ReturnType<typeof setRules>>
export const confirmRules = (hall: string) =>
  answer(api.POST('/halls/{hall}/rules/confirmation', at(hall)))
