/**
 * Twins: proposals of one cost with the same supporters, which are worth the same as long as both are open.
 *
 * Pure. Invariant: two proposals have one twin number if and only if they are twins.
 * Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'

/** The first twin of each proposal, itself where it has none before it. */
export function twinsOf({ cost, supporters: { start, item } }: Contest): Int32Array {
  const first = Int32Array.from(cost.keys())
  const alike = Map.groupBy(cost.keys(), (each) => {
    const from = start[each]!
    return `${cost[each]} ${start[each + 1]! - from} ${item[from]}`
  })
  const listOf = (each: number) => item.subarray(start[each], start[each + 1]).join()
  for (const group of alike.values())
    if (group.length > 1)
      for (const twins of Map.groupBy(group, listOf).values())
        for (const each of twins) first[each] = twins[0]!
  return first
}
