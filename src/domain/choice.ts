/**
 * Choices as values: what each is about, and their canonical form.
 *
 * Pure. Invariant: imports no schema, so that a page that only reads choices stays light; what comes from
 * outside is for choices.ts to check. Decided in docs/decisions/0011.
 */
import type { BallotType } from './ballot-form.ts'
import { compareText } from './compare-text.ts'
import type { ProposalId } from './id.ts'

export const STANCES = ['for', 'against'] as const

export type PointsChoice = { readonly proposal: ProposalId; readonly points: number }
export type StanceChoice = {
  readonly proposal: ProposalId
  readonly stance: (typeof STANCES)[number]
}
export type Choice = ProposalId | PointsChoice | StanceChoice
export type Choices = readonly Choice[]

/** Whether a value that the site itself has kept is choices; whoever casts them has them checked again. */
export function areChoices(value: unknown): value is Choices {
  return Array.isArray(value) && value.every(isChoice)
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

function isChoice(value: unknown): value is Choice {
  if (typeof value === 'string') return true
  if (typeof value !== 'object' || value === null || !('proposal' in value)) return false
  if (typeof value.proposal !== 'string') return false
  if ('points' in value) return Number.isSafeInteger(value.points)
  return 'stance' in value && STANCES.some((stance) => stance === value.stance)
}
