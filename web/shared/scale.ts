// Axes of the small charts: from 0, at most three lines.
export interface Scale {
  top: number
  lines: number[]
}

export function scaleFor(greatest: number): Scale {
  const rough = Math.max(greatest, 1) / 2
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * unit).find((each) => each >= rough)!
  const whole = Math.max(1, Math.ceil(step))
  const count = Math.max(1, Math.ceil(greatest / whole))
  return { top: whole * count, lines: [0, 1, 2].filter((n) => n <= count).map((n) => n * whole) }
}

export interface Point {
  x: number
  y: number
}

export function path(points: Point[]): string {
  const place = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return points.map((point, at) => (at === 0 ? 'M' : 'L') + place(point)).join('')
}

// A gap in the values is a gap in the line: the runs between missing values.
export function runsOf<Value>(values: (Value | null)[]): { at: number; value: Value }[][] {
  const runs: { at: number; value: Value }[][] = [[]]
  values.forEach((value, at) => {
    if (value === null) runs.push([])
    else runs[runs.length - 1]!.push({ at, value })
  })
  return runs.filter((run) => run.length > 0)
}
