import { describe, expect, test } from 'vitest'
import { placeView, roundMap } from '../../src/site/map-view.ts'
import { spread } from '../../src/site/spread.ts'
import { aProposal, aReader, aRound, aRoundPage, council } from './site-data.ts'

const edges = { file: 'map.svg', north: 56, east: 12, south: 55, west: 10 } as const
const frame = { x: 0, y: 100, width: 1000, height: 500 }
const site = { council, about: '', guides: [], rounds: [], map: { edges, frame, svg: '' } }
const at = (id: string, latitude: number, longitude: number, changes = {}) =>
  aProposal(id, { place: { name: `Near the ${id}`, latitude, longitude }, ...changes })

describe('the place of a proposal', () => {
  test.each([
    ['in the middle of its part', 55.5, 11, [500, 350], '300 216.7 400 266.7'],
    ['in a corner of the map', 56, 10, [0, 100], '0 100 400 266.7'],
    ['in the other corner', 55, 12, [1000, 600], '600 333.3 400 266.7'],
  ])('is marked %s', (_, latitude, longitude, [x, y], viewBox) => {
    const map = placeView(at('park', latitude, longitude), site)?.map
    expect(map).toMatchObject({ mark: { x, y }, viewBox })
    expect(map?.src).toBe(`/map.svg#svgView(viewBox(${viewBox.replaceAll(' ', ',')}))`)
  })

  test('stands in words alone without degrees or without a map, and not at all without words', () => {
    const words = { name: 'Near the park', map: undefined }
    expect(placeView(at('park', 55, 11), { ...site, map: undefined })).toEqual(words)
    expect(placeView(aProposal('park', { place: { name: words.name } }), site)).toEqual(words)
    expect(placeView(aProposal('park'), site)).toBeUndefined()
  })
})

describe('the map of a round', () => {
  const mapOf = (...proposals: Parameters<typeof aRoundPage>[1]) =>
    roundMap(aRoundPage(aRound(), proposals), site, aReader('da'))

  test('numbers what is on the ballot from north to south, and leads to it', () => {
    const map = mapOf(
      ...[at('pond', 55.1, 11), at('hill', 55.9, 10.4), aProposal('choir')],
      at('hut', 55.5, 11, { standing: 'withdrawn', reason: 'It was taken back.' }),
    )
    expect(map?.places.map(({ number, title, href }) => [number, title, href])).toEqual([
      [1, 'The hill', '/da/rounds/spring/proposals/hill/'],
      [2, 'The pond', '/da/rounds/spring/proposals/pond/'],
    ])
    expect(map?.places[0]).toMatchObject({ x: 200, y: 150 })
  })

  test('is left out where it would show one proposal, or too many to tell apart', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => at(`p${index}`, 55.5, 10 + index / 30))
    expect(mapOf(...many(1))).toBeUndefined()
    expect(mapOf(...many(40))?.places).toHaveLength(40)
    expect(mapOf(...many(41))).toBeUndefined()
  })
})

describe('spread', () => {
  const nearest = (points: readonly { x: number; y: number }[]) =>
    Math.min(
      ...points.flatMap((a, index) =>
        points.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
      ),
    )

  test('moves apart what lies on one point or nearly, and nothing else', () => {
    const alone = { x: 300, y: 300 }
    const spot = [alone, { x: 10, y: 10 }, { x: 10, y: 10 }, { x: 12, y: 10 }, { x: 10, y: 10 }]
    const apart = spread(spot, 40)
    expect(apart[0]).toEqual(alone)
    expect(nearest(spot)).toBe(0)
    expect(nearest(apart)).toBeGreaterThan(39)
    expect(spread(spot, 40)).toEqual(apart)
  })
})
