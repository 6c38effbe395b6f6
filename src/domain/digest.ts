/**
 * The frozen paper: everything that is voted on, as one text, and the digest that stands for it.
 *
 * Pure. Invariant: once voting is open, whatever could change what a vote means changes this text; dates,
 * summaries and pictures do not. A field that a later version adds is left out where it has its default,
 * so that an old digest stays true. Decided in docs/decisions/0003.
 */
import * as v from 'valibot'
import { PublishedBallotFormSchema } from './ballot-form.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import { compareText, toHex, utf8 } from './encoding.ts'
import { sha256 } from './hash.ts'
import {
  AreaIdSchema,
  HallIdSchema,
  ProposalIdSchema,
  RoundIdSchema,
  ThemeIdSchema,
  WHOLE,
} from './id.ts'
import { lotOrder } from './lot.ts'
import { HundredthsSchema } from './money.ts'
import { onBallot, type Proposal } from './proposal.ts'
import { publicationFloor } from './publication-floor.ts'
import { poolBudget, poolsOf, type Round } from './round.ts'
import { PublishedRuleSchema } from './rule.ts'

/** The frozen paper as it is published; money in hundredths. */
export const FrozenPaperSchema = v.strictObject({
  round: RoundIdSchema,
  pools: v.array(
    v.strictObject({ pool: v.union([v.literal(WHOLE), AreaIdSchema]), budget: HundredthsSchema }),
  ),
  ballot: PublishedBallotFormSchema,
  rule: PublishedRuleSchema,
  lot: v.optional(v.array(ProposalIdSchema), []),
  floor: v.number(),
  /** Halls with a box of their own; left out where there are none. */
  halls: v.optional(v.array(HallIdSchema), []),
  proposals: v.array(
    v.strictObject({
      id: ProposalIdSchema,
      title: v.string(),
      cost: HundredthsSchema,
      area: v.optional(AreaIdSchema),
      theme: v.optional(ThemeIdSchema),
      sourceId: v.optional(v.string()),
    }),
  ),
})

export type FrozenPaper = v.InferOutput<typeof FrozenPaperSchema>

/** The canonical text of what is voted on. */
export function frozenPaper(round: Round, proposals: readonly Proposal[]): string {
  return canonicalJson(votedOn(round, proposals))
}

/** SHA-256 of the frozen paper, as 64 hex letters. */
export function ballotDigest(round: Round, proposals: readonly Proposal[]): string {
  return digestOf(frozenPaper(round, proposals))
}

/** SHA-256 of a text, as 64 hex letters. */
export function digestOf(text: string): string {
  return toHex(sha256(utf8(text)))
}

function votedOn(round: Round, proposals: readonly Proposal[]): Json {
  const pools = poolsOf(round)
  return {
    round: round.id,
    pools: pools.map((pool) => ({ pool, budget: poolBudget(round, pool) })),
    ballot: round.ballot,
    rule: round.rule,
    lot: round.lot && lotOrder(round, proposals),
    floor: publicationFloor(round, proposals),
    ...(round.halls.length > 0 && { halls: round.halls.map(({ id }) => id) }),
    proposals: pools
      .flatMap((pool) => onBallot(proposals, round, pool))
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ id, title, cost, area, theme, sourceId }) => ({
        ...{ id, title, cost, area, theme, sourceId },
      })),
  }
}
