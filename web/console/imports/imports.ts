// What the console asks about older ledgers that are taken in.
import { answer, api, apiRoot, newKey } from '@shared/client'
import { sendForm } from '@shared/photos'
import type { paths } from '@shared/api/schema'

const of = (import_id: string) => ({ path: { import_id } })

export const listImports = () => answer(api.GET('/imports'))
export type Import = Awaited<ReturnType<typeof listImports>>['imports'][number]
export const seeImport = (id: string) =>
  answer(api.GET('/imports/{import_id}', { params: of(id) }))
export const importStream = (id: string) => `${apiRoot}/imports/${encodeURIComponent(id)}`
export const badLines = (id: string) => `${importStream(id)}/bad-lines`

type LinesQuery = NonNullable<paths['/imports/{import_id}/lines']['get']['parameters']['query']>
export type LineState = NonNullable<LinesQuery['state']>
export const seeLines = (id: string, state?: LineState, page?: number) =>
  answer(
    api.GET('/imports/{import_id}/lines', {
      params: { ...of(id), query: { ...(state && { state }), ...(page && { page }) } },
    }),
  )
export type Lines = Awaited<ReturnType<typeof seeLines>>
export type Line = Lines['lines'][number]

export function previewImport(file: File, progress: (share: number) => void): Promise<Import> {
  const form = new FormData()
  form.append('file', file, file.name)
  return sendForm('/imports', form, newKey(), progress)
}
export const commitImport = ({ import_id, sha256 }: Import) =>
  answer(api.POST('/imports/{import_id}/commitment', { params: of(import_id), body: { sha256 } }))
export const undoImport = (id: string, why: string) =>
  answer(api.POST('/imports/{import_id}/undoing', { params: of(id), body: { why } }))
