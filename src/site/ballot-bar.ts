/**
 * The bar of the reader's own ballot: what the browser needs to know of the round to keep it.
 *
 * Pure. Invariant: it exists only where one press chooses, and until the round has a result.
 * Decided in docs/decisions/0003 and 0011.
 */
import { mostCost } from '../domain/ballot.ts'
import { isCrosses, lengthsOf, type BallotType } from '../domain/ballot-form.ts'
import type { RoundId } from '../domain/id.ts'
import { findPeriod } from '../domain/phase.ts'
import { poolBudget, poolsOf } from '../domain/round.ts'
import { roundAddresses } from './addresses.ts'
import type { RoundPage } from './load.ts'
import { iso } from './moments.ts'
import type { Reader } from './reader.ts'

export type BallotBar = {
  readonly round: RoundId
  readonly rules: { readonly type: BallotType; readonly maxLength?: number | undefined }
  readonly boxes: readonly { readonly pool: string; readonly most: number; readonly href: string }[]
  readonly startsAt: string | undefined
  readonly endsAt: string | undefined
  readonly file: string
}

/** The bar of a round; undefined where nothing can be chosen, or a press would not say enough. */
export function ballotBar({ round, periods, result }: RoundPage, reader: Reader) {
  const { ballot: form } = round
  const voting = findPeriod(periods, 'voting')
  // Points, marks and stances are given on the vote page only: a press would not say how many, or which.
  if (!form || !voting || result || !(isCrosses(form.type) || form.type === 'ranking'))
    return undefined
  const to = roundAddresses(reader.language, round.id)
  const bar: BallotBar = {
    ...{ round: round.id, file: to.listFile },
    rules: { type: form.type, maxLength: lengthsOf(form).maxLength },
    boxes: poolsOf(round).map((pool) => ({
      ...{ pool, href: to.vote(pool) },
      most: mostCost({ form, budget: poolBudget(round, pool) }),
    })),
    startsAt: iso(voting.startsAt),
    endsAt: iso(voting.endsAt),
  }
  return bar
}

/** The ballot box that a proposal can be chosen for; undefined where there is none. */
export function chosenFor(bar: BallotBar | undefined, pool: string): string | undefined {
  return bar?.boxes.find((box) => box.pool === pool)?.pool
}
