/**
 * Verifying turns: checks that a count by turn went through the proposals in the right order.
 *
 * Pure. Invariant: imports nothing of the rules; one pass. Decided in docs/decisions/0006.
 */
import type { Certificate } from './certificate.ts'
import type { PublishedElection } from './verify-certificate.ts'
import { check } from './verify-replay.ts'

export type TurnTerms = {
  readonly perCost: boolean
  readonly stop: boolean
  readonly withoutVotes: boolean
  readonly threshold: number
}

/** Checks the turns, and that `selected` is what run and turns funded. */
export function verifyTurns(
  { budget, proposals, lot, ballots }: PublishedElection,
  { run, turns, selected }: Certificate,
  terms: TurnTerms,
): void {
  const bought = (run?.purchases ?? []).map(({ proposal }) => proposal)
  const facts = new Map(
    proposals.map(({ id, cost }) => [id, { cost, score: 0, votes: 0, lot: lot.indexOf(id) }]),
  )
  for (const { choices } of ballots)
    for (const [id, points] of choices) {
      const each = facts.get(id)
      check(each !== undefined, `there is no proposal ${id}`)
      each.score += points
      each.votes++
    }
  let left: number = bought.reduce((rest, id) => rest - (facts.get(id)?.cost ?? 0), budget)
  let stopped: boolean = false
  let previous: Facts | undefined
  const open = new Set([...facts.keys()].filter((id) => !bought.includes(id)))
  const funded = [...bought]
  for (const turn of turns) {
    const each = facts.get(turn.proposal)
    check(each !== undefined && open.delete(turn.proposal), `${turn.proposal} stands twice`)
    check(previous === undefined || isBefore(previous, each, terms.perCost), 'the order is wrong')
    previous = each
    check(turn.left === left, `another sum was left for ${turn.proposal}`)
    const eligible: boolean =
      (each.votes > 0 || terms.withoutVotes) && each.score >= terms.threshold && !stopped
    const fits: boolean = eligible && each.cost <= left
    check(turn.paid === (fits ? each.cost : 0), `${turn.proposal} got another sum`)
    if (fits) funded.push(turn.proposal)
    stopped ||= terms.stop && eligible && !fits
    left -= turn.paid
  }
  check(turns.length === 0 || open.size === 0, 'a proposal had no turn')
  check(funded.join('\n') === selected.join('\n'), 'the selected are not the funded')
}

type Facts = {
  readonly cost: number
  readonly score: number
  readonly votes: number
  readonly lot: number
}

function isBefore(a: Facts, b: Facts, perCost: boolean): boolean {
  const [x, y] = perCost ? densities(a, b) : [BigInt(a.score), BigInt(b.score)]
  if (x !== y) return x > y
  if (a.cost !== b.cost) return a.cost < b.cost
  return a.votes !== b.votes ? a.votes > b.votes : a.lot < b.lot
}

function densities(a: Facts, b: Facts): readonly [bigint, bigint] {
  const free = (each: Facts) => each.cost === 0 && each.score > 0
  if (free(a) || free(b)) return [BigInt(free(a)), BigInt(free(b))]
  return [BigInt(a.score) * BigInt(b.cost), BigInt(b.score) * BigInt(a.cost)]
}
