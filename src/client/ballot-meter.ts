/**
 * The meter of a ballot: what is chosen so far, in words, and how full the ballot is.
 *
 * Pure. Invariant: what is too much it says in the words of checkBallot's own refusal, before the voter asks.
 * Decided in docs/decisions/0011.
 */
import { mostCost } from '../domain/ballot.ts'
import { lengthsOf } from '../domain/ballot-form.ts'
import { proposalOf, type Choices } from '../domain/choices.ts'
import { tooMuch, type BallotFacts } from './ballot-faults.ts'

export type Meter = {
  readonly chosen: string
  readonly left: string
  /** What is too much, in a sentence; empty where nothing is. */
  readonly over: string
  /** The pieces of the line and its length; undefined where nothing is used up. */
  readonly line: { readonly pieces: readonly number[]; readonly full: number } | undefined
}

/** Reads the meter of the choices so far. */
export function readMeter(choices: Choices, facts: BallotFacts): Meter {
  return { ...measure(choices, facts), over: tooMuch(choices, facts) }
}

function measure(choices: Choices, facts: BallotFacts): Omit<Meter, 'over'> {
  const { form } = facts.paper
  switch (form.type) {
    case 'approval':
    case 'choose-1':
      return { ...cost(choices, facts), left: countOf(choices, facts), line: undefined }
    case 'knapsack':
      return knapsack(choices, mostCost(facts.paper), facts)
    case 'points':
      return points(choices, form.maxSumPoints, facts)
    case 'ranking':
    case 'score':
    case 'for-against':
      return { chosen: counted(choices, facts), left: '', line: undefined }
  }
}

/** The costs of what is chosen, in the order of the paper. */
function costsOf(choices: Choices, { paper }: Pick<BallotFacts, 'paper'>): readonly number[] {
  const chosen = new Set(choices.map(proposalOf))
  return paper.proposals.filter(({ id }) => chosen.has(id)).map(({ cost }) => cost)
}

function cost(choices: Choices, facts: BallotFacts): { readonly chosen: string } {
  const costs = costsOf(choices, facts)
  const { words, format } = facts
  if (costs.length === 0) return { chosen: words.nothingChosen }
  return { chosen: words.chosen(costs.length, format.money(sum(costs))) }
}

function countOf({ length }: Choices, { paper, words }: BallotFacts): string {
  const { maxLength } = lengthsOf(paper.form)
  return maxLength === undefined || paper.form.type === 'choose-1'
    ? ''
    : words.chosenOf(length, maxLength)
}

function knapsack(choices: Choices, most: number, facts: BallotFacts): Omit<Meter, 'over'> {
  const { words, format } = facts
  const pieces = costsOf(choices, facts)
  const left = most - sum(pieces)
  return {
    ...cost(choices, facts),
    left: left < 0 ? '' : words.left(format.money(left)),
    line: { pieces, full: most },
  }
}

function points(choices: Choices, most: number, { words }: BallotFacts): Omit<Meter, 'over'> {
  const pieces = choices.flatMap((choice) =>
    typeof choice === 'object' && 'points' in choice ? [Math.max(0, choice.points)] : [],
  )
  return {
    chosen: words.pointsGiven(sum(pieces), most),
    left: '',
    line: { pieces, full: most },
  }
}

function counted(choices: Choices, facts: BallotFacts): string {
  const { words } = facts
  const stances = choices.flatMap((each) =>
    typeof each === 'object' && 'stance' in each ? [each.stance] : [],
  )
  const against = stances.filter((stance) => stance === 'against').length
  if (choices.length === 0) return words.nothingChosen
  if (stances.length > 0) return words.forAgainst(stances.length - against, against)
  return countOf(choices, facts) || words.chosenCount(choices.length)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
