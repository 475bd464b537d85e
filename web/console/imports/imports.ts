// What the console asks about older tables that are taken in: ledgers of problems, and advice.
import { answer, api, apiRoot, newKey } from '@shared/client'
import { sendForm } from '@shared/photos'
import type { paths } from '@shared/api/schema'

export type Book = 'matters' | 'voices'
const roots = { matters: '/imports', voices: '/voice-imports' } as const
const of = (import_id: string) => ({ path: { import_id } })

type Answer<Path extends '/imports' | '/imports/{import_id}/lines'> =
  paths[Path]['get']['responses'][200]['content']['application/json']
type LinesQuery = NonNullable<paths['/imports/{import_id}/lines']['get']['parameters']['query']>
export type LineState = NonNullable<LinesQuery['state']>
export type Import = Answer<'/imports'>['imports'][number]
export type Lines = Answer<'/imports/{import_id}/lines'>
export type Line = Lines['lines'][number]

// The page of a book, the page of one import, and what is linked to for each.
export const places = {
  matters: { all: 'imports', one: 'import', item: 'case' },
  voices: { all: 'voice_imports', one: 'voice_import', item: 'voice' },
} as const

export function importsOf(book: Book) {
  const root = roots[book]
  const stream = (id: string) => `${apiRoot}${root}/${encodeURIComponent(id)}`
  return {
    list: () => answer(api.GET(root)),
    stream,
    badLines: (id: string) => `${stream(id)}/bad-lines`,
    lines: (id: string, state?: LineState, page?: number) =>
      answer(
        api.GET(`${root}/{import_id}/lines`, {
          params: { ...of(id), query: { ...(state && { state }), ...(page && { page }) } },
        }),
      ),
    preview(file: File, progress: (share: number) => void): Promise<Import> {
      const form = new FormData()
      form.append('file', file, file.name)
      return sendForm(root, form, newKey(), progress)
    },
    commit: ({ import_id, sha256 }: Import) =>
      answer(
        api.POST(`${root}/{import_id}/commitment`, { params: of(import_id), body: { sha256 } }),
      ),
    undo: (id: string, why: string) =>
      answer(api.POST(`${root}/{import_id}/undoing`, { params: of(id), body: { why } })),
  }
}
