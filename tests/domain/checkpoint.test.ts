import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isReason } from '../../src/domain/box-event.ts'
import {
  boardHead,
  isCheckpointDue,
  makeCheckpoint,
  parseCheckpoint,
  printCheckpoint,
  type CheckpointFacts,
} from '../../src/domain/checkpoint.ts'
import { makeRecord } from '../../src/domain/ballot-record.ts'
import { aPaper, ids } from '../support/builders.ts'

const bytes = (text: string) => Uint8Array.from(createHash('sha256').update(text).digest())

const RECEIPTS = ['AAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBB', 'CCCCCCCCCCCCCCCC']

/** A checkpoint over three ballots, each for the bench unless a test says otherwise. */
function facts(changes: Partial<CheckpointFacts> = {}, choices = ['bench', 'bench', 'bench']) {
  const paper = aPaper({ bench: 10_000, park: 20_000 })
  const records = RECEIPTS.map((receipt, at) =>
    makeRecord(paper, { choices: ids(choices[at]!) }, receipt, {
      salt: bytes(`salt ${receipt}`).slice(0, 16),
      pairing: bytes(`pairing ${receipt}`).slice(0, 16),
    }),
  )
  const made: CheckpointFacts = {
    ...{ n: 1, round: 'spring', kind: 'voting', before: '{"n":0}\n', pools: ['all'] },
    receipts: RECEIPTS,
    leaves: records.map(({ leaf }) => leaf),
    commitments: records.map(({ commitment }) => commitment),
    counts: {
      issued: new Map([
        ['live:all', 5],
        ['reserve:all', 1],
      ]),
      recorded: new Map([
        ['online:all', 2],
        ['kiosk:all', 1],
      ]),
      ...{ revoked: 1, reissued: 1, held: 0, invalid: new Map() },
    },
    events: [],
    ...changes,
  }
  return made
}

describe('makeCheckpoint', () => {
  test('says nothing that depends on the choices but the roots over commitments', () => {
    const one = makeCheckpoint(facts())
    const other = makeCheckpoint(facts({}, ['park', 'bench', 'park']))
    const same = ({ pairsRoot: _, ballotsRoot: _root, ...rest }: typeof one) => rest
    expect(same(other)).toEqual(same(one))
    expect(other.pairsRoot.root).not.toBe(one.pairsRoot.root)
    expect(other.ballotsRoot?.root).not.toBe(one.ballotsRoot?.root)
  })

  test('is the same text in whatever order the ballots and counters come', () => {
    const { receipts, leaves, commitments, counts, ...rest } = facts()
    const turned = makeCheckpoint({
      ...rest,
      receipts: receipts.toReversed(),
      leaves: leaves.toReversed(),
      commitments: commitments?.toReversed(),
      counts: { ...counts, recorded: new Map([...counts.recorded].toReversed()) },
    })
    expect(printCheckpoint(turned)).toBe(printCheckpoint(makeCheckpoint(facts())))
    expect(turned.recorded.map(({ channel }) => channel)).toEqual(['kiosk', 'online'])
  })

  test('names no receipt, and can be read back', () => {
    const checkpoint = makeCheckpoint(facts())
    const text = printCheckpoint(checkpoint)
    for (const receipt of RECEIPTS) expect(text).not.toContain(receipt)
    expect(parseCheckpoint(text)).toEqual(checkpoint)
    expect(boardHead('spring', 1, text)).toMatch(/^1:[0-9a-f]{8}$/)
  })
})

describe('isCheckpointDue', () => {
  test.each([
    [25, 30, true],
    [24, 30, false],
    [25, 29, false],
    [1000, 29, false],
    [24, 10_000, false],
  ])('%i new ballots and %i minutes: %s', (ballots, minutes, due) => {
    const before = { at: 1_000_000, recorded: 7 }
    expect(isCheckpointDue(before, 7 + ballots, 1_000_000 + minutes * 60_000)).toBe(due)
  })
})

describe('a public reason', () => {
  test.each([
    ['The hall is full.', true],
    ['Træer – “for små”', true],
    ['', false],
    ['  ', false],
    ['two\nlines', false],
    ['x'.repeat(301), false],
    [undefined, false],
  ])('%j: %s', (text, good) => expect(isReason(text)).toBe(good))
})
