// Recomputes a public draw on the reader's own device, from the published file alone: SHA-256,
// HMAC-SHA256 and a shuffle, as the page's text says them. Nothing here asks the server.
import { fromHex, toHex } from './proof.ts'

export interface DrawParty {
  party: string
  commitment?: string
  secret?: string
  left_out?: string
}
export interface DrawFile {
  rule: string
  draw: string
  places: number
  list: string
  parties: DrawParty[]
  late: string
  seed: string
  winners: string[]
  entered: string[]
}
export interface DrawCheck {
  what: 'list' | 'shown' | 'left_out' | 'mismatch' | 'seed' | 'winners'
  party?: string
  holds: boolean
}

const encoder = new TextEncoder()
const nought = new Uint8Array(1)

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

async function sha256(...parts: (string | Uint8Array)[]): Promise<Uint8Array> {
  const bytes = joined(
    parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part)),
  )
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export async function commitmentOf(draw: string, party: string, secret: string): Promise<string> {
  return toHex(
    await sha256('banshi-commit-v1', nought, draw, nought, party, nought, fromHex(secret)),
  )
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < Math.min(one.length, other.length); ++at)
    if (one[at] !== other[at]) return one[at]! - other[at]!
  return one.length - other.length
}

// By their bytes in UTF-8, which is not the order of JavaScript for every character.
export function sorted(ids: string[]): string[] {
  return ids
    .map((id) => ({ id, bytes: encoder.encode(id) }))
    .sort((one, other) => compareBytes(one.bytes, other.bytes))
    .map(({ id }) => id)
}

export const listOf = (ids: string[]) => sorted(ids).map((id) => `${id}\n`).join('')

export async function seedOf(
  { draw, late }: { draw: string; late: string },
  list: Uint8Array,
  shown: { party: string; secret: string }[],
): Promise<Uint8Array> {
  const order = sorted(shown.map(({ party }) => party))
  const parts = order.flatMap((party) => {
    const { secret } = shown.find((each) => each.party === party)!
    return [nought, encoder.encode(party), nought, fromHex(secret)]
  })
  return sha256(
    'banshi-seed-v1', nought, draw, nought, list, ...parts, nought, await sha256(late),
  )
}

// The numbers that follow from a seed, one after another.
async function numbersOf(seed: Uint8Array) {
  const key = await crypto.subtle.importKey(
    'raw',
    joined([seed]),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  let used = 0n
  const next = async () => {
    const message = new DataView(new ArrayBuffer(8))
    message.setBigUint64(0, used++)
    return new DataView(await crypto.subtle.sign('HMAC', key, message)).getBigUint64(0)
  }
  return async (limit: number) => {
    const most = (2n ** 64n / BigInt(limit)) * BigInt(limit)
    let number = await next()
    while (number >= most) number = await next()
    return Number(number % BigInt(limit))
  }
}

export async function winnersOf(
  seed: Uint8Array,
  ids: string[],
  places: number,
): Promise<string[]> {
  const list = sorted(ids)
  const below = await numbersOf(seed)
  for (let at = 0; at < places; ++at) {
    const other = at + (await below(list.length - at))
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
  return list.slice(0, places)
}

async function checkParty(draw: string, each: DrawParty): Promise<DrawCheck> {
  const { party, secret, commitment, left_out } = each
  const fits = secret !== undefined && (await commitmentOf(draw, party, secret)) === commitment
  if (left_out === 'mismatch') return { what: 'mismatch', party, holds: !fits }
  if (left_out) return { what: 'left_out', party, holds: secret === undefined }
  return { what: 'shown', party, holds: fits }
}

export async function recompute(file: DrawFile): Promise<DrawCheck[]> {
  const list = await sha256(listOf(file.entered))
  const parties = await Promise.all(file.parties.map((each) => checkParty(file.draw, each)))
  const shown = file.parties.flatMap(({ party, secret, left_out }) =>
    secret && !left_out ? [{ party, secret }] : [],
  )
  const seed = await seedOf(file, list, shown)
  const enough = file.places <= file.entered.length
  const winners = enough ? await winnersOf(seed, file.entered, file.places) : []
  return [
    { what: 'list', holds: toHex(list) === file.list },
    ...parties,
    { what: 'seed', holds: toHex(seed) === file.seed },
    { what: 'winners', holds: enough && winners.join('\n') === file.winners.join('\n') },
  ]
}
