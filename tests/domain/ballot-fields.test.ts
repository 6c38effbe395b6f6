import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesOfFields, fieldsOfChoices } from '../../src/domain/ballot-fields.ts'
import type { BallotField } from '../../src/domain/ballot-fields.ts'
import type { BallotType } from '../../src/domain/ballot-form.ts'
import type { Choices } from '../../src/domain/choices.ts'
import { ok } from '../../src/domain/result.ts'
import { ids } from '../support/builders.ts'

const read = (...fields: readonly BallotField[]) => choicesOfFields(fields)

describe('choicesOfFields', () => {
  test('reads crosses, and no choice from an empty field', () => {
    expect(read(['choices', 'park'], ['choices', ' bench '], ['choices', ''])).toEqual(
      ok(['park', 'bench']),
    )
  })

  test('reads numbers as an order, whatever places are left out', () => {
    expect(read(['rank.park', '7'], ['rank.bench', '2'], ['rank.pool', ''])).toEqual(
      ok(['bench', 'park']),
    )
  })

  test('names a number that stands twice', () => {
    expect(read(['rank.park', '1'], ['rank.bench', '01'], ['rank.pool', '1'])).toMatchObject({
      error: { code: 'ballot-invalid' },
    })
    expect(read(['rank.park', '1'], ['rank.bench', '2'], ['rank.pool', '2'])).toMatchObject({
      error: { code: 'rank-repeated', details: { rank: 2 } },
    })
  })

  test('reads points, also with a real minus', () => {
    expect(read(['points.park', '3'], ['points.pool', '−2'], ['points.bench', ''])).toEqual(
      ok([
        { proposal: 'park', points: 3 },
        { proposal: 'pool', points: -2 },
      ]),
    )
  })

  test.each(['2.5', '1,5', 'three', '1e3', '0x10', '99999999'])('refuses "%s" points', (text) => {
    expect(read(['points.park', text])).toMatchObject({ error: { code: 'points-not-whole' } })
  })

  test.each([
    [
      ['choices', 'park'],
      ['rank.bench', '1'],
    ],
    [
      ['points.park', '1'],
      ['stance.bench', 'for'],
    ],
  ] as const)('refuses fields of two kinds at once: %j and %j', (...fields) => {
    expect(read(...fields)).toMatchObject({ error: { code: 'ballot-invalid' } })
  })

  test('reads stances, and leaves open what is left open', () => {
    expect(read(['stance.park', 'for'], ['stance.pool', ''], ['stance.bench', 'against'])).toEqual(
      ok([
        { proposal: 'park', stance: 'for' },
        { proposal: 'bench', stance: 'against' },
      ]),
    )
  })

  test('gives back what fieldsOfChoices wrote', () => {
    const some = fc.uniqueArray(fc.constantFrom(...ids('a', 'b', 'c', 'd', 'e')))
    const points = some.chain((names) =>
      fc.tuple(
        ...names.map((proposal) =>
          fc.record({
            proposal: fc.constant(proposal),
            points: fc.integer({ min: -9999, max: 9999 }),
          }),
        ),
      ),
    )
    const stances = some.chain((names) =>
      fc.tuple(
        ...names.map((proposal) =>
          fc.record({
            proposal: fc.constant(proposal),
            stance: fc.constantFrom('for' as const, 'against' as const),
          }),
        ),
      ),
    )
    const cases: fc.Arbitrary<readonly [BallotType, Choices]> = fc.oneof(
      some.map((choices) => ['approval', choices] as const),
      some.map((choices) => ['ranking', choices] as const),
      points.map((choices) => ['score', choices] as const),
      stances.map((choices) => ['for-against', choices] as const),
    )
    fc.assert(
      fc.property(cases, ([type, choices]) => {
        expect(choicesOfFields(fieldsOfChoices(choices, type))).toEqual(ok(choices))
      }),
    )
  })
})
