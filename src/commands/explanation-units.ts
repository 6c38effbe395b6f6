/**
 * Explanations in the units of their reader: amounts in main units, points as the file gives them.
 *
 * Pure. Invariant: fractions stay exact and in lowest terms; only what is printed becomes a decimal number.
 * Decided in docs/decisions/0006.
 */
import { printFraction, type PrintedFraction } from '../domain/explained.ts'
import { HUNDREDTHS, printMoney, type Money } from '../domain/money.ts'
import type { Explanation } from './recount-outcome.ts'

type Reason = Explanation['reason']
type Shares = NonNullable<Extract<Reason, { readonly kind: 'funded' }>['shares']>

/** Points of a contest as points of its file, of which each is `scale` of the contest. */
export function inFilePoints(explanation: Explanation, scale: number): Explanation {
  const { score, reason } = explanation
  return {
    ...explanation,
    ...(score === undefined ? {} : { score: score / scale }),
    reason: reasonInFilePoints(reason, scale),
  }
}

function reasonInFilePoints(reason: Reason, scale: number): Reason {
  if (reason.kind === 'below-threshold') return { ...reason, threshold: reason.threshold / scale }
  if (reason.kind !== 'funded' || reason.shares === undefined) return reason
  const { shares } = reason
  const price = times(shares.price, scale, 1)
  const effectiveVotes = times(shares.effectiveVotes, 1, scale)
  return { ...reason, shares: { ...shares, effectiveVotes, price } }
}

/** The explanation as JSON has it, every amount in main units. */
export function inMainUnits({ cost, reason, ...line }: Explanation): object {
  return { ...line, cost: units(cost), reason: reasonInMainUnits(reason) }
}

/** An amount in main units. */
export function units(amount: Money): number {
  return Number(printMoney(amount))
}

/** The amounts that stand in reasons. */
const AMOUNTS = ['moneyBefore', 'moneyAfter', 'missing', 'supportersHave'] as const
type Amounts = Pick<Reason, 'kind'> & {
  readonly [name in (typeof AMOUNTS)[number]]?: Money | undefined
}

function reasonInMainUnits(reason: Reason): object {
  const given: Amounts = reason
  const amounts = AMOUNTS.flatMap((name) => {
    const amount = given[name]
    return amount === undefined ? [] : [[name, units(amount)] as const]
  })
  return { ...reason, ...Object.fromEntries(amounts), ...fractionsOf(reason), ...boundOf(reason) }
}

function fractionsOf(reason: Reason): object {
  const purse = 'purse' in reason ? reason.purse : undefined
  const shares = 'shares' in reason ? reason.shares : undefined
  return {
    ...(purse ? { purse: times(purse, 1, HUNDREDTHS) } : {}),
    ...(shares ? { shares: sharesInMainUnits(shares) } : {}),
  }
}

function sharesInMainUnits({ rest, price, ...shares }: Shares): object {
  return {
    ...{ ...shares, price: times(price, 1, HUNDREDTHS) },
    ...(rest === undefined ? {} : { rest: units(rest) }),
  }
}

/** What a cap allows is an amount or a number of proposals. */
function boundOf(reason: Reason): object {
  if (reason.kind !== 'over-cap' || reason.bound !== 'money' || reason.most === undefined) return {}
  return { most: reason.most / HUNDREDTHS }
}

function times({ numerator, denominator }: PrintedFraction, by: number, over: number) {
  return printFraction({
    numerator: BigInt(numerator) * BigInt(by),
    denominator: BigInt(denominator) * BigInt(over),
  })
}
