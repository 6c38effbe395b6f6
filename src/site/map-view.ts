/**
 * Maps as pages show them: the part around one proposal, and all proposals of a round with numbers.
 *
 * Pure. Invariant: every part is one and the same file, cut by its address, so that a reader fetches it once
 * for all pages; where there is no map, the words for the place stand alone. Decided in docs/decisions/0021.
 */
import type { Language } from '../domain/council.ts'
import { pointOn } from '../domain/place.ts'
import { tellProposal, type Proposal } from '../domain/proposal.ts'
import { MAP_ADDRESS, roundAddresses } from './addresses.ts'
import { standings } from './list-pages.ts'
import type { BaseMap, Frame, RoundPage, Site } from './load.ts'
import { textLanguage, type Reader } from './reader.ts'
import { spread, type Point } from './spread.ts'

/** Of the map's width; a part keeps the map's sharpness, whatever land it covers. */
const PART = 0.4
/** Width to height of every part, as of the drawings and pictures. */
const RATIO = 3 / 2
/** More numbers could neither be read nor told apart. */
const MOST_MARKS = 40
/** How large a numbered mark is, as a share of the map's width. */
const MARK = 0.021

export type MapSheet = {
  readonly src: string
  /** Of the drawing over it. */
  readonly viewBox: string
  readonly ratio: { readonly width: number; readonly height: number }
  /** What a mark of size 1 is multiplied with. */
  readonly scale: number
  readonly credit: string | undefined
}

export type PlaceView = {
  readonly name: string
  readonly map: (MapSheet & { readonly mark: Point }) | undefined
}

/** Where a proposal is; undefined where its file does not say. */
export function placeView({ place }: Proposal, { map }: Site): PlaceView | undefined {
  if (place === undefined) return undefined
  const point = map && pointOn(map.edges, place)
  if (!map || !point) return { name: place.name, map: undefined }
  const mark = inUnits(point, map.frame)
  return { name: place.name, map: { ...sheet(map, partAround(mark, map.frame)), mark } }
}

export type NumberedPlace = Point & {
  readonly number: number
  readonly href: string
  readonly title: string
  readonly lang: Language | undefined
  readonly name: string
  readonly nameLang: Language | undefined
}

export type RoundMap = MapSheet & { readonly places: readonly NumberedPlace[] }

/** The proposals on the ballot, numbered from north to south; undefined where that shows nothing. */
export function roundMap(page: RoundPage, { map }: Site, reader: Reader): RoundMap | undefined {
  if (map === undefined) return undefined
  const found = standings(page).on.flatMap((proposal) => {
    const point = proposal.place && pointOn(map.edges, proposal.place)
    return point && proposal.place ? [{ proposal, name: proposal.place.name, point }] : []
  })
  if (found.length < 2 || found.length > MOST_MARKS) return undefined
  const ordered = found.toSorted((a, b) => a.point.down - b.point.down)
  const marks = ordered.map(({ point }) => inUnits(point, map.frame))
  const apart = spread(marks, 2 * MARK * map.frame.width)
  const to = roundAddresses(reader.language, page.round.id)
  return {
    ...sheet(map, map.frame),
    scale: round(MARK * map.frame.width),
    places: ordered.map(({ proposal, name }, at) => {
      const { id, title, language } = tellProposal(proposal, reader.language)
      return {
        ...{ number: at + 1, href: to.proposal(id), title, name },
        lang: textLanguage(reader, language),
        nameLang: textLanguage(reader, proposal.language),
        ...(apart[at] ?? { x: 0, y: 0 }),
      }
    }),
  }
}

function sheet({ edges }: BaseMap, { x, y, width, height }: Frame): MapSheet {
  const box = [x, y, width, height].map(round)
  return {
    src: `${MAP_ADDRESS}#svgView(viewBox(${box.join(',')}))`,
    viewBox: box.join(' '),
    ratio: { width: 1200, height: Math.round((1200 * height) / width) },
    scale: round(width / 400),
    credit: edges.credit,
  }
}

function inUnits({ across, down }: { across: number; down: number }, frame: Frame): Point {
  return { x: round(frame.x + across * frame.width), y: round(frame.y + down * frame.height) }
}

/** As near to the middle as the edges of the map allow. */
function partAround({ x, y }: Point, frame: Frame): Frame {
  const width = Math.min(PART * frame.width, RATIO * frame.height)
  const height = width / RATIO
  const held = (middle: number, size: number, from: number, whole: number) =>
    Math.min(Math.max(middle - size / 2, from), from + whole - size)
  return {
    x: held(x, width, frame.x, frame.width),
    y: held(y, height, frame.y, frame.height),
    ...{ width, height },
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
