/**
 * A round: one budget, one vote, one outcome (content/rounds/<round>/round.md).
 *
 * Pure. Invariant: a round that passes RoundSchema and roundProblems can be run to its end.
 * Decided in docs/decisions/0005, its events and translations in 0020.
 */
import * as v from 'valibot'
import { BallotFormSchema } from './ballot-form.ts'
import { eventFaults, EventSchema } from './event.ts'
import type { FieldFault } from './field-fault.ts'
import { AreaIdSchema, HallIdSchema, ThemeIdSchema, WHOLE, type Pool, type RoundId } from './id.ts'
import { LotSchema } from './lot.ts'
import { MoneySchema, printMoney, sumMoney, type Money } from './money.ts'
import { phaseFaults, PHASES, PhaseSchema } from './phase.ts'
import type { RoundTranslation } from './round-translation.ts'
import { limitFaults } from './rule-limits.ts'
import { RuleSchema } from './rule.ts'
import type { Told, Translations } from './translation.ts'
import { lineOf } from './written-text.ts'

const people = v.pipe(
  v.number('write a whole number'),
  v.integer('write a whole number'),
  v.minValue(0, 'write zero or more'),
)

/** What is published after the vote. */
export const RESULT_KINDS = ['certified', 'provisional'] as const

export const AreaSchema = v.strictObject({
  /** The area's short name in addresses: a-z, digits, dashes. */
  id: AreaIdSchema,
  /** The area's name as residents say it. */
  name: lineOf(1, 80),
  /** The area's own money, voted on by its own residents. Give it to every area or to none. */
  budget: v.optional(MoneySchema),
  /** How many residents of the area may vote; turnout is counted against it. */
  eligible: v.optional(people),
})

export const ThemeSchema = v.strictObject({
  /** The theme's short name in addresses: a-z, digits, dashes. */
  id: ThemeIdSchema,
  /** The theme's name as residents read it. */
  name: lineOf(1, 60),
})

export const HallSchema = v.strictObject({
  /** The hall's short name in files: a-z, digits, dashes. */
  id: HallIdSchema,
  /** The hall's name as residents say it. */
  name: lineOf(1, 80),
})

export const RoundSchema = v.strictObject({
  /** The version of this file's form. Write 1. */
  schemaVersion: v.literal(1, 'write 1'),
  /** The round's name, with its year: "Lindevang Decides 2026". */
  title: lineOf(1, 80),
  /** One or two sentences on what residents can do here; it stands under the title. */
  summary: lineOf(1, 300),
  /** The money of the whole round in main units: 75000. Leave out where every area has its own. */
  budget: v.optional(MoneySchema),
  /** How many residents may vote; turnout is counted against it. */
  eligible: v.optional(people),
  /** Who may vote, in a few words: "Everyone over ten who lives in the district". */
  voters: v.optional(lineOf(1, 200)),
  /** The parts of the council, each with its own money or only as a label of proposals. */
  areas: v.optional(v.array(AreaSchema), []),
  /** What proposals can be about. */
  themes: v.optional(v.array(ThemeSchema), []),
  /** The dated steps of the round, in order. */
  phases: v.pipe(v.array(PhaseSchema), v.minLength(1, 'name at least one phase')),
  /** What residents can come to: help evenings, a market of ideas, the last day in the hall. */
  events: v.optional(v.array(EventSchema, 'write a list, each with id, title and from'), []),
  /** What a proposal must keep to, beside its cost: "The money pays for things, not for wages." */
  conditions: v.optional(v.array(lineOf(1, 200), 'write a list of sentences'), []),
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
      /** A clerk certifies the full result: `certified` publishes nothing before that, `provisional` its sums. */
      result: v.optional(v.picklist(RESULT_KINDS, 'write certified or provisional'), 'certified'),
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
  /** Halls without internet, each with a ballot box of its own; fixed once voting was opened. */
  halls: v.optional(v.array(HallSchema, 'write a list, each with id and name'), []),
})

export type RoundText = v.InferOutput<typeof RoundSchema>
export type Area = v.InferOutput<typeof AreaSchema>
export type Theme = v.InferOutput<typeof ThemeSchema>
export type Hall = v.InferOutput<typeof HallSchema>

/** A round with its id (the name of its folder) and its story in Markdown. */
export type Round = RoundText &
  Told & {
    readonly id: RoundId
    readonly body: string
    readonly translations?: Translations<RoundTranslation>
  }

/** What is wrong across the fields of a round, in words for the author. */
export function roundProblems(round: RoundText, timeZone: string): string[] {
  return roundFaults(round, timeZone).map(({ words }) => words)
}

/** What is wrong across the fields of a round. */
export function roundFaults(round: RoundText, timeZone: string): FieldFault[] {
  return [
    ...phaseFaults(round.phases, timeZone),
    ...eventFaults(round.events, timeZone),
    ...moneyFaults(round),
    ...idFaults(round),
    ...orderFaults(round),
    ...limitFaults(round),
  ]
}

function moneyFaults(round: RoundText): FieldFault[] {
  const { areas, ballot } = round
  const budgets = areas.filter((area) => area.budget !== undefined).length
  const faults: FieldFault[] = []
  if (budgets > 0 && budgets < areas.length)
    faults.push(fault('areas', 'some-budgets', 'areas: give a budget to every area or to none'))
  if (budgets > 0 && round.budget !== undefined)
    faults.push(
      fault('budget', 'budget-twice', 'budget: leave it out, because every area has its own'),
    )
  if (budgets === 0 && round.budget === undefined)
    faults.push(fault('budget', 'missing', 'budget: missing'))
  const [shared, total] = [sumMoney(Object.values(sharesOf(round))), totalBudget(round)]
  if (shared > total) {
    const found = `the areas share ${printMoney(shared)}`
    const words = `rule.shares: ${found}, expected at most the budget of ${printMoney(total)}`
    faults.push(fault('rule.shares', 'over-budget', words))
  }
  const most = ballot?.type === 'knapsack' ? ballot.maxCost : undefined
  if (most !== undefined && poolsOf(round).some((pool) => most > poolBudget(round, pool))) {
    const words = 'ballot.maxCost: more than the budget; leave it out for the budget'
    faults.push(fault('ballot.maxCost', 'over-budget', words))
  }
  return faults
}

function idFaults({ areas, themes, halls }: RoundText): FieldFault[] {
  const lists = Object.entries({ areas, themes, halls })
  return lists
    .filter(([, list]) => new Set(list.map(({ id }) => id)).size < list.length)
    .map(([name]) => fault(name, 'twice', `${name}: two ${name} have the same id`))
}

function orderFaults({ phases, ballot }: RoundText): FieldFault[] {
  const order = phases.map((phase) => PHASES.indexOf(phase.phase))
  const votes = phases.filter((phase) => phase.phase === 'voting').length
  const faults: FieldFault[] = []
  if (order.some((at, index) => at < (order[index - 1] ?? 0)))
    faults.push(
      fault('phases', 'phase-order', `phases: write them in the order ${PHASES.join(', ')}`),
    )
  if (votes > 1)
    faults.push(fault('phases', 'voting-twice', 'phases: a round has one voting phase'))
  if (votes > 0 !== (ballot !== undefined)) {
    const words = 'ballot: a round with a voting phase has a ballot, and one without has none'
    faults.push(fault('ballot.type', 'ballot-or-voting', words))
  }
  return faults
}

function fault(at: string, code: FieldFault['code'], words: string): FieldFault {
  return { at, code, words }
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
