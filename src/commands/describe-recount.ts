/**
 * A recount in sentences, for a person at a terminal.
 *
 * Pure. Invariant: every number stands with what it counts. Decided in docs/decisions/0006.
 */
import { asMoney, printMoney } from '../domain/money.ts'
import type { Explanation, RecountOutcome } from './recount-outcome.ts'

/** The whole recount as lines. */
export function describeRecount(outcome: RecountOutcome): string {
  const { selected, cost, budget, agrees, notes = [] } = outcome
  return [
    whatWasCounted(outcome),
    ...notes,
    `Funded for ${printMoney(cost)} of ${printMoney(budget)}:`,
    ...selected.map((id) => `  ${id}`),
    ...(outcome.differences ?? []).map((difference) => `  ${difference}`),
    ...agreement(agrees),
    ...(outcome.explanation ?? []).map(describeLine),
    ...describeComparison(outcome),
  ].join('\n')
}

function whatWasCounted({ name, voters, rule, from }: RecountOutcome): string {
  if (from === 'published')
    return `${name}: ${voters} ballots, NOT counted again. The rule ${rule} needs the ballots, and they are not published. The published result says:`
  const source = from === 'sums' ? 'from the published sums' : 'one by one'
  return `${name}: ${voters} ballots counted again ${source}, by the rule ${rule}.`
}

function agreement(agrees: boolean | undefined): readonly string[] {
  if (agrees === undefined) return []
  return [
    agrees ? 'This agrees with the published result.' : 'THIS DIFFERS from the published result.',
  ]
}

function describeComparison({ rule, comparison }: RecountOutcome): readonly string[] {
  if (comparison === undefined) return []
  const { rule: other, cost, onlyHere, onlyThere, served, prefer } = comparison
  return [
    `By the rule ${other} ${printMoney(cost)} would have been spent.`,
    `  Only ${rule} funds: ${onlyHere.join(', ') || 'nothing'}`,
    `  Only ${other} funds: ${onlyThere.join(', ') || 'nothing'}`,
    `  Voters with at least one funded proposal: ${served[0]} under ${rule}, ${served[1]} under ${other}.`,
    `  Voters with more of them: ${prefer[0]} under ${rule}, ${prefer[1]} under ${other}.`,
  ]
}

function describeLine({ proposal, votes, score, cost, reason }: Explanation): string {
  const points = score === undefined || score === votes ? '' : `, ${score} points`
  return `  ${proposal} (${votes} votes${points}, costs ${printMoney(cost)}): ${because(reason)}`
}

function because(reason: Explanation['reason']): string {
  switch (reason.kind) {
    case 'funded': {
      const { shares, moneyBefore, moneyAfter } = reason
      if (shares === undefined)
        return `funded; ${printMoney(moneyBefore)} were left before, ${printMoney(moneyAfter)} after`
      const price = printMoney(asMoney(Math.ceil(quotient(shares.price))))
      return `bought by its supporters: ${shares.payInFull} pay up to ${price} a point, ${shares.payTheRest} what they have left; ${quotient(shares.effectiveVotes).toFixed(2)} effective votes`
    }
    case 'part-funded':
      return `gets the last ${printMoney(reason.moneyBefore)}; ${printMoney(reason.missing)} are missing`
    case 'does-not-fit':
      return `does not fit; ${printMoney(reason.moneyBefore)} were left, ${printMoney(reason.missing)} are missing`
    case 'no-votes':
      return 'nobody chose it'
    case 'outvoted':
      return 'its points add up to zero or less'
    case 'supporters-short': {
      const { supportersHave, missing } = reason
      if (supportersHave === undefined || missing === undefined)
        return 'its supporters have too little left'
      return `its supporters have ${printMoney(supportersHave)} left; ${printMoney(missing)} are missing`
    }
    case 'after-stop':
      return 'the count had ended before its turn'
    case 'below-threshold':
      return `has fewer than the ${reason.threshold} that the rule asks for`
    case 'excluded':
      return `${reason.by} was funded, and only one of them may be`
    case 'over-cap':
      return 'its theme or area has had as much as it may have'
  }
}

/** For reading only; the exact numbers are in the JSON. */
function quotient({ numerator, denominator }: { numerator: string; denominator: string }): number {
  return Number((BigInt(numerator) * 10_000n) / BigInt(denominator)) / 10_000
}
