/**
 * The picture of equal shares: each cost as a bar, split by who paid for it or what was missing.
 *
 * Pure. Invariant: the parts of a bar make up the cost, and all costs are drawn to one scale.
 * Decided in docs/decisions/0006.
 */
import type { AllocationLine } from '../domain/allocation.ts'
import { percent } from './money-line.ts'
import { layPicture, MOST_ROWS, type Bar, type Picture, type Tone } from './picture.ts'
import { paidTo, titleOf, type ResultContext } from './result-context.ts'

type Part = readonly [amount: number, tone: Tone]

/** Undefined where nothing was bought and nobody's money was short, and where it is not told who paid. */
export function sharesPicture(context: ResultContext): Picture | undefined {
  if (context.pool.allocation.shares === undefined) return undefined
  const { words, format } = context.reader
  const lines = context.pool.allocation.lines
    .filter((line) => line.cost > 0 && partsOf(line).length > 0)
    .slice(0, MOST_ROWS)
  if (lines.length === 0) return undefined
  const whole = Math.max(...lines.map(({ cost }) => cost))
  return layPicture(
    {
      title: words.pictures.shares,
      lines,
      rows: lines.map((line) => ({
        label: titleOf(context, line.proposal),
        value: format.money(line.cost),
        bars: barsOf(partsOf(line), whole),
      })),
      legend: words.pictures.legend.shares,
    },
    context,
  )
}

function partsOf(line: AllocationLine): readonly Part[] {
  const { cost, reason } = line
  switch (reason.kind) {
    case 'funded': {
      if (reason.shares === undefined) return [[cost, 'later']]
      const { rest = 0 } = reason.shares
      return [
        [cost - rest, 'won'],
        [rest, 'rest'],
      ]
    }
    case 'part-funded':
      return [
        [paidTo(line), 'later'],
        [cost - paidTo(line), 'lacking'],
      ]
    case 'supporters-short': {
      const held = Math.min(reason.supportersHave ?? 0, cost)
      return [
        [held, 'held'],
        [cost - held, 'lacking'],
      ]
    }
    case 'does-not-fit':
    case 'after-stop':
    case 'no-votes':
    case 'outvoted':
    case 'below-threshold':
    case 'excluded':
    case 'over-cap':
      return []
  }
}

function barsOf(parts: readonly Part[], whole: number): readonly Bar[] {
  let before = 0
  return parts.flatMap(([amount, tone]) => {
    const bar = { x: percent((before / whole) * 100), width: percent((amount / whole) * 100), tone }
    before += amount
    return bar.width > 0 ? [bar] : []
  })
}
