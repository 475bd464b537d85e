// Advice as the map shows it: how much of it each street has, and what has a point.
import type { Problem as Mark, StreetFigures } from '@shared/map'
import { hrefOf } from '../router'
import type { VoiceMap, VoiceRow } from './api'

export const figuresOf = ({ streets }: VoiceMap): StreetFigures[] =>
  streets.map(({ street, open, levels: [one = 0, two = 0, three = 0] }) => ({
    street,
    open,
    levels: [one, two, three],
  }))

export const marksOf = (rows: VoiceRow[]): Mark[] =>
  rows.flatMap(({ number, title, level, latitude, longitude }) =>
    latitude === undefined || longitude === undefined
      ? []
      : [
          {
            number,
            title,
            level: level as Mark['level'],
            point: { latitude, longitude },
            href: hrefOf(`/voices/${number}`),
          },
        ],
  )
