/**
 * Letters: what stands on them in one language, whoever they are for.
 *
 * Pure. Invariant: nothing of a code or a person is known when pages are built; the clerk's browser fills
 * both in. Decided in docs/decisions/0024.
 */
import { WHOLE } from '../domain/id.ts'
import { findPeriod } from '../domain/phase.ts'
import { poolBudget, poolsOf, totalBudget } from '../domain/round.ts'
import type { Language } from '../domain/council.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'

export type LetterView = {
  readonly language: Language
  readonly title: string
  /** From when to when ballots are taken. */
  readonly dates: string
  /** What each ballot box has to share; its area has a name where there are several. */
  readonly pools: readonly LetterPool[]
}

export type LetterPool = {
  readonly pool: string
  readonly name: string | undefined
  readonly decide: string
}

/** The letter of a round in the reader's language. Throws where there is no vote. */
export function letterView(
  { round, periods }: RoundPage,
  { format, language, words }: Reader,
): LetterView {
  const voting = findPeriod(periods, 'voting')
  if (voting === undefined) throw new RangeError(`no vote in the round ${round.id}`)
  const pools = poolsOf(round).map((pool): LetterPool => {
    const money = pool === WHOLE ? totalBudget(round) : poolBudget(round, pool)
    const name = round.areas.find(({ id }) => id === pool)?.name
    return { pool, name, decide: words.letter.decide(format.money(money)) }
  })
  return {
    ...{ language, title: round.title, pools },
    dates: format.period(voting.startsAt, voting.endsAt),
  }
}
