// Families as beads: paid, with their money at hand, or without it yet. Where they are many, one
// bead stands for several, and is what the last of them is.

export type Bead = 'paid' | 'ready' | 'missing'

const most = 150

export function beadsOf(families: number, paid: number, enoughFor: number) {
  const ready = Math.max(paid, Math.min(enoughFor, families))
  const each = Math.max(1, Math.ceil(families / most))
  const stateAt = (family: number): Bead =>
    family <= paid ? 'paid' : family <= ready ? 'ready' : 'missing'
  const beads = Array.from({ length: Math.ceil(families / each) }, (_, at) =>
    stateAt(Math.min((at + 1) * each, families)),
  )
  const counts = { paid, ready: ready - paid, missing: families - ready }
  return { each, beads, counts }
}
