/**
 * Pictures of a result: one for each kind of rule, as rows of bars that a component draws.
 *
 * Pure. Invariant: bars are in percent of the picture's width and rows in em of its text, so that one
 * drawing fits every screen and grows with the reader's letters; what it shows stands in words too.
 * Decided in docs/decisions/0006.
 */
import type { AllocationLine } from '../domain/allocation.ts'
import { reasonText } from './reason-text.ts'
import { titleOf, type ResultContext } from './result-context.ts'

/** What a bar stands for; the legend says it in words. */
export type Tone = 'won' | 'rest' | 'later' | 'before' | 'held' | 'lacking' | 'lost'

/** x and width in percent. */
export type Bar = { readonly x: number; readonly width: number; readonly tone: Tone }

export type PictureRow = {
  /** Where the row begins, in em. */
  readonly y: number
  readonly label: string
  /** The label where the screen is narrow. */
  readonly short: string
  readonly value: string
  /** Empty for the name of a group. */
  readonly bars: readonly Bar[]
}

export type Picture = {
  readonly title: string
  /** The same facts in sentences, for whoever does not see it. */
  readonly facts: readonly string[]
  readonly legend: readonly { readonly tone: Tone; readonly text: string }[]
  readonly rows: readonly PictureRow[]
  /** A line through all rows, in percent, with what it means. */
  readonly mark: { readonly x: number; readonly text: string } | undefined
  /** In em. */
  readonly height: number
  /** How many proposals are not drawn, in words. */
  readonly more: string | undefined
}

/** A row before it has a place; without bars it is the name of a group. */
export type Drawn = {
  readonly label: string
  readonly value: string
  readonly bars: readonly Bar[]
}

export type Drawing = {
  readonly title: string
  readonly lines: readonly AllocationLine[]
  readonly rows: readonly Drawn[]
  readonly legend: Partial<Readonly<Record<Tone, string>>>
  readonly mark?: Picture['mark']
}

/** As many as are looked at; a longer count is read in the table. */
export const MOST_ROWS = 30

/** Em. */
const [ROW, HEAD, MARK] = [3.1, 2.6, 2]

/** Letters of a label and its value that fit beside each other, on a phone and on anything wider. */
const [NARROW, WIDE] = [44, 82]

/** Gives every row its place. */
export function layPicture(drawing: Drawing, context: ResultContext): Picture {
  const { title, lines, legend, mark } = drawing
  let y = mark ? MARK : 0
  const rows = drawing.rows.map((row) => {
    const [label, short] = [WIDE, NARROW].map((room) => shorten(row.label, room - row.value.length))
    const placed = { ...row, y, label: label ?? '', short: short ?? '' }
    y += row.bars.length > 0 ? ROW : HEAD
    return placed
  })
  const { words, format } = context.reader
  const left = context.pool.allocation.lines.length - lines.length
  return {
    title,
    rows,
    mark,
    legend: usedTones(drawing.rows).flatMap((tone) => {
      const text = legend[tone]
      return text === undefined ? [] : [{ tone, text }]
    }),
    facts: lines.map((line) => `${titleOf(context, line.proposal)}: ${reasonText(line, context)}`),
    height: Math.round(y * 100) / 100,
    more: left > 0 ? words.pictures.more(format.number(left)) : undefined,
  }
}

/** The text, or its beginning with dots where it is longer; cut between words where one ends nearby. */
export function shorten(text: string, room: number): string {
  if (text.length <= room) return text
  const cut = text.slice(0, room - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > room / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

function usedTones(rows: readonly Drawn[]): readonly Tone[] {
  return [...new Set(rows.flatMap(({ bars }) => bars.map(({ tone }) => tone)))]
}
