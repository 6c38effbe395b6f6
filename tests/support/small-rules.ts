/**
 * Random rules with random options for small elections.
 *
 * Pure. Invariant: every option of src/domain/rule.ts is drawn, alone and together with others;
 * tests/domain/rules/reach.test.ts counts that it is.
 */
import fc from 'fast-check'
import * as v from 'valibot'
import { PublishedRuleSchema, type Rule } from '../../src/domain/rule.ts'
import { idOf, type Small } from './reference/election.ts'
import { anElection, AREAS, MOST_PROPOSALS, THEMES } from './small-elections.ts'

export const METHODS = [
  'greedy',
  'greedy-no-skip',
  'greedy-per-cost',
  'greedy-threshold',
  'greedy-exclusive',
  'equalshares',
  'phragmen',
  'top-per-theme',
] as const

export type Method = (typeof METHODS)[number]

/** An election and the rule that counts it. */
export type Case = { readonly small: Small; readonly rule: Rule }

type Fields = Readonly<Record<string, unknown>>

// The last id is one that no small election has.
const ids = [...Array(MOST_PROPOSALS + 1).keys()].map(idOf)
const exclusive = fc.array(fc.shuffledSubarray(ids, { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 2,
})
const cap = fc.record(
  {
    theme: fc.constantFrom(...THEMES),
    area: fc.constantFrom(...AREAS),
    cost: fc.integer({ min: 0, max: 12_000 }),
    count: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
)
const limits = {
  exclusive,
  caps: fc.array(cap, { minLength: 1, maxLength: 2 }),
  comparison: fc.constantFrom('satisfaction', 'exclusion'),
}
const turns = {
  ...limits,
  fundWithoutVotes: fc.boolean(),
  partFunding: fc.boolean(),
  minVotes: fc.integer({ min: 1, max: 5 }),
}
/** Eighths of the budget, of which the areas together have at most all. */
const shares = fc.record(
  { north: fc.integer({ min: 0, max: 4 }), south: fc.integer({ min: 0, max: 4 }) },
  { requiredKeys: [] },
)

const ADDING = ['add1', 'add1u'] as const

/** The options of each method; those that it cannot do without are named beside. */
const OPTIONS: Readonly<
  Record<
    Method,
    { readonly fields: Readonly<Record<string, fc.Arbitrary<unknown>>>; readonly needs?: string[] }
  >
> = {
  greedy: { fields: turns },
  'greedy-no-skip': { fields: turns },
  'greedy-per-cost': { fields: turns },
  'greedy-threshold': { fields: turns, needs: ['minVotes'] },
  'greedy-exclusive': { fields: turns, needs: ['exclusive'] },
  equalshares: {
    fields: {
      ...turns,
      shares,
      utility: fc.constantFrom('votes', 'cardinality'),
      // Adding money has the most to get wrong.
      completion: fc.constantFrom(undefined, 'none', 'greedy', ...ADDING, ...ADDING),
      start: fc.constantFrom('exact', 'floor'),
      increment: fc.constantFrom(70, 250, 1000, 3000, 10_000),
    },
    needs: ['completion'],
  },
  phragmen: { fields: limits },
  'top-per-theme': {
    fields: { ...turns, perTheme: fc.integer({ min: 1, max: 3 }), withinBudget: fc.boolean() },
    needs: ['perTheme'],
  },
}

/** An election with a rule of the method. Each option that can be left out is there in one case of three. */
export function aCase(
  method: Method,
  election: fc.Arbitrary<Small> = anElection,
): fc.Arbitrary<Case> {
  const { fields, needs = [] } = OPTIONS[method]
  const drawn = Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [
      name,
      needs.includes(name) ? values : fc.option(values, { nil: undefined, freq: 2 }),
    ]),
  )
  return fc.tuple(election, fc.record(drawn)).map(([small, options]) => ({
    small,
    rule: ruleOf(small, { method, ...options }),
  }))
}

/** The rule of these fields, amounts in hundredths but for shares, which are eighths of the budget. */
function ruleOf({ budget }: Small, { shares: eighths, ...fields }: Fields): Rule {
  const parts = v.parse(v.optional(v.record(v.string(), v.number())), eighths)
  const amounts = Object.entries(parts ?? {}).map(([area, part]) => [
    area,
    Math.floor((budget * part) / 8),
  ])
  return aRule({ ...fields, shares: parts && Object.fromEntries(amounts) })
}

/** The rule of these fields, amounts in hundredths; fields that are undefined are left out. */
export function aRule(fields: Fields): Rule {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return v.parse(PublishedRuleSchema, Object.fromEntries(given))
}

/** The rule for an election whose amounts and points are in other units. */
export function enlarged(rule: Rule, unit: number, points: number): Rule {
  const times = (amount: number | undefined) => (amount === undefined ? undefined : amount * unit)
  const { caps, ...fields } = rule
  const shared = rule.method === 'equalshares' ? rule : undefined
  const votes = 'minVotes' in rule ? rule.minVotes : undefined
  const shares = Object.entries(shared?.shares ?? {}).map(([area, money]) => [area, times(money)])
  return aRule({
    ...fields,
    caps: caps?.map(({ cost, ...cap }) => ({
      ...cap,
      ...(cost === undefined ? {} : { cost: times(cost) }),
    })),
    minVotes: votes === undefined ? undefined : votes * points,
    shares: shared?.shares && Object.fromEntries(shares),
    increment: shared ? times(shared.increment ?? 100) : undefined,
  })
}

/** The rule with another id for each proposal. */
export function renamed(rule: Rule, name: (proposal: number) => string): Rule {
  if (rule.exclusive === undefined) return rule
  const groups = rule.exclusive.map((group) => group.map((id) => name(Number(id.slice(1)))))
  return v.parse(PublishedRuleSchema, { ...rule, exclusive: groups })
}
