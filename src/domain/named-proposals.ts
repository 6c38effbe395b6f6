/**
 * The proposals that a round names: those of the drawn order, and those of which one may be funded.
 *
 * Pure. Invariant: a name without its proposal is a fault, and so is a proposal on the ballot without its place in
 * the order. Decided in docs/decisions/0006 and 0028.
 */
import type { FieldFault } from './field-fault.ts'
import type { Proposal } from './proposal.ts'
import type { RoundText } from './round.ts'

/** What is wrong with what the round says about its proposals. */
export function namedFaults(round: RoundText, proposals: readonly Proposal[]): FieldFault[] {
  return [...lotFaults(round, proposals), ...groupFaults(round, proposals)]
}

function lotFaults({ lot }: RoundText, proposals: readonly Proposal[]): FieldFault[] {
  if (lot === undefined || !('order' in lot)) return []
  const { order } = lot
  const ballot = proposals.filter(({ standing }) => standing === 'ballot')
  const missing = ballot.filter(({ id }) => !order.includes(id))
  const unknown = order.filter((named) => !ballot.some(({ id }) => id === named))
  return [
    ...missing.map(({ id, title: name }): FieldFault => {
      const words = `lot.order: "${id}" is missing, expected every proposal on the ballot`
      return { at: 'lot', code: 'lot-lacks', words, name }
    }),
    ...unknown.map((name): FieldFault => {
      const words = `lot.order: found "${name}", expected only proposals on the ballot`
      return { at: 'lot', code: 'lot-unknown', words, name }
    }),
  ]
}

/** A group that names a proposal wrongly would leave it free to win beside the others. */
function groupFaults({ rule }: RoundText, proposals: readonly Proposal[]): FieldFault[] {
  const named = [...new Set((rule.exclusive ?? []).flat())]
  const unknown = named.filter((name) => !proposals.some(({ id }) => id === name))
  return unknown.map((name) => {
    const words = `rule.exclusive: the round has no proposal "${name}"`
    return { at: 'rule.exclusive', code: 'group-unknown', words, name }
  })
}
