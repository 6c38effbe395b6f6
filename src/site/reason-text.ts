/**
 * Reasons in words: why a proposal was funded or not, in the reader's language.
 *
 * Pure. Invariant: every kind of reason has a sentence under every rule, and every number in it is in the
 * published line. Decided in docs/decisions/0006.
 */
import type { AllocationLine, Reason } from '../domain/allocation.ts'
import { boughtSentences, shortSentences } from './payment-text.ts'
import { countOf, placeName, themeOf, titleWithin, type ResultContext } from './result-context.ts'

type Funded = Extract<Reason, { readonly kind: 'funded' }>
type DoesNotFit = Extract<Reason, { readonly kind: 'does-not-fit' }>
type OverCap = Extract<Reason, { readonly kind: 'over-cap' }>

/** Why a proposal was funded or not, in a few sentences. */
export function reasonText(line: AllocationLine, context: ResultContext): string {
  return sentences(line, context).join(' ')
}

function sentences(line: AllocationLine, context: ResultContext): readonly string[] {
  const { words, format } = context.reader
  const { reason } = line
  const say = words.reasons
  switch (reason.kind) {
    case 'funded':
      return funded(line, reason, context)
    case 'part-funded': {
      const { moneyBefore, missing } = reason
      return [say.partFunded(format.money(moneyBefore), format.money(missing)), say.endedHere]
    }
    case 'does-not-fit':
      return doesNotFit(line, reason, context)
    case 'after-stop':
      return [afterStop(context)]
    case 'no-votes':
      return [say.noVotes]
    case 'outvoted':
      return [countOf(line) < 0 ? say.moreAgainst : say.evenAgainst]
    case 'supporters-short':
      return shortSentences(line, reason, context)
    case 'below-threshold':
      return [say.threshold(countText(line, context), format.number(reason.threshold))]
    case 'excluded':
      return [say.excluded(titleWithin(context, reason.by))]
    case 'over-cap':
      return [overCap(reason, context)]
  }
}

/** `12 votes`, or `30 points` where ballots give points. */
export function countText(line: AllocationLine, { reader }: ResultContext): string {
  const { words, format } = reader
  const count = countOf(line)
  const of = line.score === undefined ? words.result.votesOf : words.result.pointsOf
  return of(count, format.number(count))
}

function funded(line: AllocationLine, reason: Funded, context: ResultContext): readonly string[] {
  const { rule, pool, reader } = context
  const { words, format } = reader
  const say = words.reasons
  if (reason.shares) return boughtSentences(line, reason.shares, context)
  if (reason.purse) return [say.purse(format.moneyOf(reason.purse))]
  if (line.cost === 0) return [say.free]
  const fitted = fittedText(reason, context)
  if (pool.allocation.shares) return [say.fromRest, fitted]
  if (rule.method === 'top-per-theme') {
    const place = placeInTheme(line, context)
    return rule.withinBudget === false ? [place] : [place, fitted]
  }
  if (line.votes === 0) return [say.unasked, fitted]
  if (line.rank === 1) return [ahead(context), say.leftAfter(format.money(reason.moneyAfter))]
  return rule.method === 'greedy-per-cost' ? [density(line, context), fitted] : [fitted]
}

function fittedText({ moneyBefore, moneyAfter }: Funded, { reader }: ResultContext): string {
  const { words, format } = reader
  const before = format.money(moneyBefore)
  return moneyAfter === 0
    ? words.reasons.last(before)
    : words.reasons.fitted(before, format.money(moneyAfter))
}

function ahead({ rule, pointed, reader }: ResultContext): string {
  const { votes, points, votesForCost, pointsForCost } = reader.words.reasons.ahead
  if (rule.method === 'greedy-per-cost') return pointed ? pointsForCost : votesForCost
  return pointed ? points : votes
}

/** What one vote or one point of a proposal costs, which is the order of greedy-per-cost. */
function density(line: AllocationLine, { reader }: ResultContext): string {
  const { costOf } = reader.words.reasons
  const fraction = { numerator: String(line.cost), denominator: String(Math.max(1, countOf(line))) }
  const cost = reader.format.moneyOf(fraction)
  return line.score === undefined ? costOf.vote(cost) : costOf.point(cost)
}

function placeInTheme(line: AllocationLine, context: ResultContext): string {
  const { pool, page, reader } = context
  const theme = themeOf(context, line.proposal)
  const inTheme = pool.allocation.lines.filter(
    ({ proposal }) => themeOf(context, proposal) === theme,
  )
  const name = placeName(page, { theme }) || reader.words.reasons.noTheme
  return reader.words.reasons.place(inTheme.indexOf(line) + 1, name)
}

function doesNotFit(
  line: AllocationLine,
  { moneyBefore, missing, purse }: DoesNotFit,
  { rule, pool, reader }: ResultContext,
): readonly string[] {
  const { words, format } = reader
  const say = words.reasons
  const left =
    line.cost > pool.budget
      ? say.tooDear(format.money(pool.budget))
      : moneyBefore === 0
        ? say.nothingLeft
        : say.missing(format.money(moneyBefore), format.money(missing))
  const ended = purse !== undefined || rule.method === 'greedy-no-skip'
  return [
    ...(purse ? [say.next(format.moneyOf(purse))] : []),
    left,
    ...(ended ? [say.endedHere] : []),
  ]
}

function afterStop(context: ResultContext): string {
  const { allocation } = context.pool
  const say = context.reader.words.reasons
  const last = allocation.lines.find(({ reason }) => reason.kind === 'part-funded')
  if (last) return say.afterPart(titleWithin(context, last.proposal))
  const stopped = allocation.lines.find(({ reason }) => reason.kind === 'does-not-fit')
  return say.afterStop(stopped && titleWithin(context, stopped.proposal))
}

function overCap(reason: OverCap, { page, reader }: ResultContext): string {
  const { words, format } = reader
  const { bound, most, missing } = reason
  const name = placeName(page, reason) || words.reasons.noTheme
  if (bound === undefined || most === undefined) return words.reasons.cap
  return bound === 'number'
    ? words.reasons.capNumber(name, most)
    : words.reasons.capMoney(name, format.money(most), format.money(missing))
}
