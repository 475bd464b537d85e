// What the citizen's pages ask of public draws. Addresses of the interface stand here.
import { answer, api, apiRoot } from '@shared/client'
import type { DrawFile } from '@shared/draw'

const at = (draw: string) => ({ params: { path: { draw } } })

export const listDraws = () => answer(api.GET('/draws'))
export const seeDraw = (draw: string) => answer(api.GET('/draws/{draw}', at(draw)))
export const drawStream = (draw: string) => `${apiRoot}/draws/${encodeURIComponent(draw)}`
export const fileOf = (draw: string) => `${drawStream(draw)}/file`
export const listOf = (draw: string) => `${drawStream(draw)}/list`
export const fetchFile = (draw: string): Promise<DrawFile> =>
  answer(fetch(fileOf(draw)).then(async (response) => ({ data: await response.json(), response })))
export const commitDraw = (draw: string, code: string, commitment: string) =>
  answer(api.POST('/draws/{draw}/commitments', { ...at(draw), body: { code, commitment } }))
export const revealDraw = (draw: string, code: string, secret: string) =>
  answer(api.POST('/draws/{draw}/reveals', { ...at(draw), body: { code, secret } }))

export type Draw = Awaited<ReturnType<typeof seeDraw>>
export type Party = Draw['parties'][number]
