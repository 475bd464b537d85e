// Checks that an entry is in the public record, on the reader's own device: RFC 9162 with
// SHA-256, leaf = H(0x00 || body), node = H(0x01 || left || right).

async function hash(prefix: number, ...parts: Uint8Array[]): Promise<Uint8Array> {
  const length = parts.reduce((sum, part) => sum + part.length, 1)
  const bytes = new Uint8Array(length)
  bytes[0] = prefix
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export function fromHex(text: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/i.test(text)) throw new Error('not hex')
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function leafOf(body: string): Promise<string> {
  return toHex(await hash(0, new TextEncoder().encode(body)))
}

export interface Inclusion {
  seq: number // of the entry, from 0
  size: number // of the record that the root stands for
  leaf: string
  proof: string[] // from the leaf's neighbour up
}

// The root that the proof leads to, or nothing when the proof cannot be one (RFC 9162 2.1.3.2).
export async function rootOf({ seq, size, leaf, proof }: Inclusion): Promise<string | undefined> {
  const steps = [leaf, ...proof].map(fromHex)
  if (seq < 0 || seq >= size || steps.some((step) => step.length !== 32)) return undefined
  let [place, last, root] = [seq, size - 1, steps[0]!]
  for (const step of steps.slice(1)) {
    if (last === 0) return undefined
    if (place % 2 === 1 || place === last) {
      root = await hash(1, step, root)
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2)
        last = Math.floor(last / 2)
      }
    } else {
      root = await hash(1, root, step)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? toHex(root) : undefined
}

export interface Growth {
  from: { size: number; root: string }
  to: { size: number; root: string }
  proof: string[]
}

// Is the record of the greater size the smaller one with entries added? (RFC 9162 2.1.4.2)
export async function grew({ from, to, proof }: Growth): Promise<boolean> {
  if (from.size === 0 || from.size > to.size) return false
  if (from.size === to.size) return proof.length === 0 && from.root === to.root
  const steps = proof.map(fromHex)
  // A whole tree of the first size is a node of the second: its root needs no proof.
  if (Number.isInteger(Math.log2(from.size))) steps.unshift(fromHex(from.root))
  if (steps.length === 0 || steps.some((step) => step.length !== 32)) return false
  let [place, last] = [from.size - 1, to.size - 1]
  for (; place % 2 === 1; place = Math.floor(place / 2)) last = Math.floor(last / 2)
  let [old, root] = [steps[0]!, steps[0]!]
  for (const step of steps.slice(1)) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      old = await hash(1, step, old)
      root = await hash(1, step, root)
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2)
        last = Math.floor(last / 2)
      }
    } else {
      root = await hash(1, root, step)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && toHex(old) === from.root && toHex(root) === to.root
}
