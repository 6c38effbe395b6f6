/**
 * What is told of a box whose ballots are not published: sums and the outcome, and nothing of how votes meet.
 *
 * Pure. Invariant: who paid together with whom, and who prefers which outcome, follow from single ballots and
 * not from sums; a few such numbers are enough to find every ballot of a small box, so none of them stays.
 * Decided in docs/decisions/0016.
 */
import type { Allocation, AllocationLine, Reason } from './allocation.ts'

/** The same outcome without the numbers that are made of groups of ballots. */
export function toldInSums({
  shares: _,
  comparison,
  lines,
  ...allocation
}: Allocation): Allocation {
  return {
    ...allocation,
    lines: lines.map((line): AllocationLine => ({ ...line, reason: reasonInSums(line.reason) })),
    ...(comparison ? { comparison: { by: comparison.by, kept: comparison.kept } } : {}),
  }
}

function reasonInSums(reason: Reason): Reason {
  switch (reason.kind) {
    case 'funded': {
      const { shares: _, purse: __, ...told } = reason
      return told
    }
    case 'does-not-fit': {
      const { purse: _, ...told } = reason
      return told
    }
    case 'supporters-short': {
      const { supportersHave: _, missing: __, ...told } = reason
      return told
    }
    case 'part-funded':
    case 'no-votes':
    case 'outvoted':
    case 'after-stop':
    case 'below-threshold':
    case 'excluded':
    case 'over-cap':
      return reason
  }
}
