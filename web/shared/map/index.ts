// The map of a page: <PlaceField> to say where, <ProblemMap> to see where, <WallMap> for a wall.
// Each is fetched when it is first shown; Leaflet comes only where a site has its own map.
import { defineAsyncComponent } from 'vue'
import { loadWords } from './words'

export type { Point } from './coordinates'
export { placeInWords, seePlace } from './place'
export type { ChosenPlace, Place } from './place'
export type { Problem, StreetFigures } from './streets'

async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  await loadWords()
  return part
}

export const PlaceField = defineAsyncComponent(() => withWords(import('./PlaceField.vue')))
export const ProblemMap = defineAsyncComponent(() => withWords(import('./ProblemMap.vue')))
export const WallMap = defineAsyncComponent(() => withWords(import('./WallMap.vue')))
