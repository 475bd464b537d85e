// What the map uses of Leaflet, which brings no types of its own.
declare module 'leaflet/dist/leaflet-src.esm.js' {
  export interface LatLng {
    lat: number
    lng: number
  }
  export interface Pixel {
    x: number
    y: number
  }
  export interface Bounds {
    isValid(): boolean
    getCenter(): LatLng
    getNorthEast(): LatLng
    getSouthWest(): LatLng
  }
  export interface GeoFeature {
    properties: Record<string, unknown> | null
  }
  export interface Layer {
    feature?: GeoFeature // of which it is the drawing
    addTo(to: LeafletMap | Group): this
    on(event: string, heard: (event: { latlng: LatLng; layer: Layer }) => void): this
    getBounds(): Bounds
    getElement(): HTMLElement | undefined
    bringToFront(): this
  }
  export interface Group extends Layer {
    clearLayers(): this
    eachLayer(each: (layer: Layer) => void): this
  }
  export interface LeafletMap {
    fitBounds(bounds: Bounds, options?: object): this
    setView(at: LatLng, zoom: number): this
    dragging: { enable(): void; disable(): void }
    getCenter(): LatLng
    getZoom(): number
    getBoundsZoom(bounds: Bounds): number
    zoomIn(): this
    zoomOut(): this
    project(at: LatLng): Pixel
    unproject(at: [number, number]): LatLng
    on(event: string, heard: (event: { latlng: LatLng }) => void): this
    remove(): this
    invalidateSize(): this
  }
  export function map(element: HTMLElement, options: object): LeafletMap
  export function geoJSON(data: object, options: object): Group
  export function layerGroup(): Group
  export function marker(at: LatLng, options: object): Layer
  export function divIcon(options: object): object
}
