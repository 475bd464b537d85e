// Leaflet with the site's own GeoJSON: nothing from another host, no animation, every point
// turned into the datum of the file where it is drawn and back where it is pressed.
import * as leaflet from 'leaflet/dist/leaflet-src.esm.js'
import { district } from '../place'
import { degreesOf, fromWgs84, toWgs84, wholeOf, type Datum, type Point } from './coordinates'
import { markOf, nameOf, part, sizeOf } from './marks'
import { grouped, levelsOf, sumOf, type Levels, type Problem, type Tile } from './streets'

export interface Shown {
  tiles: Tile[]
  problems: Problem[]
  chosen?: string
  pin?: Point
  names?: boolean // of the streets alone, where a place is looked for
}

export interface Words {
  street(tile: Tile): string
  group(count: number): string
}

export interface Heard {
  street(street: string): void
  problem(problem: Problem): void
  point(point: Point): void
}

interface Item {
  at: leaflet.LatLng
  x: number
  y: number
  count: number
  levels: Levels
  name?: string
  label: string
  press(): void
}

// A feature is a street when it carries the street's code, or its name.
function streetOf(layer: { feature?: leaflet.GeoFeature }, tiles: Tile[]): Tile | undefined {
  const { code, name } = layer.feature?.properties ?? {}
  return (
    tiles.find((tile) => tile.street === String(code)) ?? tiles.find((tile) => tile.name === name)
  )
}

export async function fetchMap(): Promise<object> {
  const reply = await fetch(`/${encodeURIComponent(district())}/map.geojson`)
  if (!reply.ok) throw new Error(`map.geojson: ${reply.status}`)
  return reply.json()
}

const options = {
  zoomControl: false, // buttons with words stand below
  attributionControl: false,
  scrollWheelZoom: false, // a page must still scroll
  dragging: false,
  zoomAnimation: false,
  fadeAnimation: false,
  markerZoomAnimation: false,
  inertia: false,
  zoomSnap: 0,
  maxZoom: 18,
}

// Throws where the file holds nothing to draw.
function openSheet(element: HTMLElement, file: object) {
  const map = leaflet.map(element, options)
  const streets = leaflet.geoJSON(file, {
    style: { className: 'area' },
    filter: ({ geometry }: { geometry?: { type: string } | null }) =>
      geometry != null && !geometry.type.endsWith('Point'), // areas are drawn, signs are not
  })
  if (!streets.getBounds().isValid()) {
    map.remove()
    throw new Error('map.geojson: nothing to draw')
  }
  streets.addTo(map)
  const whole = () => map.fitBounds(streets.getBounds(), { padding: [24, 16] })
  whole()
  return { map, streets, whole }
}

export function openMap(
  element: HTMLElement,
  file: object,
  datum: Datum,
  words: Words,
  heard: Heard,
) {
  const { map, streets, whole } = openSheet(element, file)
  const marks = leaflet.layerGroup().addTo(map)
  const em = Number.parseFloat(getComputedStyle(element).fontSize)
  let shown: Shown = { tiles: [], problems: [] }

  const latLng = (point: Point) => {
    const { latitude, longitude } = fromWgs84(degreesOf(point), datum)
    return { lat: latitude, lng: longitude }
  }
  const pointAt = ({ lat, lng }: leaflet.LatLng) =>
    wholeOf(toWgs84({ latitude: lat, longitude: lng }, datum))

  function problemItem(problem: Problem): Item {
    const at = latLng(problem.point)
    const press = () => heard.problem(problem)
    const levels = levelsOf(problem.level)
    return { at, ...map.project(at), count: 1, levels, label: problem.title, press }
  }

  function streetItems(): Item[] {
    const items: Item[] = []
    streets.eachLayer((layer) => {
      const tile = streetOf(layer, shown.tiles)
      if (!tile) return
      const at = layer.getBounds().getCenter()
      const right = map.project(layer.getBounds().getNorthEast()).x
      const room = right - map.project(layer.getBounds().getSouthWest()).x
      const name = nameOf(tile.name, room, em)
      const press = () => heard.street(tile.street)
      const { open: count, levels } = tile
      items.push({ at, ...map.project(at), count, levels, name, label: words.street(tile), press })
    })
    return items.sort((one, other) => other.count - one.count)
  }

  function drawMark({ items, x, y }: { items: Item[]; x: number; y: number }) {
    const [one] = items
    const at = map.unproject([x, y])
    const alone = items.length === 1
    const count = items.reduce((sum, item) => sum + item.count, 0)
    const html = markOf(count, sumOf(items.map((each) => each.levels)), alone ? one!.name : '')
    // Problems of one spot never part: the nearest view opens the first of them.
    const opens = alone || map.getZoom() >= options.maxZoom
    const press = opens ? one!.press : () => map.setView(at, map.getZoom() + 1)
    const icon = leaflet.divIcon({ html, className: 'mark', iconSize: null })
    const layer = leaflet.marker(at, { icon, keyboard: true }).on('click', press).addTo(marks)
    const element = layer.getElement()!
    element.setAttribute('aria-label', alone ? one!.label : words.group(count))
    element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    })
  }

  function drawStill(at: leaflet.LatLng, className: string, text = '') {
    const icon = leaflet.divIcon({ html: part('', text), className, iconSize: null })
    leaflet.marker(at, { icon, keyboard: false, interactive: false }).addTo(marks)
  }

  function draw(next: Shown) {
    shown = next
    marks.clearLayers()
    streets.eachLayer((layer) => {
      const tile = streetOf(layer, shown.tiles)
      const isChosen = tile !== undefined && tile.street === shown.chosen
      layer.getElement?.()?.classList.toggle('chosen', isChosen)
      if (isChosen) layer.bringToFront()
    })
    const items = shown.problems.length > 0 ? shown.problems.map(problemItem) : streetItems()
    const still = items.filter(({ name, count }) => name && (shown.names || count === 0))
    const counted = shown.names ? [] : items.filter(({ count }) => count > 0)
    still.forEach(({ at, name }) => drawStill(at, 'street', name))
    grouped(counted, sizeOf(items.some(({ name }) => name), em)).forEach(drawMark)
    if (shown.pin) drawStill(latLng(shown.pin), 'pin')
  }

  streets.on('click', ({ layer }) => {
    const street = streetOf(layer, shown.tiles)
    if (street) heard.street(street.street)
  })
  map.on('click', ({ latlng }) => heard.point(pointAt(latlng)))
  // The whole map is not dragged: a finger on it scrolls the page.
  let near = false
  map.on('zoomend', () => {
    near = map.getZoom() > map.getBoundsZoom(streets.getBounds()) + 0.1
    if (near) map.dragging.enable()
    else map.dragging.disable()
    element.classList.toggle('near', near)
    draw(shown)
  })

  function resized() {
    if (element.clientWidth === 0) return // within what is folded away
    map.invalidateSize()
    if (!near) whole()
  }

  return {
    draw,
    whole,
    resized,
    closer: () => map.zoomIn(),
    farther: () => map.zoomOut(),
    middle: () => pointAt(map.getCenter()),
    close: () => map.remove(),
  }
}
