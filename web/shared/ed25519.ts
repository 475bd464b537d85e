// Ed25519 signatures (RFC 8032) with whole numbers alone, for browsers that do not know them.

const p = (1n << 255n) - 19n
const order = (1n << 252n) + 27742317777372353535851937790883648493n

const mod = (a: bigint, by = p) => ((a % by) + by) % by

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, mod(base)]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % p
    square = (square * square) % p
  }
  return result
}

const d = mod(-121665n * power(121666n, p - 2n))
const rootOfMinusOne = power(2n, (p - 1n) / 4n)

interface Point {
  x: bigint
  y: bigint
  z: bigint
  t: bigint
}
const zero: Point = { x: 0n, y: 1n, z: 1n, t: 0n }

// Least significant byte first.
function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
}

function pointOf(bytes: Uint8Array): Point | undefined {
  const whole = numberOf(bytes)
  const y = whole & ((1n << 255n) - 1n)
  if (y >= p) return undefined
  const [u, v] = [mod(y * y - 1n), mod(d * y * y + 1n)]
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (p - 5n) / 8n))
  if (mod(v * x * x) !== u) x = mod(x * rootOfMinusOne)
  if (mod(v * x * x) !== u) return undefined
  const odd = whole >> 255n
  if (x === 0n && odd === 1n) return undefined
  if ((x & 1n) !== odd) x = p - x
  return { x, y, z: 1n, t: mod(x * y) }
}

function add(a: Point, b: Point): Point {
  const A = mod((a.y - a.x) * (b.y - b.x))
  const B = mod((a.y + a.x) * (b.y + b.x))
  const C = mod(2n * a.t * d * b.t)
  const D = mod(2n * a.z * b.z)
  const [E, F, G, H] = [B - A, D - C, D + C, B + A]
  return { x: mod(E * F), y: mod(G * H), z: mod(F * G), t: mod(E * H) }
}

function times(point: Point, factor: bigint): Point {
  let [sum, double] = [zero, point]
  for (let rest = factor; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = add(sum, double)
    double = add(double, double)
  }
  return sum
}

const same = (a: Point, b: Point) =>
  mod(a.x * b.z) === mod(b.x * a.z) && mod(a.y * b.z) === mod(b.y * a.z)

const base = pointOf(Uint8Array.from([0x58, ...Array.from({ length: 31 }, () => 0x66)]))!

export async function verifiesByHand(
  key: Uint8Array,
  text: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (signature.length !== 64 || key.length !== 32) return false
  const [a, r] = [pointOf(key), pointOf(signature.subarray(0, 32))]
  const s = numberOf(signature.subarray(32))
  if (!a || !r || s >= order) return false
  const all = new Uint8Array([...signature.subarray(0, 32), ...key, ...text])
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-512', all))
  return same(times(base, s), add(r, times(a, mod(numberOf(hash), order))))
}
