/**
 * A round: one budget, one vote, one outcome (content/rounds/<round>/round.md).
 *
 * Pure. Invariant: a round that passes RoundSchema and roundProblems can be run to its end.
 * Decided in docs/decisions/0005, its events and translations in 0020.
 */
import * as v from 'valibot'
import { BallotFormSchema } from './ballot-form.ts'
import { eventProblems, EventSchema } from './event.ts'
import { AreaIdSchema, ThemeIdSchema, WHOLE, type Pool, type RoundId } from './id.ts'
import { LotSchema } from './lot.ts'
import { MoneySchema, printMoney, sumMoney, type Money } from './money.ts'
import { PHASES, phaseProblems, PhaseSchema } from './phase.ts'
import type { RoundTranslation } from './round-translation.ts'
import { RuleSchema } from './rule.ts'
import type { Told, Translations } from './translation.ts'

const words = (most: number) =>
  v.pipe(
    v.string('write a line of text'),
    v.trim(),
    v.minLength(1, 'write at least one character'),
    v.maxLength(most, `write at most ${most} characters`),
  )
const people = v.pipe(
  v.number('write a whole number'),
  v.integer('write a whole number'),
  v.minValue(0, 'write zero or more'),
)

export const AreaSchema = v.strictObject({
  /** The area's short name in addresses: a-z, digits, dashes. */
  id: AreaIdSchema,
  /** The area's name as residents say it. */
  name: words(80),
  /** The area's own money, voted on by its own residents. Give it to every area or to none. */
  budget: v.optional(MoneySchema),
  /** How many residents of the area may vote; turnout is counted against it. */
  eligible: v.optional(people),
})

export const ThemeSchema = v.strictObject({
  /** The theme's short name in addresses: a-z, digits, dashes. */
  id: ThemeIdSchema,
  /** The theme's name as residents read it. */
  name: words(60),
})

export const RoundSchema = v.strictObject({
  /** The version of this file's form. Write 1. */
  schemaVersion: v.literal(1, 'write 1'),
  /** The round's name, with its year: "Lindevang Decides 2026". */
  title: words(80),
  /** One or two sentences on what residents can do here; it stands under the title. */
  summary: words(300),
  /** The money of the whole round in main units: 75000. Leave out where every area has its own. */
  budget: v.optional(MoneySchema),
  /** How many residents may vote; turnout is counted against it. */
  eligible: v.optional(people),
  /** Who may vote, in a few words: "Everyone over ten who lives in the district". */
  voters: v.optional(words(200)),
  /** The parts of the council, each with its own money or only as a label of proposals. */
  areas: v.optional(v.array(AreaSchema), []),
  /** What proposals can be about. */
  themes: v.optional(v.array(ThemeSchema), []),
  /** The dated steps of the round, in order. */
  phases: v.pipe(v.array(PhaseSchema), v.minLength(1, 'name at least one phase')),
  /** What residents can come to: help evenings, a market of ideas, the last day in the hall. */
  events: v.optional(v.array(EventSchema, 'write a list, each with id, title and from'), []),
  /** What a proposal must keep to, beside its cost: "The money pays for things, not for wages." */
  conditions: v.optional(v.array(words(200), 'write a list of sentences'), []),
  /** Limits on what a proposal may cost, checked when it is sent in and again here. */
  proposalCost: v.optional(
    v.strictObject({
      /** The least that a proposal may cost. */
      min: v.optional(MoneySchema),
      /** The most that a proposal may cost. */
      max: v.optional(MoneySchema),
    }),
    {},
  ),
  /** What a ballot looks like. Leave out for a round without a vote. */
  ballot: v.optional(BallotFormSchema),
  /** How the winners are found. */
  rule: v.optional(RuleSchema, { method: 'greedy' }),
  /** The order that settles ties, drawn by lot in public before voting opens. */
  lot: v.optional(LotSchema),
  /** What is published after the vote. */
  publication: v.optional(
    v.strictObject({
      /** `certified` publishes the full snapshot; `provisional` publishes sums until a clerk certifies. */
      result: v.optional(
        v.picklist(['certified', 'provisional'], 'write certified or provisional'),
        'certified',
      ),
      /**
       * Ballots are published (without names or codes) only where a ballot box holds at least this many. Leave
       * out for 50, or for 250 where ballots rank or give points and hold more than six proposals.
       */
      floor: v.optional(v.pipe(people, v.minValue(5, 'write 5 or more'))),
      /** Days after the close in which a result may be contested; then codes, ballots and contacts are purged. */
      complaintDays: v.optional(v.pipe(people, v.maxValue(3650, 'write at most 3650')), 42),
    }),
    {},
  ),
  /** Whether ballots on paper are also counted; then a clerk seals the round by hand, once all paper is in. */
  paper: v.optional(v.boolean('write true or false'), false),
})

export type RoundText = v.InferOutput<typeof RoundSchema>
export type Area = v.InferOutput<typeof AreaSchema>
export type Theme = v.InferOutput<typeof ThemeSchema>

/** A round with its id (the name of its folder) and its story in Markdown. */
export type Round = RoundText &
  Told & {
    readonly id: RoundId
    readonly body: string
    readonly translations?: Translations<RoundTranslation>
  }

/** What is wrong across the fields of a round, in words for the author. */
export function roundProblems(round: RoundText, timeZone: string): string[] {
  const budgets = round.areas.filter((area) => area.budget !== undefined).length
  const problems = phaseProblems(round.phases, timeZone).map((problem) => `phases.${problem}`)
  problems.push(...eventProblems(round.events, timeZone))
  if (budgets > 0 && budgets < round.areas.length)
    problems.push('areas: give a budget to every area or to none')
  if (budgets > 0 && round.budget !== undefined)
    problems.push('budget: leave it out, because every area has its own')
  if (budgets === 0 && round.budget === undefined) problems.push('budget: missing')
  if (new Set(round.areas.map((area) => area.id)).size < round.areas.length)
    problems.push('areas: two areas have the same id')
  if (new Set(round.themes.map((theme) => theme.id)).size < round.themes.length)
    problems.push('themes: two themes have the same id')
  const shared = sumMoney(Object.values(sharesOf(round)))
  if (shared > totalBudget(round))
    problems.push(
      `rule.shares: the areas share ${printMoney(shared)}, expected at most the budget of ${printMoney(totalBudget(round))}`,
    )
  const order = round.phases.map((phase) => PHASES.indexOf(phase.phase))
  if (order.some((at, index) => at < (order[index - 1] ?? 0)))
    problems.push(`phases: write them in the order ${PHASES.join(', ')}`)
  if (round.phases.filter((phase) => phase.phase === 'voting').length > 1)
    problems.push('phases: a round has one voting phase')
  if (round.phases.some((phase) => phase.phase === 'voting') !== (round.ballot !== undefined))
    problems.push('ballot: a round with a voting phase has a ballot, and one without has none')
  const most = round.ballot?.type === 'knapsack' ? round.ballot.maxCost : undefined
  if (most !== undefined && poolsOf(round).some((pool) => most > poolBudget(round, pool)))
    problems.push('ballot.maxCost: more than the budget; leave it out for the budget')
  return problems
}

function sharesOf({ rule }: RoundText): Readonly<Record<string, Money>> {
  return rule.method === 'equalshares' ? (rule.shares ?? {}) : {}
}

/** The money of the whole round. */
export function totalBudget(round: RoundText): Money {
  return round.budget ?? sumMoney(round.areas.map((area) => area.budget ?? sumMoney([])))
}

/** The ballot boxes of a round: one an area where areas have their own money, else one for all. */
export function poolsOf(round: RoundText): readonly Pool[] {
  const areas = round.areas.filter((area) => area.budget !== undefined)
  return areas.length > 0 ? areas.map((area) => area.id) : [WHOLE]
}

/** The money that the ballots of one box decide on. */
export function poolBudget(round: RoundText, pool: Pool): Money {
  const area = round.areas.find(({ id }) => id === pool)
  return area?.budget ?? totalBudget(round)
}

/** How many residents may put a ballot into the box; undefined where the council did not say. */
export function poolEligible(round: RoundText, pool: Pool): number | undefined {
  return pool === WHOLE ? round.eligible : round.areas.find(({ id }) => id === pool)?.eligible
}
