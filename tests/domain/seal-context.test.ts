import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { makeKeys } from '../../src/adapters/keys.ts'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { makeRecord, openRecord, sealContext } from '../../src/domain/ballot-record.ts'
import { AreaIdSchema, RoundIdSchema } from '../../src/domain/id.ts'
import { aProposal, aRound, ids } from '../support/builders.ts'

const [north, south] = [v.parse(AreaIdSchema, 'north'), v.parse(AreaIdSchema, 'south')]
const areas = [
  { id: 'north', name: 'North', budget: 20_000 },
  { id: 'south', name: 'South', budget: 20_000 },
]
const round = aRound({ budget: undefined, areas })
const paper = ballotPaper(round, [aProposal('park', { area: 'north' })], north)
const where = { round: round.id, pool: north, receipt: '0123456789ABCDEF' }
const elsewhere = [
  ['another ballot box', { ...where, pool: south }],
  ['another round', { ...where, round: v.parse(RoundIdSchema, 'autumn') }],
  ['another receipt', { ...where, receipt: 'F'.repeat(16) }],
] as const

const random = { salt: randomBytes(16), pairing: randomBytes(16) }
const record = makeRecord(paper, { choices: ids('park') }, where.receipt, random)

describe('a record that was sealed for one ballot box', () => {
  test('is opened there', () => {
    expect(openRecord(where, record).ballot.choices).toEqual(ids('park'))
  })

  test.each(elsewhere)('cannot be unsealed for %s', (_, other) => {
    const keys = makeKeys(Uint8Array.from(randomBytes(32)))
    const context = sealContext(where.round, where.pool, where.receipt)
    const sealed = keys.seal(where.round, record.plain, context)
    // The round's own key each time, so that nothing but the context can be what refuses.
    expect(keys.unseal(where.round, sealed, context)).toEqual(record.plain)
    const moved = sealContext(other.round, other.pool, other.receipt)
    expect(() => keys.unseal(where.round, sealed, moved)).toThrow()
  })

  test.each(elsewhere)('does not fit its commitments in %s', (_, other) => {
    expect(() => openRecord(other, record)).toThrow('commitments')
  })
})
