// The map of a page: <PlaceField> to say where, <ProblemMap> to see where, <WallMap> for a wall.
// Each is fetched when it is first shown; Leaflet comes only where a site has its own map.
import { part } from '../part'
import { loadWords } from './words'

export type { Point } from './coordinates'
export { placeInWords, seePlace } from './place'
export type { ChosenPlace, Place } from './place'
export type { Problem, StreetFigures } from './streets'

const withWords = async <Shown>(shown: Promise<Shown>) =>
  (await Promise.all([shown, loadWords()]))[0]

export const PlaceField = part(() => withWords(import('./PlaceField.vue')))
export const ProblemMap = part(() => withWords(import('./ProblemMap.vue')))
export const WallMap = part(() => withWords(import('./WallMap.vue')))
