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

/** The limit that a proposal would break, if any. Money in hundredths. */
export function blockOf(
  { exclusive, caps }: Limits,
  cost: Float64Array,
  funded: ReadonlySet<number>,
  proposal: number,
): Block | undefined {
  for (const group of exclusive) {
    const by = group.includes(proposal) ? group.find((each) => funded.has(each)) : undefined
    if (by !== undefined && by !== proposal) return { kind: 'excluded', by }
  }
  for (let cap = 0; cap < caps.length; cap++) {
    const { proposals, most, count } = caps[cap]!
    if (!proposals.includes(proposal)) continue
    const inside = proposals.filter((each) => funded.has(each))
    const left = most - inside.reduce((sum, each) => sum + cost[each]!, 0)
    const full = inside.length >= count
    if (full || cost[proposal]! > left) return { kind: 'over-cap', left, full, cap }
  }
  return undefined
}
