/**
 * What is told of a box whose ballots are not published: sums and the outcome, and nothing of how votes meet.
 *
 * Pure. Invariant: who paid together with whom, and who prefers which outcome, follow from single ballots and
 * not from sums; a few such numbers are enough to find every ballot of a small box. So what may be told is
 * named here field by field, and whatever is not named stays untold. Decided in docs/decisions/0016.
 */
import type { Allocation, AllocationLine, Reason } from './allocation.ts'

/** The same outcome without the numbers that are made of groups of ballots. */
export function toldInSums(allocation: Allocation): Allocation {
  const { selected, cost, leftover, lines, lots, comparison } = allocation
  return {
    ...{ selected, cost, leftover, lines: lines.map(lineInSums), lots },
    ...(comparison && { comparison: { by: comparison.by, kept: comparison.kept } }),
  }
}

function lineInSums({ proposal, rank, votes, score, cost, reason }: AllocationLine) {
  return {
    ...{ proposal, rank, votes },
    ...(score === undefined ? {} : { score }),
    ...{ cost, reason: reasonInSums(reason) },
  }
}

function reasonInSums(reason: Reason): Reason {
  switch (reason.kind) {
    case 'funded': {
      const { kind, moneyBefore, moneyAfter } = reason
      return { kind, moneyBefore, moneyAfter }
    }
    case 'part-funded':
    case 'does-not-fit': {
      const { kind, moneyBefore, missing } = reason
      return { kind, moneyBefore, missing }
    }
    case 'no-votes':
    case 'outvoted':
      return { kind: reason.kind }
    case 'supporters-short': {
      const { kind, moneyBefore } = reason
      return { kind, ...(moneyBefore === undefined ? {} : { moneyBefore }) }
    }
    case 'after-stop':
      return { kind: reason.kind, moneyBefore: reason.moneyBefore }
    case 'below-threshold':
      return { kind: reason.kind, threshold: reason.threshold }
    case 'excluded':
      return { kind: reason.kind, by: reason.by }
    case 'over-cap':
      return capInSums(reason)
  }
}

/** A bound is the council's own, and how much of it is used follows from what is funded. */
function capInSums(reason: Extract<Reason, { kind: 'over-cap' }>): Reason {
  const { kind, missing, bound, most, theme, area } = reason
  return {
    ...{ kind, missing },
    ...(bound === undefined ? {} : { bound }),
    ...(most === undefined ? {} : { most }),
    ...(theme === undefined ? {} : { theme }),
    ...(area === undefined ? {} : { area }),
  }
}
