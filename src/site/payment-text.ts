/**
 * Payments in words: who paid for a proposal under equal shares, or what its supporters lacked.
 *
 * Pure. Invariant: says how many, never who; prices are rounded for reading only.
 * Decided in docs/decisions/0006.
 */
import type { AllocationLine, Reason, SharesReason } from '../domain/allocation.ts'
import { stop } from '../i18n/sentence.ts'
import type { ResultContext } from './result-context.ts'

type Short = Extract<Reason, { readonly kind: 'supporters-short' }>

/** How a proposal was paid for. */
export function boughtSentences(
  line: AllocationLine,
  shares: SharesReason,
  context: ResultContext,
): readonly string[] {
  const { rule, reader } = context
  const { words, format } = reader
  const cardinal = rule.method === 'equalshares' && rule.utility === 'cardinality'
  const worth = cardinal
    ? words.reasons.cheapest
    : words.reasons.effective(format.decimal(shares.effectiveVotes))
  return [...payments(line, shares, context), worth]
}

function payments(
  { votes, score }: AllocationLine,
  { price, payInFull, payTheRest }: SharesReason,
  { reader }: ResultContext,
): readonly string[] {
  const { words, format } = reader
  const say = words.reasons
  const each = format.moneyOf(price)
  const pointed = score !== undefined
  if (!pointed && payInFull === votes) return [say.paidAll(votes, format.number(votes), each)]
  // Ballots that name a proposal without giving it points are no supporters of it.
  const broke = pointed ? 0 : votes - payInFull - payTheRest
  const part = (count: number, words: (count: number, shown: string) => string) =>
    count > 0 ? [words(count, format.number(count))] : []
  const paid = pointed ? say.paidPoints : say.paid
  const parts = [
    paid(payInFull, format.number(payInFull), each),
    ...part(payTheRest, say.gaveRest),
    ...part(broke, say.hadNothing),
  ]
  const chose = pointed ? [] : [say.chose(votes, format.number(votes))]
  return [...chose, stop(format.list(parts))]
}

/** What its supporters could still pay, and what was missing. */
export function shortSentences(
  { votes, score }: AllocationLine,
  { supportersHave, missing, moneyBefore }: Short,
  { reader }: ResultContext,
): readonly string[] {
  const { words, format } = reader
  const say = words.reasons
  const rest =
    moneyBefore === undefined
      ? []
      : [moneyBefore === 0 ? say.restGone : say.restShort(format.money(moneyBefore))]
  if (supportersHave === undefined || missing === undefined) return [say.shortUntold, ...rest]
  const [have, lacking] = [format.money(supportersHave), format.money(missing)]
  const shown = format.number(votes)
  const short =
    score !== undefined
      ? say.shortPoints(have, lacking)
      : supportersHave === 0
        ? say.shortOfAll(votes, shown, lacking)
        : say.short(votes, shown, have, lacking)
  return [short, ...rest]
}
