/**
 * The picture of a rule by turn: the budget fills step by step, and shows where it ran out.
 *
 * Pure. Invariant: every bar begins where the one before it ended; what does not fit crosses the line of
 * the budget. Decided in docs/decisions/0006.
 */
import type { AllocationLine } from '../domain/allocation.ts'
import { percent } from './money-line.ts'
import { layPicture, MOST_ROWS, type Bar, type Drawing, type Picture } from './picture.ts'
import { paidTo, titleOf, type ResultContext } from './result-context.ts'

/** A proposal that asks for far more than there is does not press the others to the edge. */
const WIDEST = 1.3

type Turn = { readonly line: AllocationLine; readonly used: number }

/** Undefined where no proposal had a turn. */
export function turnsPicture(context: ResultContext): Picture | undefined {
  const { pool, reader } = context
  const { words, format } = reader
  const turns = turnsOf(context).slice(0, MOST_ROWS)
  if (turns.length === 0) return undefined
  const { budget } = pool
  const longest = Math.max(...turns.map(({ line, used }) => used + line.cost))
  const whole = Math.max(budget, Math.min(longest, budget * WIDEST), 1)
  const text = words.pictures.budget(format.money(budget))
  const drawing: Drawing = {
    title: words.pictures.turns,
    lines: turns.map(({ line }) => line),
    rows: turns.map((turn) => ({
      label: titleOf(context, turn.line.proposal),
      value: format.money(turn.line.cost),
      bars: barsOf(turn, whole),
    })),
    legend: words.pictures.legend.turns,
    mark: { x: percent((budget / whole) * 100), text },
  }
  return layPicture(drawing, context)
}

/** The lines whose turn money decided, with what was given out before. */
function turnsOf({ pool }: ResultContext): readonly Turn[] {
  let used = 0
  return pool.allocation.lines.flatMap((line) => {
    const { kind } = line.reason
    if (kind !== 'funded' && kind !== 'part-funded' && kind !== 'does-not-fit') return []
    const turn = { line, used }
    used += paidTo(line)
    return [turn]
  })
}

function barsOf({ line, used }: Turn, whole: number): readonly Bar[] {
  const at = (amount: number) => percent((Math.min(amount, whole) / whole) * 100)
  const paid = used + paidTo(line)
  const bars: readonly Bar[] = [
    { x: 0, width: at(used), tone: 'before' },
    { x: at(used), width: percent(at(paid) - at(used)), tone: 'won' },
    { x: at(paid), width: percent(at(used + line.cost) - at(paid)), tone: 'lacking' },
  ]
  return bars.filter(({ width }) => width > 0)
}
