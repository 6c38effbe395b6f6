/**
 * The cost that a department found, and what it makes of a proposal's own cost.
 *
 * Pure. Invariant: an amount that stood in an answer before changes nothing again. Decided in docs/decisions/0031.
 */
import type { Money } from './money.ts'

type Answer = { readonly cost?: Money | undefined }

/** The proposal's new cost; undefined where an answer leaves it as it is. */
export function newCost(
  { cost }: Answer,
  { before, now }: { readonly before: Answer | undefined; readonly now: Money },
): Money | undefined {
  return cost === undefined || cost === now || cost === before?.cost ? undefined : cost
}
