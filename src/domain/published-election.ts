/**
 * Published elections: what a stranger has of one ballot box, from which a certificate is checked.
 *
 * Pure. Invariant: nothing in it was counted. Decided in docs/decisions/0006.
 */
import type { Rule } from './rule.ts'

/** The paper and the ballots of one box, as paper.json and ballots.csv have them; amounts in hundredths. */
export type PublishedElection = {
  readonly budget: number
  readonly rule: Rule
  readonly proposals: readonly {
    readonly id: string
    readonly cost: number
    readonly theme?: string | undefined
    readonly area?: string | undefined
  }[]
  /** First drawn first; proposals that it does not name come after, by code units. */
  readonly lot: readonly string[]
  readonly ballots: readonly PublishedBallot[]
}

export type PublishedBallot = {
  readonly choices: readonly string[]
  /** As many as choices; left out for crosses. */
  readonly points?: readonly number[] | undefined
  /** The voter's area, where areas share money of their own. */
  readonly area?: string | undefined
}

/** What was published of a ballot box, from the paper, the ballots and the facts of the count. */
export function publishedElection(
  { budget, proposals }: Pick<PublishedElection, 'budget' | 'proposals'>,
  ballots: readonly PublishedBallot[],
  {
    rule,
    lot,
    places = [],
  }: Pick<PublishedElection, 'rule' | 'lot'> & { places?: readonly Place[] },
): PublishedElection {
  const known = new Map(places.map((place) => [place.id, place]))
  const placed = proposals.map(({ id, cost }) => {
    const { theme, area } = known.get(id) ?? {}
    return { id, cost, theme, area }
  })
  return { budget, rule, proposals: placed, lot, ballots }
}

type Place = {
  readonly id: string
  readonly theme?: string | undefined
  readonly area?: string | undefined
}
