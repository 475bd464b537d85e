// Administration of the district's accounts.
import { answer, api } from '@shared/client'

const at = (account: string) => ({ params: { path: { account } } })

export const listAccounts = () => answer(api.GET('/accounts'))
export type Account = Awaited<ReturnType<typeof listAccounts>>['accounts'][number]
export type Grant = Account['roles'][number]
export const listRoles = () => answer(api.GET('/roles'))
export const listOrgs = (below: string) =>
  answer(api.GET('/orgs', { params: { query: { below } } }))

export interface NewAccount {
  kind: Account['kind']
  login: string
  name: string
  password?: string
  roles: Grant[]
}
export const createAccount = (form: NewAccount) => answer(api.POST('/accounts', { body: form }))
export const setGrants = (account: string, roles: Grant[]) =>
  answer(api.PUT('/accounts/{account}/roles', { ...at(account), body: { roles } }))
export const setPassword = (account: string, password: string) =>
  answer(api.PUT('/accounts/{account}/password', { ...at(account), body: { password } }))
export const unlock = (account: string) =>
  answer(api.POST('/accounts/{account}/unlocking', at(account)))
export const deactivate = (account: string) =>
  answer(api.POST('/accounts/{account}/deactivation', at(account)))
export const activate = (account: string) =>
  answer(api.POST('/accounts/{account}/activation', at(account)))
export const issueToken = (account: string) =>
  answer(api.POST('/accounts/{account}/token', at(account)))
export type Token = Awaited<ReturnType<typeof issueToken>>

export const myContact = () => answer(api.GET('/session/contact'))
export type Contact = Awaited<ReturnType<typeof myContact>>
export const setMyContact = (body: Contact) => answer(api.PUT('/session/contact', { body }))
export const mySecondFactor = () => answer(api.GET('/session/second-factor'))
export const beginSecondFactor = (password: string) =>
  answer(api.POST('/session/second-factor', { body: { password } }))
export type FreshFactor = Awaited<ReturnType<typeof beginSecondFactor>>
export const confirmSecondFactor = (code: string) =>
  answer(api.POST('/session/second-factor/confirmation', { body: { code } }))
export const endSecondFactor = (body: { password: string; code: string }) =>
  answer(api.POST('/session/second-factor/end', { body }))
export const removeSecondFactor = (account: string) =>
  answer(api.POST('/accounts/{account}/second-factor/removal', at(account)))
export const listLinks = (account: string) =>
  answer(api.GET('/accounts/{account}/links', at(account)))
export type Link = Awaited<ReturnType<typeof listLinks>>['links'][number]
export const linkIdentity = (account: string, provider: string, subject: string) =>
  answer(api.POST('/accounts/{account}/links', { ...at(account), body: { provider, subject } }))
export const unlinkIdentity = (account: string, provider: string, subject: string) =>
  answer(
    api.POST('/accounts/{account}/links/removal', {
      ...at(account),
      body: { provider, subject },
    }),
  )
export const listSignOns = () => answer(api.GET('/sign-on/deeds'))
export const contactOf = (account: string) =>
  answer(api.GET('/accounts/{account}/contact', at(account)))
export const setContactOf = (account: string, body: Contact) =>
  answer(api.PUT('/accounts/{account}/contact', { ...at(account), body }))
