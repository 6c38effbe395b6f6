/**
 * One run of equal shares written down: who pays what for each purchase, as fractions.
 *
 * Pure. Invariant: groups stand in the order of the certificate, and each sum that is left to give away
 * stands once a purchase. Decided in docs/decisions/0006.
 */
import type { CertifiedPurchase, CertifiedRun } from './certificate.ts'
import type { Contest } from './contest.ts'
import { reduce, type Fraction } from './rules/fraction.ts'
import type { Endowment, Ledger } from './rules/ledger.ts'
import type { Limits } from './rules/limits.ts'
import { makeSharesCounter, type Watcher } from './rules/shares-run.ts'
import type { Worth } from './rules/shares-ties.ts'

export type RunFacts = {
  readonly endowment: Endowment
  /** Hundredths that are in every start beyond the share. */
  readonly extra: number
  readonly worth: Worth
  readonly limits: Limits
  /** The place of each group of the contest in the certificate. */
  readonly places: readonly number[]
  readonly names: { readonly ids: readonly string[]; readonly areas: readonly string[] }
}

/** Runs with the endowment; tells also what the purchases cost together, in hundredths. */
export function certifyRun(
  contest: Contest,
  { endowment, extra, worth, limits, places, names }: RunFacts,
): { run: CertifiedRun; spent: number } {
  const { ids, areas } = names
  const paid = new Map<number, CertifiedPurchase>()
  const watch: Watcher = (purchase) =>
    paid.set(purchase.proposal, certifyPurchase(purchase, { places, id: ids[purchase.proposal]! }))
  const { order, spent } = makeSharesCounter(contest, { worth, limits }, watch)(endowment)
  const starts = endowment.numerators.map((numerator, part) => {
    const area = areas[part - 1]
    const each = printFraction({ numerator, denominator: endowment.denominator })
    return area === undefined ? { each } : { area, each }
  })
  const purchases = order.map((each) => paid.get(each) ?? freePurchase(ids[each]!))
  return { run: { extra, starts, purchases }, spent }
}

function freePurchase(proposal: string): CertifiedPurchase {
  return { proposal, price: ['0', '1'], inFull: [], theRest: [] }
}

function certifyPurchase(
  { proposal, price, purses, ledger }: Parameters<Watcher>[0],
  { places, id }: { readonly places: readonly number[]; readonly id: string },
): CertifiedPurchase {
  const { contest, group, rich, alive, money } = purses
  const byPlace = (from: number, to: number) =>
    [...group.subarray(from, to)].toSorted((a, b) => places[a]! - places[b]!)
  const poor = byPlace(rich[proposal]!, alive[proposal]!).filter((each) => money[each]! > 0)
  const held = holdingsOf(ledger)
  const numerator = BigInt(contest.cost[proposal]!)
  const denominator = ledger.denominator() * BigInt(price.units)
  return {
    proposal: id,
    price: printFraction({ numerator: price.numerator, denominator }),
    effectiveVotes: printFraction({
      numerator: numerator * denominator,
      denominator: price.numerator,
    }),
    inFull: byPlace(contest.supporters.start[proposal]!, rich[proposal]!).map(
      (each) => places[each]!,
    ),
    theRest: [...Map.groupBy(poor, held)].map(([each, groups]) => {
      const [top = '0', bottom = '1'] = each.split('/')
      return { each: [top, bottom], groups: groups.map((one) => places[one]!) }
    }),
  }
}

/** What each voter of a group holds, as text; groups of one history are reckoned once. */
function holdingsOf(ledger: Ledger): (group: number) => string {
  const known = new Map<string, string>()
  return (group) => {
    const key = ledger.key(group)
    const before = known.get(key)
    if (before !== undefined) return before
    ledger.clear()
    ledger.add(group, 1)
    const held = printFraction({ numerator: ledger.total(), denominator: ledger.denominator() })
    known.set(key, held.join('/'))
    return held.join('/')
  }
}

/** In lowest terms, as text. */
export function printFraction(fraction: Fraction): [string, string] {
  const { numerator, denominator } = reduce(fraction)
  return [String(numerator), String(denominator)]
}
