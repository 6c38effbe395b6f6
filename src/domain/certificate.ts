/**
 * Certificates: a count written down so that a stranger can check it without counting.
 *
 * Pure. Invariant: a certificate of our count is accepted by verify-certificate.ts, which shares no code
 * with the rules; one with any number changed is refused. Payments stand per group of equal ballots, so
 * a certificate may only be published where the ballots are. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import type { Contest } from './contest.ts'
import type { Rule } from './rule.ts'
import type { CountOptions } from './rules/count-contest.ts'
import { reduce } from './rules/fraction.ts'
import type { Endowment } from './rules/ledger.ts'
import type { Outcome } from './rules/outcome.ts'
import { makeSharesCounter, type Watcher } from './rules/shares-run.ts'

const number = v.pipe(v.string(), v.regex(/^\d{1,20000}$/))
const fraction = v.tuple([number, number])

const PurchaseSchema = v.strictObject({
  proposal: v.string(),
  /** What each paying supporter gives for each of her points, in hundredths. */
  price: fraction,
  /** The cost divided by the price; the highest was bought. */
  effectiveVotes: fraction,
  /** The groups of ballots that pay the price for each of their points. */
  inFull: v.array(v.number()),
  /** The groups that give the rest of what they hold, and how much that is for each voter. */
  theRest: v.array(v.strictObject({ group: v.number(), each: fraction })),
})

const RunSchema = v.strictObject({
  /** What every voter of each part starts with, in hundredths. */
  starts: v.array(fraction),
  purchases: v.array(PurchaseSchema),
})

export const CertificateSchema = v.strictObject({
  schemaVersion: v.literal(1),
  rule: v.string(),
  budget: v.number(),
  voters: v.number(),
  /** Groups of equal ballots: what they chose, with points, and how many ballots they are. */
  groups: v.array(
    v.strictObject({
      ballots: v.number(),
      part: v.number(),
      choices: v.array(v.tuple([v.string(), v.number()])),
    }),
  ),
  /** The run of equal shares whose outcome counts. */
  run: v.optional(RunSchema),
  /** The run with one increment more, which would cost more than the budget. */
  next: v.optional(RunSchema),
  /** Turns by votes: which proposal, how many hundredths were left, and how many it got. */
  turns: v.array(v.strictObject({ proposal: v.string(), left: v.number(), paid: v.number() })),
  selected: v.array(v.string()),
})

export type Certificate = v.InferOutput<typeof CertificateSchema>
export type CertifiedRun = v.InferOutput<typeof RunSchema>

/** Certifies an outcome of a rule that goes by turn or of equal shares. Ids are by proposal. */
export function certify(
  contest: Contest,
  { outcome, ids, name }: { outcome: Outcome; ids: readonly string[]; name: string },
  options: CountOptions,
): Certificate {
  const idOf = (index: number) => ids[index]!
  const { shares } = outcome
  const runOf = (endowment: Endowment) => certifyRun(contest, endowment, { ids, options })
  const next =
    shares && addsMoney(options.rule) ? runOf(raised(shares.endowment, options.rule)) : undefined
  const exceeds = next && costOf(contest, next.order) > contest.budget
  return {
    schemaVersion: 1,
    rule: name,
    budget: contest.budget,
    voters: contest.voters,
    groups: groupsOf(contest, ids),
    ...(shares ? { run: runOf(shares.endowment).run } : {}),
    ...(exceeds ? { next: next.run } : {}),
    turns: outcome.turns.map(({ proposal, moneyBefore, paid }) => ({
      proposal: idOf(proposal),
      left: moneyBefore,
      paid,
    })),
    selected: outcome.funded.map(idOf),
  }
}

function groupsOf(
  { weight, part, ballots }: Contest,
  ids: readonly string[],
): Certificate['groups'] {
  const { start, item, points } = ballots
  return [...weight].map((count, group) => ({
    ballots: count,
    part: part[group]!,
    choices: Array.from({ length: start[group + 1]! - start[group]! }, (_, at) => {
      const entry = start[group]! + at
      return [ids[item[entry]!]!, points[entry]!] satisfies [string, number]
    }),
  }))
}

function certifyRun(
  contest: Contest,
  endowment: Endowment,
  { ids, options }: { ids: readonly string[]; options: CountOptions },
): { run: CertifiedRun; order: readonly number[] } {
  const { rule, limits } = options
  const cardinal = rule.method === 'equalshares' && rule.utility === 'cardinality'
  const purchases: CertifiedRun['purchases'] = []
  const watch: Watcher = (purchase) => purchases.push(purchaseOf(purchase, ids))
  const worth = cardinal ? 'cardinality' : 'cost'
  const { order } = makeSharesCounter(contest, { worth, limits }, watch)(endowment)
  const free = order.filter((each) => contest.cost[each] === 0)
  const zero: CertifiedRun['purchases'] = free.map((each) => ({
    proposal: ids[each]!,
    price: ['0', '1'],
    effectiveVotes: ['0', '1'],
    inFull: [],
    theRest: [],
  }))
  const starts = endowment.numerators.map((each) => print(each, endowment.denominator))
  return { run: { starts, purchases: [...zero, ...purchases] }, order }
}

function purchaseOf(
  { proposal, price, purses, ledger }: Parameters<Watcher>[0],
  ids: readonly string[],
): CertifiedRun['purchases'][number] {
  const { contest, group, rich, alive, money } = purses
  const denominator = ledger.denominator() * BigInt(price.units)
  const first = purses.first[proposal]!
  const poor = [...group.subarray(rich[proposal], alive[proposal])].filter(
    (each) => money[each]! > 0,
  )
  return {
    proposal: ids[proposal]!,
    price: print(price.numerator, denominator),
    effectiveVotes: print(BigInt(contest.cost[proposal]!) * denominator, price.numerator),
    inFull: [...group.subarray(first, rich[proposal])].toSorted((a, b) => a - b),
    theRest: poor
      .toSorted((a, b) => a - b)
      .map((each) => {
        ledger.clear()
        ledger.add(each, 1)
        return { group: each, each: print(ledger.total(), ledger.denominator()) }
      }),
  }
}

function addsMoney(rule: Rule): boolean {
  return (
    rule.method === 'equalshares' && (rule.completion === 'add1' || rule.completion === 'add1u')
  )
}

/** One increment more for every voter. */
function raised({ numerators, denominator }: Endowment, rule: Rule): Endowment {
  const increment = BigInt((rule.method === 'equalshares' ? rule.increment : undefined) ?? 100)
  return { numerators: numerators.map((each) => each + increment * denominator), denominator }
}

function costOf({ cost }: Contest, order: readonly number[]): number {
  return order.reduce((sum, each) => sum + cost[each]!, 0)
}

function print(numerator: bigint, denominator: bigint): [string, string] {
  const lowest = reduce({ numerator, denominator })
  return [String(lowest.numerator), String(lowest.denominator)]
}
