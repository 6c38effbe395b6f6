import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeKeys } from '../../src/adapters/keys.ts'
import {
  makeRecord,
  openRecord,
  parseRecord,
  printRecord,
  sealContext,
} from '../../src/domain/ballot-record.ts'
import { aPaper, ids } from '../support/builders.ts'

const paper = aPaper({ bench: 1, park: 2, 'a-very-long-name-of-a-proposal': 3 })
const keys = makeKeys(Uint8Array.from(randomBytes(32)))
const receipt = '0123456789ABCDEF'
const context = sealContext(paper.round, paper.pool, receipt)

function sealed(...choices: readonly string[]) {
  const random = { salt: randomBytes(16), pairing: randomBytes(16) }
  const { plain, ...clear } = makeRecord(paper, { choices: ids(...choices) }, receipt, random)
  return printRecord(clear, keys.seal(paper.round, plain, context))
}

function opened(text: string, where = { round: paper.round, pool: paper.pool, receipt }) {
  const record = parseRecord(text)
  return openRecord(where, { ...record, plain: keys.unseal(paper.round, record.sealed, context) })
}

describe('ballot records', () => {
  test('give back the ballot', () => {
    expect(opened(sealed('park', 'bench')).ballot.choices.toSorted()).toEqual(ids('bench', 'park'))
  })

  test('have one length, whatever was chosen', () => {
    const lengths = [
      sealed(),
      sealed('park'),
      sealed('park', 'bench', 'a-very-long-name-of-a-proposal'),
    ]
    expect(new Set(lengths.map((text) => text.length)).size).toBe(1)
  })

  test('of equal ballots have nothing in common', () => {
    const [a, b] = [parseRecord(sealed('park')), parseRecord(sealed('park'))]
    expect(a.leaf).not.toEqual(b.leaf)
    expect(a.commitment).not.toEqual(b.commitment)
    expect(a.sealed).not.toEqual(b.sealed)
  })

  test('cannot be moved to another receipt, or changed by a letter', () => {
    const record = parseRecord(sealed('park'))
    const other = sealContext(paper.round, paper.pool, 'F'.repeat(16))
    expect(() => keys.unseal(paper.round, record.sealed, other)).toThrow()
    const changed = record.sealed.map((byte, index) => (index === 20 ? byte ^ 1 : byte))
    expect(() => keys.unseal(paper.round, changed, context)).toThrow()
  })

  test('are refused where the commitments are not theirs', () => {
    const [a, b] = [parseRecord(sealed('park')), parseRecord(sealed('park'))]
    const swapped = printRecord({ leaf: a.leaf, commitment: b.commitment }, a.sealed)
    expect(() => opened(swapped)).toThrow('commitments')
  })
})
