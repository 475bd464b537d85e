// Which call stands largest 大屏: each one for ten seconds at least, the earlier call first. One
// whose turn came later than thirty seconds after it was made is not spoken any more; it stands
// among the last calls from the beginning, so nobody learns of it late.

export interface Timed {
  call: string // its id
  madeAt: number // when it was made, by the clock that `now` comes from
}

export const hold = 10_000
export const tooOld = 30_000

export class Turns<Call extends Timed> {
  shown: Call | undefined
  private shownAt = -Infinity
  private newest: Call | undefined
  private waiting: Call[] = []
  private seen = new Set<string>()

  // The calls of a new state, the newest first.
  hear(calls: Call[]) {
    this.waiting.push(...calls.filter(({ call }) => !this.seen.has(call)).reverse())
    this.seen = new Set(calls.map(({ call }) => call))
    this.newest = calls[0]
  }

  // The call whose turn begins now, to be spoken. Nothing while the last one still holds; when
  // nobody's turn it is, the newest stands there in silence.
  next(now: number): Call | undefined {
    if (now - this.shownAt < hold) return undefined
    this.waiting = this.waiting.filter(({ madeAt }) => now - madeAt <= tooOld)
    const call = this.waiting.shift()
    this.shown = call ?? this.newest
    if (call) this.shownAt = now
    return call
  }
}
