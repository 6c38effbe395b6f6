import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { lengthPrefixed } from '../../src/domain/encoding.ts'
import { lotOrder, LotSchema } from '../../src/domain/lot.ts'
import { aProposal, aRound } from '../support/builders.ts'

const proposals = ['bench', 'park', 'pool', 'trees'].map((id) => aProposal(id))
const seed = 'ab'.repeat(32)

describe('lotOrder', () => {
  test('is the order that was drawn in public', () => {
    const order = ['pool', 'park', 'trees', 'bench']
    expect(lotOrder(aRound({ lot: { order, drawn: 'In public.' } }), proposals)).toEqual(order)
  })

  test('is made from a beacon’s seed by hash alone, so that anyone can make it again', () => {
    const place = (id: string) =>
      createHash('sha256')
        .update(lengthPrefixed('common-chest/1/lot-order', 'spring', seed, id))
        .digest('hex')
    const expected = proposals
      .map(({ id }) => String(id))
      .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
    const round = aRound({ lot: { seed, drawn: 'drand, round 5000000' } })
    expect(lotOrder(round, proposals)).toEqual(expected)
    expect(lotOrder(round, proposals.toReversed())).toEqual(expected)
  })

  test('leaves out what is not on the ballot', () => {
    const withdrawn = aProposal('moon', { standing: 'withdrawn', reason: 'No permit.' })
    expect(
      lotOrder(aRound({ lot: { seed, drawn: 'drand' } }), [...proposals, withdrawn]),
    ).not.toContain('moon')
  })
})

describe('LotSchema', () => {
  test('takes an order or a seed, never both and never none', () => {
    const drawn = 'In public.'
    expect(v.safeParse(LotSchema, { order: ['park'], drawn }).success).toBe(true)
    expect(v.safeParse(LotSchema, { seed, drawn }).success).toBe(true)
    expect(v.safeParse(LotSchema, { order: ['park'], seed, drawn }).success).toBe(false)
    expect(v.safeParse(LotSchema, { drawn }).success).toBe(false)
  })
})
