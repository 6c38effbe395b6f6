/**
 * My choices: what the button beside a proposal does to a ballot, and what is left of the money.
 *
 * Pure. Invariant: whatever comes out has the shape of the ballot's type; limits are for the vote page to
 * explain. Decided in docs/decisions/0011.
 */
import type { BallotType } from '../domain/ballot-form.ts'
import { canonicalChoices, proposalOf, type Choices } from '../domain/choice.ts'
import type { ProposalId } from '../domain/id.ts'

export type ChoiceRules = {
  readonly type: BallotType
  readonly maxLength?: number | undefined
}

/** Chooses a proposal, or takes it back. In a ranking it becomes the last one, while there is a place. */
export function toggled(
  choices: Choices,
  id: ProposalId,
  { type, maxLength = Infinity }: ChoiceRules,
): Choices {
  const others = choices.filter((choice) => proposalOf(choice) !== id)
  if (others.length < choices.length) return others
  if (type === 'choose-1') return [id]
  if (type === 'ranking' && choices.length >= maxLength) return choices
  return canonicalChoices([...choices, id], type)
}

/** What is left of the most that choices may cost; below zero where they cost more. */
export function leftOf(choices: Choices, most: number, costs: ReadonlyMap<string, number>): number {
  return choices.reduce((left, choice) => left - (costs.get(proposalOf(choice)) ?? 0), most)
}
