/**
 * Choices: what a voter sends, in the shape that each ballot type asks for.
 *
 * Pure. Invariant: equal choices have one canonical form: sorted by id, a ranking by rank, and nothing
 * that gives no points. Decided in docs/decisions/0011.
 */
import * as v from 'valibot'
import type { BallotType } from './ballot-form.ts'
import { compareText } from './encoding.ts'
import { ProposalIdSchema, type ProposalId } from './id.ts'

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

export const STANCES = ['for', 'against'] as const

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

export type PointsChoice = { readonly proposal: ProposalId; readonly points: number }
export type StanceChoice = {
  readonly proposal: ProposalId
  readonly stance: (typeof STANCES)[number]
}
export type Choice = ProposalId | PointsChoice | StanceChoice
export type Choices = readonly Choice[]

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

/** The proposal that a choice is about. */
export function proposalOf(choice: Choice): ProposalId {
  return typeof choice === 'string' ? choice : choice.proposal
}

/** All points that are given away; 0 where ballots give none. */
export function pointsTogether(choices: Choices): number {
  return choices.reduce((sum: number, choice) => sum + pointsIn(choice), 0)
}

/** The points of one choice; 0 where ballots give none. */
export function pointsIn(choice: Choice): number {
  return typeof choice === 'object' && 'points' in choice ? choice.points : 0
}

/** The canonical form. No points at all are the same as not naming a proposal. */
export function canonicalChoices(choices: Choices, type: BallotType): Choices {
  const named = choices.filter((choice) => !isZero(choice))
  if (type === 'ranking') return named
  return named.toSorted((a, b) => compareText(proposalOf(a), proposalOf(b)))
}

function isZero(choice: Choice): boolean {
  return typeof choice === 'object' && 'points' in choice && choice.points === 0
}
