/**
 * Limits: groups of which one proposal may be funded, and caps on what a group may cost or count.
 *
 * Pure. Invariant: what is blocked stays blocked, because funding only grows. Decided in docs/decisions/0006.
 */

export type Limits = {
  /** Groups of proposals of which at most one is funded. */
  readonly exclusive: readonly (readonly number[])[]
  readonly caps: readonly Cap[]
}

/** Proposals that together may cost at most `most` hundredths and be at most `count`. */
export type Cap = {
  readonly proposals: readonly number[]
  readonly most: number
  readonly count: number
}

export const NO_LIMITS: Limits = { exclusive: [], caps: [] }

/** What keeps a proposal from being funded beside those that are. */
export type Block =
  | { readonly kind: 'excluded'; readonly by: number }
  | {
      readonly kind: 'over-cap'
      readonly left: number
      /** Whether their number is the bound. */
      readonly full: boolean
      /** Which of the caps it is. */
      readonly cap: number
    }

export type Gate = {
  /** Writes down that a proposal is funded. */
  fund(proposal: number): void
  /** The limit that a proposal would break beside those that are funded, if any. Money in hundredths. */
  blockOf(proposal: number): Block | undefined
}

/** What the limits still allow after those that are `funded`. */
export function makeGate(
  { exclusive, caps }: Limits,
  cost: Float64Array,
  funded: readonly number[] = [],
): Gate {
  const groups = exclusive.map((proposals) => ({ proposals, by: -1 }))
  const bounds = caps.map(({ proposals, most, count }, cap) => ({
    ...{ proposals, cap, left: most, free: count },
  }))
  const groupsOf = byMember(groups)
  const boundsOf = byMember(bounds)
  const gate: Gate = {
    fund(proposal) {
      for (const group of groupsOf.get(proposal) ?? []) group.by = proposal
      for (const bound of boundsOf.get(proposal) ?? []) {
        bound.left -= cost[proposal]!
        bound.free -= 1
      }
    },
    blockOf(proposal) {
      const taken = groupsOf.get(proposal)?.find(({ by }) => by >= 0 && by !== proposal)
      if (taken) return { kind: 'excluded', by: taken.by }
      for (const { left, free, cap } of boundsOf.get(proposal) ?? [])
        if (free <= 0 || cost[proposal]! > left)
          return { kind: 'over-cap', left, full: free <= 0, cap }
      return undefined
    },
  }
  for (const each of funded) gate.fund(each)
  return gate
}

/** The groups that each proposal is in. */
function byMember<T extends { readonly proposals: readonly number[] }>(
  groups: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const members = new Map<number, T[]>()
  for (const group of groups)
    for (const proposal of new Set(group.proposals)) {
      const before = members.get(proposal)
      if (before) before.push(group)
      else members.set(proposal, [group])
    }
  return members
}

/** The limits with some proposals that may not be funded at all. */
export function without(limits: Limits, proposals: readonly number[]): Limits {
  if (proposals.length === 0) return limits
  return { ...limits, caps: [...limits.caps, { proposals, most: Infinity, count: 0 }] }
}
