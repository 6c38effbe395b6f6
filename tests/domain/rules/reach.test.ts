import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { allocate } from '../../../src/domain/allocate.ts'
import type { Allocation, Reason } from '../../../src/domain/allocation.ts'
import { ReasonSchema } from '../../../src/domain/allocation.ts'
import type { Certificate } from '../../../src/domain/certificate.ts'
import { certify } from '../../../src/domain/certify.ts'
import { PublishedRuleSchema } from '../../../src/domain/rule.ts'
import { score, supporters, votes } from '../../support/reference/election.ts'
import { changedPlace, CHANGES } from '../../support/change-one.ts'
import { doorsOf } from '../../support/small-elections.ts'
import { aCase, METHODS, type Case } from '../../support/small-rules.ts'

// A property that its cases never come to says nothing: these tests count what they come to.
const PER_METHOD = 1_000

type Counted = Case & { readonly allocation: Allocation; readonly certificate: Certificate }

const cases: readonly Counted[] = METHODS.flatMap((method) =>
  fc.sample(aCase(method), { numRuns: PER_METHOD, seed: 2027 }).map((each) => {
    const { paper, cast, facts } = doorsOf(each.small, each.rule)
    const allocation = allocate(paper, cast, facts)
    return { ...each, allocation, certificate: certify(paper, cast, facts) }
  }),
)

function reached(holds: (each: Counted) => boolean): number {
  return cases.filter(holds).length
}

/** Every option of every method, and each of its values where they can be listed. */
const OPTIONS: readonly (readonly [method: string, option: string, value?: unknown])[] =
  PublishedRuleSchema.options.flatMap(({ entries }) => {
    const method = entries.method.literal
    return Object.entries(entries)
      .filter(([option]) => option !== 'method')
      .flatMap(([option, schema]) =>
        valuesOf(schema).map((value) => [method, option, value] as const),
      )
  })

/** The values that a schema lists; undefined stands for any. */
function valuesOf(schema: v.GenericSchema): readonly unknown[] {
  if (schema.type === 'boolean') return [true, false]
  if ('options' in schema && Array.isArray(schema.options) && schema.type === 'picklist')
    return schema.options
  if ('wrapped' in schema && isSchema(schema.wrapped)) return valuesOf(schema.wrapped)
  return [undefined]
}

function isSchema(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && 'type' in value
}

describe('the random elections and rules', () => {
  test('come to every option of every rule', () => {
    expect(OPTIONS.length).toBeGreaterThanOrEqual(80)
    const rare = OPTIONS.filter(([method, option, value]) => {
      const times = reached(({ rule }) => {
        const given = Object.entries(rule).find(([name]) => name === option)?.[1]
        return rule.method === method && given !== undefined && (value ?? given) === given
      })
      return times < 100
    })
    expect(rare).toEqual([])
  })

  test.each(ReasonSchema.options.map(({ entries }) => entries.kind.literal))(
    'come to the reason %s',
    (kind: Reason['kind']) => {
      expect(
        reached(({ allocation }) => allocation.lines.some(({ reason }) => reason.kind === kind)),
      ).toBeGreaterThan(50)
    },
  )

  test.each<readonly [string, (each: Counted) => boolean]>([
    ['a lot', ({ allocation }) => allocation.lots.length > 0],
    ['no lot', ({ allocation }) => allocation.lots.length === 0],
    ['no voters', ({ small }) => small.ballots.length === 0],
    [
      'a blank ballot',
      ({ small }) => small.ballots.some((all) => !all.some((p) => p !== undefined)),
    ],
    ['no money', ({ small }) => small.budget === 0],
    ['a free proposal', ({ small }) => small.costs.includes(0)],
    ['a proposal dearer than the budget', ({ small }) => Math.max(...small.costs) > small.budget],
    ['points against', ({ small }) => small.ballots.flat().some((points) => (points ?? 0) < 0)],
    [
      'votes without support',
      ({ small }) =>
        small.costs.some((_, p) => votes(small, p) > 0 && !supporters(small, p).length),
    ],
    [
      'points that cancel out',
      ({ small }) => small.costs.some((_, p) => votes(small, p) > 1 && score(small, p) === 0),
    ],
    [
      'the outcome of the rule preferred',
      ({ certificate: c }) => (c.comparison?.forRule ?? 0) > (c.comparison?.forGreedy ?? 0),
    ],
    ['the outcome of greedy kept', ({ certificate }) => certificate.comparison?.kept === 'greedy'],
    [
      'supporters who give the rest',
      ({ certificate: { run } }) =>
        run?.purchases.some(({ theRest }) => theRest.length > 0) ?? false,
    ],
    ['money added by add1', ({ certificate: { run } }) => (run?.extra ?? 0) > 0],
    ['add1 ended by a step too dear', ({ certificate: { next } }) => next !== undefined],
    [
      'add1 ended with nothing left to fit',
      ({ certificate: { run, next } }) => (run?.extra ?? 0) > 0 && next === undefined,
    ],
    ['areas with shares of their own', ({ certificate: { run } }) => (run?.starts.length ?? 0) > 2],
    ['loads ended by what did not fit', ({ certificate: { loads } }) => loads?.stop !== undefined],
    [
      'loads ended with nothing left',
      ({ certificate: { loads } }) =>
        loads !== undefined && loads.stop === undefined && loads.purchases.length > 0,
    ],
    [
      'completions that fund more',
      ({ certificate: { run, turns } }) =>
        run !== undefined && (turns ?? []).some(({ paid }) => paid > 0),
    ],
    ['favourites beyond the budget', ({ allocation }) => allocation.leftover < 0],
  ])('come to %s', (_, holds) => {
    expect(reached(holds)).toBeGreaterThan(50)
  })

  test('are certified with every field of a certificate, and every field is changed', () => {
    const fieldsOf = (value: unknown, path = ''): readonly string[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, member]) =>
            fieldsOf(member, Array.isArray(value) ? `${path}[]` : `${path}.${name}`),
          )
        : [path]
    const there = new Set(cases.flatMap(({ certificate }) => fieldsOf(certificate)))
    const changed = new Set(
      cases.flatMap(({ certificate }, at) =>
        [...Array(CHANGES).keys()].map((more) =>
          changedPlace(certificate, at * 7919 + more * 104_729),
        ),
      ),
    )
    expect([...there].filter((path) => !changed.has(path))).toEqual([])
    expect(there.size).toBeGreaterThan(30)
  })
})
