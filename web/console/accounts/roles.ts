// The roles of the district and the places where they can be given; fetched once.
import { listDistricts } from '@shared/districts'
import { fetched, type Fetched } from '@shared/fetched'
import { district } from '@shared/place'
import { language } from '@shared/settings'
import { listHalls } from '../halls'
import { say } from '../words'
import { listOrgs, listRoles } from './api'

interface Place {
  node: string
  name: string
}
interface Role {
  id: string
  name: string
}
let all: Fetched<{ roles: Role[]; nodes: Place[] }> | undefined

const kinds = ['city', 'district', 'hall', 'window', 'office', 'street']

// Communities have no desks of their own: the city, the district, its halls and their windows, and
// the offices and streets that are given problems.
async function load() {
  const [{ roles }, { orgs }, inEnglish] = await Promise.all([
    listRoles(),
    listOrgs('/'),
    language === 'en' ? namesInEnglish() : undefined,
  ])
  const wanted = orgs
    .filter(({ kind }) => kinds.includes(kind))
    .map((org) => ({ ...org, name: inEnglish?.get(org.node) ?? org.name }))
  const named = (node: string) => wanted.find((org) => org.node === node)?.name ?? ''
  const nodes = wanted.map(({ node, kind, name }) => ({
    node,
    name:
      kind === 'window'
        ? `${named(node.slice(0, node.lastIndexOf('/')))} ${say('windows.name', { window: name })}`
        : name,
  }))
  const inOurs = (role: { name: string; name_en: string }) =>
    language === 'en' ? role.name_en : role.name
  return { roles: roles.map((role) => ({ id: role.id, name: inOurs(role) })), nodes }
}

// The tree has official names; the district and its halls have English ones as well.
async function namesInEnglish(): Promise<Map<string, string>> {
  const [districts, { halls }] = await Promise.all([listDistricts(), listHalls()])
  return new Map([
    ['/', say('accounts.whole_city')],
    ...districts.map(({ name, title }): [string, string] => [`/${name}`, title]),
    ...halls.map(({ id, name }): [string, string] => [`/${district()}/${id}`, name]),
  ])
}

export function useRoles() {
  all ??= fetched(load)
  const page = all
  const roles = () => page.data?.roles ?? []
  const nodes = () => page.data?.nodes ?? []
  return {
    roles,
    nodes,
    roleName: (id: string) => roles().find((role) => role.id === id)?.name ?? id,
    nodeName: (node: string) => nodes().find((each) => each.node === node)?.name ?? node,
  }
}
