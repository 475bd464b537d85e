// Leaflet with the site's own GeoJSON: nothing from another host, no animation, every point
// turned into the datum of the file where it is drawn and back where it is pressed.
import * as leaflet from 'leaflet/dist/leaflet-src.esm.js'
import { district } from '../place'
import { degreesOf, fromWgs84, toWgs84, wholeOf, type Datum, type Point } from './coordinates'
import { grouped, levelsOf, type Levels, type Problem, type Tile } from './streets'

const cell = 56 // pixels; a mark is not wider

export interface Shown {
  tiles: Tile[]
  problems: Problem[]
  chosen?: string
  pin?: Point
}

export interface Words {
  street(tile: Tile): string
  group(problems: Problem[]): string
}

export interface Heard {
  street(street: string): void
  problem(problem: Problem): void
  point(point: Point): void
}

// A feature is a street when it carries the street's code, or its name.
function streetOf(properties: Record<string, unknown> | null, tiles: Tile[]): Tile | undefined {
  const { code, name } = properties ?? {}
  return tiles.find((tile) => tile.street === String(code)) ??
    tiles.find((tile) => tile.name === name)
}

export async function fetchMap(): Promise<object> {
  const reply = await fetch(`/${encodeURIComponent(district())}/map.geojson`)
  if (!reply.ok) throw new Error(`map.geojson: ${reply.status}`)
  return reply.json()
}

function markOf(count: number, levels: Levels): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'figure'
  mark.textContent = count.toLocaleString('en-US')
  const highest = levels.findLastIndex((each) => each > 0)
  if (highest >= 0) {
    const level = document.createElement('span')
    level.className = `lv l${highest + 1}`
    level.textContent = String(levels[highest])
    mark.append(level)
  }
  return mark
}

// Returns what draws the map anew. Throws where the file holds nothing to draw.
export function openMap(
  element: HTMLElement,
  file: object,
  datum: Datum,
  words: Words,
  heard: Heard,
) {
  const map = leaflet.map(element, {
    zoomControl: false, // buttons with words stand below
    attributionControl: false,
    scrollWheelZoom: false, // a page must still scroll
    zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false,
    zoomSnap: 0.5, zoomDelta: 0.5,
  })
  let shown: Shown = { tiles: [], problems: [] }

  const isChosen = (feature: leaflet.GeoFeature) =>
    shown.chosen !== undefined &&
    streetOf(feature.properties, shown.tiles)?.street === shown.chosen
  const streets = leaflet.geoJSON(file, {
    style: { className: 'area' },
    pointToLayer: () => leaflet.layerGroup(), // signs of the file are not drawn, areas are
  })
  if (!streets.getBounds().isValid()) throw new Error('map.geojson: nothing to draw')
  streets.on('click', (event) => {
    const pressed = (event as unknown as { layer: { feature?: leaflet.GeoFeature } }).layer
    const street = pressed.feature && streetOf(pressed.feature.properties, shown.tiles)
    if (street) heard.street(street.street)
  })
  streets.addTo(map)
  const whole = () => map.fitBounds(streets.getBounds(), { padding: [8, 8] })
  whole()
  map.on('click', ({ latlng }) => heard.point(pointAt(latlng)))

  const marks = leaflet.layerGroup().addTo(map)
  const latLng = (point: Point) => {
    const { latitude, longitude } = fromWgs84(degreesOf(point), datum)
    return { lat: latitude, lng: longitude }
  }
  const pointAt = ({ lat, lng }: leaflet.LatLng) =>
    wholeOf(toWgs84({ latitude: lat, longitude: lng }, datum))

  function mark(at: leaflet.LatLng, content: HTMLElement, label: string, press: () => void) {
    const icon = leaflet.divIcon({ html: content, className: 'mark', iconSize: null })
    const layer = leaflet.marker(at, { icon, keyboard: true }).on('click', press).addTo(marks)
    layer.getElement()?.setAttribute('aria-label', label)
  }

  function drawProblems() {
    const placed = shown.problems.map((problem) => {
      const at = latLng(problem.point)
      return { problem, at, ...map.project(at) }
    })
    for (const { x, y, items } of grouped(placed, cell)) {
      const problems = items.map((item) => item.problem)
      const press = () =>
        problems.length === 1 ? heard.problem(problems[0]!) : map.setView(middle, map.getZoom() + 1)
      const middle = map.unproject([x, y])
      mark(middle, markOf(items.length, levelsOf(problems)), words.group(problems), press)
    }
  }

  function drawStreets() {
    streets.eachLayer((layer) => {
      const tile = layer.feature && streetOf(layer.feature.properties, shown.tiles)
      if (!tile || tile.open === 0) return
      const press = () => heard.street(tile.street)
      mark(layer.getBounds().getCenter(), markOf(tile.open, tile.levels), words.street(tile), press)
    })
  }

  function draw(next: Shown) {
    shown = next
    marks.clearLayers()
    streets.eachLayer((layer) =>
      layer.getElement?.()?.classList.toggle('chosen', !!layer.feature && isChosen(layer.feature)),
    )
    if (shown.problems.length > 0) drawProblems()
    else drawStreets()
    if (!shown.pin) return
    const icon = leaflet.divIcon({ className: 'pin', iconSize: null })
    leaflet.marker(latLng(shown.pin), { icon, keyboard: false, interactive: false }).addTo(marks)
  }
  map.on('zoomend', () => draw(shown))

  return {
    draw,
    whole,
    closer: () => map.zoomIn(),
    farther: () => map.zoomOut(),
    middle: () => pointAt(map.getCenter()),
    resized: () => map.invalidateSize(),
    close: () => map.remove(),
  }
}
