// Who works here, with which rights; and that the session has ended, wherever it was noticed.
import { shallowReactive } from 'vue'
import { answer, api } from '@shared/client'
import { district } from '@shared/place'
import { Problem } from '@shared/problem'

export type Session = Awaited<ReturnType<typeof askSession>>

const askSession = () => answer(api.GET('/session'))

export const session = shallowReactive({
  view: undefined as Session | undefined, // absent: the line was down when it was asked
  ended: false, // while a page stands open that somebody may want to go on with
  epoch: 0, // rises with each log-in: what follows a stream begins anew
})

// A right holds at its node and for everything below.
export function may(right: string, hall = '', window = ''): boolean {
  const path = ['', district(), hall, window].filter((part, at) => at === 0 || part !== '')
  const node = path.join('/')
  const holds = (at: string) => at === '/' || node === at || node.startsWith(`${at}/`)
  return session.view?.rights.some((each) => each.right === right && holds(each.node)) ?? false
}

// Held here or at one window below.
export function mayBelow(right: string, hall: string): boolean {
  const below = `/${district()}/${hall}/`
  const rights = session.view?.rights ?? []
  const under = (each: Session['rights'][number]) =>
    each.right === right && each.node.startsWith(below)
  return may(right, hall) || rights.some(under)
}

// Held in this district or anywhere below: people of a unit hold their rights at the unit.
export function mayAnywhere(right: string): boolean {
  const below = `/${district()}/`
  const rights = session.view?.rights ?? []
  return may(right) || rights.some((each) => each.right === right && each.node.startsWith(below))
}

export async function seeSession() {
  session.view = await askSession().catch((problem: unknown) => {
    if (problem instanceof Problem) return undefined
    throw problem
  })
}

export function isStaff(): boolean {
  return session.view?.kind === 'staff'
}

// `code` where the account has a second factor.
export async function logIn(login: string, password: string, code?: string) {
  await answer(api.POST('/session', { body: { login, password, code } }))
  await seeSession()
  session.ended = false
  session.epoch += 1
}

export async function logOut() {
  await answer(api.POST('/session/end'))
  session.ended = false
  await seeSession()
}

export async function changePassword(old_password: string, new_password: string) {
  await answer(api.POST('/session/password', { body: { old_password, new_password } }))
  await seeSession()
}

// Told by every refused answer and stream.
export function noteEnd(problem: Problem) {
  if (problem.code === 'session.missing' && isStaff()) session.ended = true
}

api.use({
  async onResponse({ response }) {
    if (response.status !== 401) return
    const { code } = (await response.clone().json().catch(() => ({}))) as { code?: string }
    noteEnd(new Problem(401, code ?? '', ''))
  },
})
