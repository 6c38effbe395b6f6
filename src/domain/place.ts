/**
 * Places: where a proposal is, and the council's own map that it is shown on.
 *
 * Pure. Invariant: a point that is shown is on the map. Degrees are those of every phone (WGS 84); on a map as
 * small as a council they are taken as straight lines. Decided in docs/decisions/0021.
 */
import * as v from 'valibot'
import { lineOf } from './written-text.ts'

const degrees = (most: number, example: string) =>
  v.pipe(
    v.number(`write degrees such as ${example}`),
    v.minValue(-most, `write degrees from -${most} to ${most}`),
    v.maxValue(most, `write degrees from -${most} to ${most}`),
  )
const latitude = degrees(90, '55.6761')
const longitude = degrees(180, '12.5683')

export const PlaceSchema = v.pipe(
  v.strictObject({
    /** Where it is, as residents say it: "The cinder path from Engsvinget to the hall". */
    name: lineOf(2, 120),
    /** Degrees north, as a phone shows them: 55.6761. With a longitude, or leave both out. */
    latitude: v.optional(latitude),
    /** Degrees east, as a phone shows them: 12.5683. */
    longitude: v.optional(longitude),
  }),
  v.check(
    (place) => (place.latitude === undefined) === (place.longitude === undefined),
    'write latitude and longitude, or neither',
  ),
)

export const MAP_FILES = ['map.svg', 'map.png', 'map.jpg', 'map.webp'] as const

export const MapSchema = v.pipe(
  v.strictObject({
    /** The map's file beside council.md: map.svg, map.png, map.jpg or map.webp. */
    file: v.picklist(MAP_FILES, `write one of ${MAP_FILES.join(', ')}`),
    /** Degrees of its upper edge. */
    north: latitude,
    /** Degrees of its right edge. */
    east: longitude,
    /** Degrees of its lower edge. */
    south: latitude,
    /** Degrees of its left edge. */
    west: longitude,
    /** Who drew it, where that must be said: "© OpenStreetMap contributors". */
    credit: v.optional(lineOf(2, 120)),
  }),
  v.forward(
    v.check(({ north, south }) => north > south, 'write more than south'),
    ['north'],
  ),
  v.forward(
    v.check(({ east, west }) => east > west, 'write more than west'),
    ['east'],
  ),
)

export type Place = v.InferOutput<typeof PlaceSchema>
export type MapEdges = v.InferOutput<typeof MapSchema>

/** A point as shares of a map's width and height, from its upper left corner. */
export type MapPoint = { readonly across: number; readonly down: number }

/** Where a place is on a map; undefined where it has no degrees. */
export function pointOn(map: MapEdges, place: Place): MapPoint | undefined {
  if (place.latitude === undefined || place.longitude === undefined) return undefined
  return {
    across: (place.longitude - map.west) / (map.east - map.west),
    down: (map.north - place.latitude) / (map.north - map.south),
  }
}

/** What is wrong with a place, in words for its author; undefined where nothing is. */
export function placeProblem(place: Place, map: MapEdges | undefined): string | undefined {
  const point = map && pointOn(map, place)
  if (!map || !point || [point.across, point.down].every((share) => share >= 0 && share <= 1))
    return undefined
  const { north, east, south, west } = map
  return (
    `place: found ${place.latitude}, ${place.longitude}, expected a point on the map of council.md: ` +
    `latitude ${south} to ${north}, longitude ${west} to ${east}`
  )
}
