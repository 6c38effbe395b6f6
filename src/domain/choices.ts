/**
 * Choices: what a voter sends, in the shape that each ballot type asks for.
 *
 * Pure. Invariant: equal choices have one canonical form: sorted by id, a ranking by rank, and nothing
 * that gives no points. Decided in docs/decisions/0011.
 */
import * as v from 'valibot'
import type { BallotType } from './ballot-form.ts'
import { STANCES, type Choice, type Choices } from './choice.ts'
import { ProposalIdSchema } from './id.ts'

export {
  canonicalChoices,
  pointsIn,
  pointsTogether,
  proposalOf,
  STANCES,
  type Choice,
  type Choices,
  type PointsChoice,
  type StanceChoice,
} from './choice.ts'

/** The longest list of choices that is read at all, before any rule of a round. */
const MOST_CHOICES = 10_000

const list = <Item extends v.GenericSchema<unknown, Choice>>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(MOST_CHOICES, 'too many choices'))

/** approval, knapsack, choose-1: the ids of the chosen proposals, in any order. */
export const CrossesSchema = list(ProposalIdSchema)

/** ranking: ids, the best first. */
export const RankingSchema = list(ProposalIdSchema)

const wholePoints = v.pipe(v.number(), v.safeInteger())

/** points, score: how many points each proposal gets; one that is not named gets none. */
export const PointsSchema = list(
  v.strictObject({ proposal: ProposalIdSchema, points: wholePoints }),
)

/** for-against: what the voter thinks of each proposal; one that is not named is left open. */
export const StancesSchema = list(
  v.strictObject({ proposal: ProposalIdSchema, stance: v.picklist(STANCES) }),
)

const SCHEMAS = {
  approval: CrossesSchema,
  knapsack: CrossesSchema,
  'choose-1': CrossesSchema,
  ranking: RankingSchema,
  points: PointsSchema,
  score: PointsSchema,
  'for-against': StancesSchema,
} satisfies Record<BallotType, v.GenericSchema<unknown, readonly Choice[]>>

/** Choices of any ballot type, as they come in, before the round is known. */
export const ChoicesSchema = v.union([CrossesSchema, PointsSchema, StancesSchema])

/** Reads choices of any type; undefined where they are none. */
export function parseChoices(value: unknown): Choices | undefined {
  const parsed = v.safeParse(ChoicesSchema, value)
  return parsed.success ? parsed.output : undefined
}

/** Reads choices from their JSON; undefined where they are none. */
export function parseChoicesText(text: string): Choices | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ChoicesSchema), text)
  return parsed.success ? parsed.output : undefined
}

/** Whether choices have the shape of a ballot type. */
export function fitsType(choices: Choices, type: BallotType): boolean {
  return v.is(SCHEMAS[type], choices)
}
