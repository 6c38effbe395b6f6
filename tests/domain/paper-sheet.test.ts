import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { AreaIdSchema } from '../../src/domain/id.ts'
import { fewestSheets, PaperBatchIdSchema, type PaperBatch } from '../../src/domain/paper-batch.ts'
import {
  ballotsOf,
  checkReading,
  INVALID_REASONS,
  parseSheetBytes,
  settleSheets,
  sheetBytes,
  sheetContext,
  TellerSchema,
  type Seat,
  type SheetEntry,
  type SheetReading,
} from '../../src/domain/paper-sheet.ts'
import { aPaper, ids } from '../support/builders.ts'

const PAPER = aPaper({ bench: 10_000, park: 10_000 })
const TELLER = v.parse(TellerSchema, 'tim')
const BENCH: SheetReading = { choices: ids('bench') }
const PARK: SheetReading = { choices: ids('park') }

const read = (sheet: number, seat: Seat, reading: SheetReading): SheetEntry => ({
  ...{ sheet, seat, teller: TELLER, reading },
})

describe('settleSheets', () => {
  test('takes two equal readings, or a third; else a sheet is open or differs', () => {
    const entries = [
      ...[read(1, 'first', BENCH), read(1, 'second', BENCH)],
      ...[read(2, 'first', BENCH), read(2, 'second', PARK)],
      ...[read(3, 'first', BENCH), read(3, 'second', PARK), read(3, 'third', { invalid: 'torn' })],
      read(4, 'first', BENCH),
    ]
    expect(settleSheets(5, entries)).toEqual([
      { is: 'settled', sheet: 1, reading: BENCH },
      { is: 'differs', sheet: 2 },
      { is: 'settled', sheet: 3, reading: { invalid: 'torn' } },
      { is: 'open', sheet: 4 },
      { is: 'open', sheet: 5 },
    ])
  })

  test('takes no third reading over two that are equal', () => {
    const entries = [read(1, 'first', BENCH), read(1, 'second', BENCH), read(1, 'third', PARK)]
    expect(settleSheets(1, entries)).toEqual([{ is: 'settled', sheet: 1, reading: BENCH }])
  })

  test('takes two reasons for a difference', () => {
    const entries = [
      read(1, 'first', { invalid: 'torn' }),
      read(1, 'second', { invalid: 'signed' }),
    ]
    expect(settleSheets(1, entries)).toEqual([{ is: 'differs', sheet: 1 }])
  })
})

describe('checkReading', () => {
  test('puts choices in their canonical order, so that equal sheets are read alike', () => {
    expect(checkReading({ choices: ids('park', 'bench') }, PAPER)).toEqual({
      ok: true,
      value: { choices: ids('bench', 'park') },
    })
  })
})

describe('ballotsOf', () => {
  test('keeps blank ballots, and counts what is none', () => {
    const readings = [BENCH, { choices: [] }, { invalid: 'torn' } as const]
    expect(ballotsOf(readings)).toEqual({ ballots: [BENCH, { choices: [] }], invalid: 1 })
  })
})

describe('the sealed bytes of a reading', () => {
  test('are read back, and have one length for everything that can stand on a sheet', () => {
    const all: readonly SheetReading[] = [
      ...[BENCH, PARK, { choices: [] }, { choices: ids('bench', 'park') }],
      ...INVALID_REASONS.map((invalid) => ({ invalid })),
    ]
    for (const reading of all) expect(parseSheetBytes(sheetBytes(reading, PAPER))).toEqual(reading)
    expect(new Set(all.map((reading) => sheetBytes(reading, PAPER).length)).size).toBe(1)
  })

  test('belong to one sheet of one person', () => {
    const place = { round: 'spring', pool: 'all', batch: 'hall-1', sheet: 1, teller: 'tim' }
    const other = [{ sheet: 2 }, { teller: 'uma' }, { batch: 'hall-2' }, { pool: 'north' }]
    const contexts = [place, ...other.map((each) => ({ ...place, ...each }))].map(sheetContext)
    expect(new Set(contexts.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(5)
  })
})

describe('fewestSheets', () => {
  const batch = (name: string, changes: Partial<PaperBatch> = {}): PaperBatch => ({
    ...{ batch: v.parse(PaperBatchIdSchema, name), pool: 'all', state: 'collecting' },
    ...{ sheets: 4, revision: 0 },
    ...changes,
  })
  const own = batch('hall-1')

  test.each([
    ['ten, where more may come', false, [], 10],
    ['three, of the last', true, [], 3],
    ['ten, where another batch of the box collects', true, [batch('hall-2')], 10],
    ['three, where the other is empty', true, [batch('hall-2', { sheets: 0 })], 3],
    [
      'three, where the other is separated',
      ...[true, [batch('hall-2', { state: 'separated', sheets: 10 })], 3],
    ],
    ['ten, where the other was the last', true, [batch('hall-2', { state: 'boxed' })], 10],
    [
      'three, where the last was of another box',
      ...[true, [batch('hall-2', { state: 'boxed', pool: v.parse(AreaIdSchema, 'north') })], 3],
    ],
  ] as const)('%s', (_, isLast, others, fewest) => {
    expect(fewestSheets(own, [own, ...others], isLast)).toBe(fewest)
  })

  test('a batch has a name that is safe in a key', () => {
    expect(v.is(PaperBatchIdSchema, 'hall-1')).toBe(true)
    for (const bad of ['', 'Hall', 'a:b', '-a', 'a-', 'a'.repeat(33)])
      expect(v.is(PaperBatchIdSchema, bad)).toBe(false)
  })
})
