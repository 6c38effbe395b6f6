/**
 * The picture of favourites: the votes of each theme's proposals, with those that are chosen.
 *
 * Pure. Invariant: all bars are to one scale, so that themes can be compared.
 * Decided in docs/decisions/0006.
 */
import type { AllocationLine } from '../domain/allocation.ts'
import { percent } from './money-line.ts'
import { layPicture, MOST_ROWS, type Drawn, type Picture, type Tone } from './picture.ts'
import { countText } from './reason-text.ts'
import {
  countOf,
  isFunded,
  placeName,
  themeOf,
  titleOf,
  type ResultContext,
} from './result-context.ts'

/** Undefined where there are no proposals. */
export function themesPicture(context: ResultContext): Picture | undefined {
  const { page, pointed, pool, reader } = context
  const { pictures, reasons, result } = reader.words
  const groups = Map.groupBy(pool.allocation.lines, ({ proposal }) => themeOf(context, proposal))
  const most = Math.max(1, ...pool.allocation.lines.map(countOf))
  const drawn = [...groups].flatMap(([theme, lines]) => [
    { row: heading(placeName(page, { theme }) || reasons.noTheme), line: undefined },
    ...lines.map((line) => ({ row: rowOf(line, most, context), line })),
  ])
  const shown = drawn.slice(0, MOST_ROWS)
  if (shown.length === 0) return undefined
  const { legend } = pictures
  const listed = { won: result.listed, lost: result.notListed }
  return layPicture(
    {
      title: pointed ? pictures.themesByPoints : pictures.themes,
      lines: shown.flatMap(({ line }) => line ?? []),
      rows: shown.map(({ row }) => row),
      legend: context.list ? listed : legend.themes,
    },
    context,
  )
}

function heading(label: string): Drawn {
  return { label: capitalised(label), value: '', bars: [] }
}

function rowOf(line: AllocationLine, most: number, context: ResultContext): Drawn {
  const tone: Tone = isFunded(line) ? 'won' : 'lost'
  const width = percent((Math.max(0, countOf(line)) / most) * 100)
  return {
    label: titleOf(context, line.proposal),
    value: countText(line, context),
    bars: [{ x: 0, width, tone }],
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
