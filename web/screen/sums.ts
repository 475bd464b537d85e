// What the wall says of all halls together. Shares are over people, never means of shares.
import type { HallFigures } from './hall'

export function sum(halls: HallFigures[], of: (hall: HallFigures) => number): number {
  return halls.reduce((total, hall) => total + of(hall), 0)
}

// Those who have a number and have not come to an end: waiting, called, at a window or parked.
// Bookings of later hours are not among them.
export function presentNow({ counts }: HallFigures): number {
  const ended = counts.served + counts.left + counts.unserved + counts.unfinished
  return Math.max(0, counts.issued - ended)
}

// Whole percent; nothing where there is nobody to have a share.
export function percent(part: number, whole: number): number | undefined {
  return whole > 0 ? Math.round((100 * part) / whole) : undefined
}

export function withinTarget(halls: HallFigures[]): number | undefined {
  const within = sum(halls, ({ waits }) => (waits.people * waits.within_target_percent) / 100)
  return percent(within, sum(halls, ({ waits }) => waits.people))
}

export function topThree(halls: HallFigures[]): number | undefined {
  const top = sum(halls, ({ grades }) => (grades.graded * grades.top_three_percent) / 100)
  return percent(top, sum(halls, ({ grades }) => grades.graded))
}

// The hall where most people wait now; its day stands in the chart.
export function fullest(halls: HallFigures[]): HallFigures | undefined {
  return halls.reduce<HallFigures | undefined>((most, hall) => {
    const busier = !most || hall.waiting > most.waiting
    const asBusy = hall.waiting === most?.waiting && hall.counts.issued > most.counts.issued
    return busier || asBusy ? hall : most
  }, undefined)
}
