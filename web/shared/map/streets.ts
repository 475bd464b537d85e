// Figures of streets and how they are laid out: always the same for the same streets.
import type { Point } from './coordinates'

export type Levels = [one: number, two: number, three: number]

export interface StreetFigures {
  street: string
  open: number
  levels: Levels // of the open ones, how many have reached level 1, 2, 3 at most
}

export interface Problem {
  number: string
  title: string
  level: 0 | 1 | 2 | 3
  point: Point // WGS 84, ten-millionths of a degree
  href: string
}

export interface Tile extends StreetFigures {
  name: string
  share: number // of the street with most, 0..1
}

// One tile a street, in the order of the district's own list; figures of streets that the list
// does not know are left out, a street without figures has none open.
export function tilesOf(
  streets: { street: string; name: string }[],
  figures: StreetFigures[],
): Tile[] {
  const by = new Map(figures.map((each) => [each.street, each]))
  const most = Math.max(1, ...streets.map(({ street }) => by.get(street)?.open ?? 0))
  return streets.map(({ street, name }) => {
    const { open, levels } = by.get(street) ?? { open: 0, levels: [0, 0, 0] as Levels }
    return { street, name, open, levels, share: open / most }
  })
}

// Columns of a grid that fills a box of this shape (width : height) with tiles of about the wanted
// shape, and leaves the fewest places empty.
export function columnsFor(count: number, box: number, wanted = 2): number {
  let best = { columns: 1, cost: Infinity }
  for (let columns = 1; columns <= count; ++columns) {
    const rows = Math.ceil(count / columns)
    const shape = ((box / columns) * rows) / wanted
    const cost = Math.abs(Math.log(shape)) + (columns * rows - count) / count
    if (cost < best.cost) best = { columns, cost }
  }
  return best.columns
}

export interface Group<Item> {
  x: number
  y: number
  items: Item[]
}

// Marks of this size that would lie on each other become one, where the first of them stands.
export function grouped<Item extends { x: number; y: number }>(
  items: Item[],
  mark: { width: number; height: number },
): Group<Item>[] {
  const groups: Group<Item>[] = []
  for (const item of items) {
    const under = groups.find(
      ({ x, y }) => Math.abs(x - item.x) < mark.width && Math.abs(y - item.y) < mark.height,
    )
    if (under) under.items.push(item)
    else groups.push({ x: item.x, y: item.y, items: [item] })
  }
  return groups
}

export function sumOf(all: Levels[]): Levels {
  const sum = (at: 0 | 1 | 2) => all.reduce((total, levels) => total + levels[at], 0)
  return [sum(0), sum(1), sum(2)]
}

export function levelsOf(level: Problem['level']): Levels {
  return [Number(level === 1), Number(level === 2), Number(level === 3)]
}
