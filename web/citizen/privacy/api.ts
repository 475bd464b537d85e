// What the page of one's own data asks. Addresses of the interface stand here.
import { answer, api } from '@shared/client'

export const seeMyData = () => answer(api.GET('/my-data'))
export const beginCheck = () => answer(api.POST('/my-data/check'))
export const askForErasure = () => answer(api.POST('/my-data/erasure'))
export type MyData = Awaited<ReturnType<typeof seeMyData>>
export type Kind = MyData['kinds'][number]

export type Format = 'json' | 'pdf'
export async function download(format: Format, name: string) {
  const call = api.POST('/my-data/export', { body: { format }, parseAs: 'blob' })
  save((await answer(call)) as unknown as Blob, `${name}.${format}`)
}

function save(bytes: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
