// Single sign-on 单点登录: to the provider and back. The tab that began keeps the sealed attempt,
// so an address that somebody else sends here logs nobody in.
import { answer, api } from '@shared/client'
import { district } from '@shared/place'
import { seeSession, session } from './session'

const attemptKey = `sign_on:${district()}`
const wayOutKey = `way_out:${district()}`

export const listProviders = () => answer(api.GET('/sign-on/providers'))
export type Provider = Awaited<ReturnType<typeof listProviders>>['providers'][number]

export async function begin(provider: string, to: string) {
  const begun = await answer(api.POST('/sign-on/beginnings', { body: { provider } }))
  sessionStorage.setItem(attemptKey, JSON.stringify({ attempt: begun.attempt, to }))
  location.assign(begun.address)
}

interface Arrival {
  attempt: string
  to: string
  state: string
  came?: string
  issuer?: string
  error?: string
}
let arrival: Arrival | undefined

// Takes what a provider added to the address out of it, before anything else sees it.
export function noticeArrival() {
  const query = new URLSearchParams(location.search)
  const state = query.get('state') ?? query.get('sign_on')
  if (state === null) return
  const kept = JSON.parse(sessionStorage.getItem(attemptKey) ?? '{}') as Partial<Arrival>
  sessionStorage.removeItem(attemptKey)
  arrival = {
    attempt: kept.attempt ?? '',
    to: kept.to ?? '/',
    state,
    came: query.get('code') ?? query.get('ticket') ?? undefined,
    issuer: query.get('iss') ?? undefined,
    error: query.get('error') ?? undefined,
  }
  history.replaceState(null, '', `${location.pathname}#/log-in`)
}

export function takeArrival(): Arrival | undefined {
  const taken = arrival
  arrival = undefined
  return taken
}

// `code` where the account has a second factor of its own.
export async function finish({ to: _, ...came }: Arrival, code?: string) {
  const body = { ...came, second_factor: code }
  const { way_out } = await answer(api.POST('/sign-on/arrivals', { body }))
  if (way_out) localStorage.setItem(wayOutKey, way_out)
  await seeSession()
  session.ended = false
  session.epoch += 1
}

// Where the log-in over there ends too; nothing where this browser came by password.
export function takeWayOut(): string | undefined {
  const address = localStorage.getItem(wayOutKey) ?? undefined
  localStorage.removeItem(wayOutKey)
  return address
}
