/**
 * Verifying turns: checks that a count by turn went through the proposals in the right order.
 *
 * Pure. Invariant: imports nothing of the rules; one pass. Decided in docs/decisions/0006.
 */
import type { CertifiedTurn } from './certificate.ts'
import { check } from './verify-check.ts'
import { isBefore, type Known, type KnownProposal } from './verify-election.ts'
import { isWithin, take, type Bound, type TurnTerms } from './verify-terms.ts'

/** Checks the turns after those that were bought before; tells which were funded, in order. */
export function verifyTurns(
  { proposals }: Known,
  turns: readonly CertifiedTurn[],
  {
    terms,
    bounds,
    before,
  }: { terms: TurnTerms; bounds: readonly Bound[]; before: readonly KnownProposal[] },
): readonly KnownProposal[] {
  for (const each of before) take(bounds, each)
  const open = new Set([...proposals.values()].filter((each) => !before.includes(each)))
  const funded: KnownProposal[] = []
  let left = before.reduce((rest, { cost }) => rest - cost, terms.budget)
  let ended = false
  let previous: KnownProposal | undefined
  for (const turn of turns) {
    const each = proposals.get(turn.proposal)
    check(each !== undefined && open.delete(each), `${turn.proposal} has no turn, or a second one`)
    const inOrder = previous === undefined || hasTurnBefore(previous, each, terms.perCost)
    check(inOrder, `${each.id} has its turn too late`)
    check(turn.left === left, `another sum was left for ${each.id}`)
    const eligible: boolean = !ended && isEligible(each, terms) && isWithin(bounds, each)
    const fits: boolean = eligible && each.cost <= left
    const part: boolean = eligible && !fits && terms.partFunding && left > 0
    check(turn.paid === (fits ? each.cost : part ? left : 0), `${each.id} got another sum`)
    if (fits || part) {
      take(bounds, each)
      funded.push(each)
    }
    ended ||= part || (terms.stop && eligible && !fits)
    left -= turn.paid
    previous = each
  }
  check(open.size === 0, 'a proposal had no turn')
  return funded
}

/** Whether enough voters want it, and not more are against it. */
function isEligible({ votes, score }: KnownProposal, { withoutVotes, least }: TurnTerms): boolean {
  if (score < least) return false
  return votes === 0 || score === 0 ? withoutVotes : score > 0
}

function hasTurnBefore(a: KnownProposal, b: KnownProposal, perCost: boolean): boolean {
  const [x, y] = perCost ? densities(a, b) : [BigInt(a.score), BigInt(b.score)]
  return x === y ? isBefore(a, b) : x > y
}

/** Two values in the order of points for each unit of cost; what is free comes first or last by its points alone. */
function densities(a: KnownProposal, b: KnownProposal): readonly [bigint, bigint] {
  const endless = ({ cost, score }: KnownProposal) => BigInt(cost === 0 ? score : 0)
  if (endless(a) !== 0n || endless(b) !== 0n) return [endless(a), endless(b)]
  const costOf = ({ cost }: KnownProposal) => BigInt(Math.max(1, cost))
  return [BigInt(a.score) * costOf(b), BigInt(b.score) * costOf(a)]
}
