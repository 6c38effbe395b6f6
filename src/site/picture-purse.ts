/**
 * The picture of phragmen: what every voter had got when each proposal was bought.
 *
 * Pure. Invariant: the longer a bar, the later it was bought; the last one is the one that did not fit.
 * Decided in docs/decisions/0006.
 */
import { nearest } from '../domain/rules/fraction.ts'
import { percent } from './money-line.ts'
import { layPicture, MOST_ROWS, type Picture } from './picture.ts'
import { titleOf, type ResultContext } from './result-context.ts'

/** Undefined where nothing was bought. */
export function pursePicture(context: ResultContext): Picture | undefined {
  const { pool, reader } = context
  const { words, format } = reader
  const moments = pool.allocation.lines
    .flatMap((line) => {
      const { reason } = line
      const purse =
        reason.kind === 'funded' || reason.kind === 'does-not-fit' ? reason.purse : undefined
      if (purse === undefined) return []
      const size = nearest(BigInt(purse.numerator), BigInt(purse.denominator))
      const tone = reason.kind === 'funded' ? ('won' as const) : ('lacking' as const)
      return [{ line, tone, size, value: format.moneyOf(purse) }]
    })
    .slice(0, MOST_ROWS)
  if (moments.length === 0) return undefined
  const whole = Math.max(...moments.map(({ size }) => size), 1e-9)
  return layPicture(
    {
      title: words.pictures.purse,
      lines: moments.map(({ line }) => line),
      rows: moments.map(({ line, size, tone, value }) => ({
        label: titleOf(context, line.proposal),
        value,
        bars: [{ x: 0, width: percent((size / whole) * 100), tone }],
      })),
      legend: words.pictures.legend.purse,
    },
    context,
  )
}
