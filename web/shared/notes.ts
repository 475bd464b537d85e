// Signed notes, checkpoints and proof files (C2SP signed-note, tlog-checkpoint, tlog-cosignature,
// tlog-proof), read as strictly as the server writes them.
import { toHex } from './proof.ts'

// By the browser where it knows Ed25519, else by hand.
export async function verifies(
  key: Uint8Array,
  text: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  try {
    const algorithm = { name: 'Ed25519' }
    const known = await crypto.subtle.importKey('raw', key.slice(), algorithm, false, ['verify'])
    return await crypto.subtle.verify(algorithm, known, signature.slice(), text.slice())
  } catch {
    const { verifiesByHand } = await import('./ed25519.ts')
    return verifiesByHand(key, text, signature)
  }
}

export interface NoteSignature {
  name: string
  id: string // hex
  bytes: Uint8Array // behind the id
}
export interface Note {
  text: string // what is signed, with its last newline
  signatures: NoteSignature[]
}
export interface Checkpoint {
  origin: string
  size: number
  root: string // hex
}
export interface VerifierKey {
  name: string
  id: string
  kind: 'log' | 'witness'
  bytes: Uint8Array
}
export interface ProofFile {
  seq: number
  proof: string[] // hex
  note: Note
}

const utf8 = new TextEncoder()

function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  return btoa(String.fromCharCode(...bytes)) === text ? bytes : undefined
}

const sizeOf = (text: string | undefined) =>
  text !== undefined && /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : undefined

export function readNote(whole: string): Note | undefined {
  const end = whole.lastIndexOf('\n\n')
  if (end < 0 || !whole.endsWith('\n')) return undefined
  const signatures: NoteSignature[] = []
  for (const line of whole.slice(end + 2, -1).split('\n')) {
    const [, name, base64] = line.match(/^\u2014 (\S+) (\S+)$/) ?? []
    const bytes = fromBase64(base64 ?? '')
    if (name === undefined || !bytes || bytes.length < 5) return undefined
    signatures.push({ name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) })
  }
  return { text: whole.slice(0, end + 1), signatures }
}

export function readCheckpoint({ text }: Note): Checkpoint | undefined {
  const [origin, size, root] = text.split('\n')
  const [whole, hash] = [sizeOf(size), fromBase64(root ?? '')]
  if (!origin || whole === undefined || hash?.length !== 32) return undefined
  return { origin, size: whole, root: toHex(hash) }
}

// name+id+base64(kind || key), where the id must be that of name and key.
export async function readKey(text: string): Promise<VerifierKey | undefined> {
  const [, name, id, base64] = text.trim().match(/^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/) ?? []
  const bytes = fromBase64(base64 ?? '')
  if (name === undefined || id === undefined || bytes?.length !== 33) return undefined
  const named = new Uint8Array([...utf8.encode(`${name}\n`), ...bytes])
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', named))
  const kind = bytes[0] === 1 ? 'log' : bytes[0] === 4 ? 'witness' : undefined
  if (!kind || toHex(hash.subarray(0, 4)) !== id) return undefined
  return { name, id, kind, bytes: bytes.subarray(1) }
}

// A witness signs the moment too.
function signedText(key: VerifierKey, note: Note, bytes: Uint8Array) {
  if (key.kind === 'log') return { text: utf8.encode(note.text), signature: bytes }
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  const text = utf8.encode(`cosignature/v1\ntime ${seconds}\n${note.text}`)
  return { text, signature: bytes.subarray(8) }
}

// Nothing where this key did not sign at all.
export async function signedBy(note: Note, key: VerifierKey): Promise<boolean | undefined> {
  const own = note.signatures.find(({ name, id }) => name === key.name && id === key.id)
  if (!own) return undefined
  if (own.bytes.length !== (key.kind === 'log' ? 64 : 72)) return false
  const { text, signature } = signedText(key, note, own.bytes)
  return verifies(key.bytes, text, signature)
}

export function readProofFile(whole: string): ProofFile | undefined {
  const [first, ...lines] = whole.split('\n')
  if (first !== 'c2sp.org/tlog-proof@v1') return undefined
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const seq = sizeOf(lines.shift()?.match(/^index (\d+)$/)?.[1])
  const end = lines.indexOf('')
  if (seq === undefined || end < 0 || end > 63) return undefined
  const hashes = lines.slice(0, end).map(fromBase64)
  const note = readNote(lines.slice(end + 1).join('\n'))
  if (!note || hashes.some((hash) => hash?.length !== 32)) return undefined
  return { seq, proof: hashes.map((hash) => toHex(hash!)), note }
}
