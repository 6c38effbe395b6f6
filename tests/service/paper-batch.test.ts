import { afterEach, describe, expect, test } from 'vitest'
import type { SheetReading, Teller } from '../../src/domain/paper-sheet.ts'
import { beginPaperBatch } from '../../src/service/begin-paper-batch.ts'
import { boxBatch } from '../../src/service/box-batch.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { compareBatch } from '../../src/service/compare-batch.ts'
import { enterSheet } from '../../src/service/enter-sheet.ts'
import { holdStub } from '../../src/service/hold-stub.ts'
import { lookUpLetter } from '../../src/service/look-up-letter.ts'
import { releaseStub } from '../../src/service/release-stub.ts'
import { separateBatch } from '../../src/service/separate-batch.ts'
import { settleSheet } from '../../src/service/settle-sheet.ts'
import { showTyping } from '../../src/service/show-typing.ts'
import { stubOf } from '../../src/service/stub-of.ts'
import { aProposal, aRound, ids } from '../support/builders.ts'
import {
  aBatchId,
  boxPile,
  holdPile,
  TIM,
  typePile,
  UMA,
  VAL,
  valueOf,
} from '../support/paper-ballots.ts'
import { AFTER, votingPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

const PLACE = { roundId: 'spring', batch: aBatchId('hall-1') }
const OTHER = { roundId: 'spring', batch: aBatchId('hall-2') }
const BENCH: SheetReading = { choices: ids('bench') }
const PARK: SheetReading = { choices: ids('park') }
const TORN: SheetReading = { invalid: 'torn' }

/** A round with paper that is open, with so many letters. */
async function voting(letters: number, fields: Readonly<Record<string, unknown>> = {}) {
  const ports = await votingPorts(letters, { round: aRound({ paper: true, ...fields }) })
  opened.push(ports)
  const tokens = ports.letters.map(({ token }) => token)
  const close = async () => {
    ports.setNow(AFTER)
    valueOf(await changeRound(ports, 'spring', 'close'))
  }
  const type = (sheet: number, teller: Teller, reading: SheetReading) =>
    enterSheet(ports, { ...PLACE, sheet, teller, reading })
  return { ports, tokens, close, type }
}

/** The same, closed, with the first batch separated into so many sheets. */
async function separated(sheets: number, fields: Readonly<Record<string, unknown>> = {}) {
  const round = await voting(sheets, fields)
  await holdPile(round.ports, { ...PLACE, tokens: round.tokens })
  await round.close()
  valueOf(await separateBatch(round.ports, { ...PLACE, sheets, isLast: true }))
  return round
}

const refused = (code: string, details: object = {}) => ({ ok: false, error: { code, details } })

describe('beginPaperBatch', () => {
  test('needs a round that counts paper, is open, and names its boxes', async () => {
    const { ports } = await voting(1)
    expect(await beginPaperBatch(ports, PLACE)).toEqual({ ok: true, value: 'hall-1' })
    expect(await beginPaperBatch(ports, { ...PLACE, area: 'north' })).toMatchObject(
      refused('area-unknown', { areas: 'all' }),
    )
    expect(await beginPaperBatch(ports, { ...PLACE, roundId: 'autumn' })).toEqual(
      refused('round-unknown', { round: 'autumn' }),
    )
    const without = await voting(1, { paper: false })
    expect(await beginPaperBatch(without.ports, PLACE)).toEqual(refused('paper-unused'))
  })

  test('refuses a name that is taken', async () => {
    const { ports } = await separated(3)
    expect(await beginPaperBatch(ports, PLACE)).toEqual(refused('batch-taken', { batch: 'hall-1' }))
  })
})

describe('holdStub', () => {
  test('answers how many are held, and why a sheet goes to the refused envelope', async () => {
    const { ports, tokens } = await voting(3)
    const [first, second, third] = tokens
    const hold = (token = first!) => holdStub(ports, { ...PLACE, token })
    expect(await hold()).toEqual(refused('batch-unknown', { batch: 'hall-1' }))
    await beginPaperBatch(ports, PLACE)
    expect(await hold(first)).toEqual({ ok: true, value: 1 })
    expect(await hold(first)).toEqual(refused('stub-held'))
    expect(await hold(second)).toEqual({ ok: true, value: 2 })
    const stranger = (await voting(1)).tokens[0]!
    expect(await hold(stranger)).toEqual(refused('stub-unknown'))
    expect(await lookUpLetter(ports, { roundId: 'spring', serial: serialOf(ports, 2) })).toEqual({
      ok: true,
      value: 'unused',
    })
    expect(await releaseStub(ports, { ...PLACE, token: third! })).toEqual(
      refused('stub-not-held', { batch: 'hall-1' }),
    )
    expect(await releaseStub(ports, { ...PLACE, token: first! })).toEqual({ ok: true, value: 1 })
  })

  test('still takes a stub after the close, for paper that was handed in before', async () => {
    const { ports, tokens, close } = await voting(1)
    await beginPaperBatch(ports, PLACE)
    await close()
    expect(await holdStub(ports, { ...PLACE, token: tokens[0]! })).toEqual({ ok: true, value: 1 })
  })

  test('is refused where the proposals are not those that voting was opened with', async () => {
    const { ports, tokens } = await voting(1)
    await beginPaperBatch(ports, PLACE)
    ports.setContent({ proposals: [aProposal('another')] })
    expect(await holdStub(ports, { ...PLACE, token: tokens[0]! })).toEqual(
      refused('ballot-differs'),
    )
  })
})

describe('separateBatch', () => {
  test('waits for the close', async () => {
    const { ports, tokens } = await voting(10)
    await holdPile(ports, { ...PLACE, tokens })
    expect(await separateBatch(ports, { ...PLACE, sheets: 10 })).toEqual(
      refused('batch-state', { batch: 'hall-1', state: 'collecting' }),
    )
  })

  test('wants ten sheets, and as many as stubs', async () => {
    const { ports, tokens, close } = await voting(10)
    await holdPile(ports, { ...PLACE, tokens: tokens.slice(1) })
    await close()
    expect(await separateBatch(ports, { ...PLACE, sheets: 9 })).toEqual(
      refused('batch-too-small', { sheets: 9, fewest: 10 }),
    )
    expect(await separateBatch(ports, { ...PLACE, sheets: 10 })).toEqual(
      refused('sheets-differ', { counted: 10, held: 9 }),
    )
    await holdStub(ports, { ...PLACE, token: tokens[0]! })
    expect(await separateBatch(ports, { ...PLACE, sheets: 10 })).toEqual({ ok: true, value: 10 })
  })

  test('takes fewer as the last of a box, but not two, and not where they can be put to others', async () => {
    const { ports, tokens, close } = await voting(5)
    await holdPile(ports, { ...PLACE, tokens: tokens.slice(0, 3) })
    await holdPile(ports, { ...OTHER, tokens: tokens.slice(3) })
    await close()
    const last = (place: typeof PLACE, sheets: number) =>
      separateBatch(ports, { ...place, sheets, isLast: true })
    expect(await last(PLACE, 3)).toEqual(refused('batch-too-small', { sheets: 3, fewest: 10 }))
    for (const token of tokens.slice(3)) await releaseStub(ports, { ...OTHER, token })
    expect(await last(PLACE, 3)).toEqual({ ok: true, value: 3 })
    expect(await last(PLACE, 3)).toEqual({ ok: true, value: 3 })
  })

  test('has one last batch of a box, which no other comes after', async () => {
    const { ports, tokens, close } = await voting(8)
    await beginPaperBatch(ports, OTHER)
    await holdPile(ports, { ...PLACE, tokens: tokens.slice(0, 4) })
    await close()
    const last = (place: typeof PLACE, sheets: number) =>
      separateBatch(ports, { ...place, sheets, isLast: true })
    expect(await last(PLACE, 2)).toEqual(refused('batch-too-small', { sheets: 2, fewest: 3 }))
    expect(await last(PLACE, 4)).toEqual({ ok: true, value: 4 })
    for (const token of tokens.slice(4)) await holdStub(ports, { ...OTHER, token })
    expect(await last(OTHER, 4)).toEqual(refused('batch-too-small', { sheets: 4, fewest: 10 }))
    const third = { ...PLACE, batch: aBatchId('hall-3') }
    expect(await beginPaperBatch(ports, third)).toEqual(refused('paper-ended'))
    expect(await beginPaperBatch(ports, OTHER)).toMatchObject({ ok: true })
  })
})

describe('the typing', () => {
  test('shows each teller their own entries, and of others only where nothing is left to do', async () => {
    const { ports, type } = await separated(3)
    await type(1, TIM, BENCH)
    await type(1, UMA, PARK)
    await type(2, UMA, TORN)
    const shown = async (teller: Teller) => {
      const { own, free } = valueOf(await showTyping(ports, { ...PLACE, teller }))
      return { own, free }
    }
    expect(await shown(TIM)).toEqual({ own: [{ sheet: 1, reading: BENCH }], free: [2, 3] })
    expect(await shown(VAL)).toEqual({ own: [], free: [2, 3] })
    expect((await shown(UMA)).own).toHaveLength(2)
    expect(await type(1, VAL, BENCH)).toEqual(refused('sheet-typed-twice', { sheet: 1 }))
    expect(await type(4, VAL, BENCH)).toEqual(refused('sheet-unknown', { sheet: 4 }))
  })

  test('keeps to the rules of the ballot, and says which one is broken', async () => {
    const { type } = await separated(3, {
      ballot: { type: 'approval', maxLength: 1, blank: false },
    })
    expect(await type(1, TIM, { choices: ids('bench', 'park') })).toMatchObject(
      refused('ballot-too-long', { maxLength: 1, chosen: 2 }),
    )
    expect(await type(1, TIM, { choices: [] })).toMatchObject({ error: { code: 'ballot-empty' } })
    expect(await type(1, TIM, { invalid: 'blank' })).toEqual({ ok: true, value: true })
    expect(await type(1, TIM, { choices: ids('nothing') })).toMatchObject({
      error: { code: 'proposal-not-on-ballot' },
    })
  })

  test('takes a blank sheet as a ballot where the round allows one', async () => {
    const { type } = await separated(3)
    expect(await type(1, TIM, { invalid: 'blank' })).toEqual(refused('blank-is-ballot'))
    expect(await type(1, TIM, { choices: [] })).toEqual({ ok: true, value: true })
  })

  test('keeps every reading under one length, whatever was chosen', async () => {
    const { ports, type } = await separated(3)
    await type(1, TIM, { choices: ids('bench', 'park', 'pool') })
    await type(2, TIM, { choices: [] })
    await type(3, TIM, { invalid: 'wrong-points' })
    const sealed = (await ports.paper.entries(aRound().id, PLACE.batch)).map((each) => each.sealed)
    expect(new Set(sealed.map((text) => text.length)).size).toBe(1)
    for (const text of sealed)
      expect(Buffer.from(text, 'base64url').toString()).not.toMatch(/bench/)
  })
})

describe('compareBatch', () => {
  test('waits for both tellers, then ends the typing and names what differs', async () => {
    const { ports, type } = await separated(3)
    expect(await compareBatch(ports, PLACE)).toEqual(refused('sheets-open', { sheets: '1, 2, 3' }))
    for (const sheet of [1, 2, 3]) for (const teller of [TIM, UMA]) await type(sheet, teller, BENCH)
    await type(2, UMA, PARK)
    const compared = {
      ...{ sheets: 3, settled: 2 },
      differing: [
        {
          sheet: 2,
          entries: [
            { sheet: 2, seat: 'first', teller: 'tim', reading: BENCH },
            { sheet: 2, seat: 'second', teller: 'uma', reading: PARK },
          ],
        },
      ],
    }
    expect(await compareBatch(ports, PLACE)).toEqual({ ok: true, value: compared })
    expect(await compareBatch(ports, PLACE)).toEqual({ ok: true, value: compared })
    expect(await type(1, TIM, PARK)).toEqual(
      refused('batch-state', { batch: 'hall-1', state: 'compared' }),
    )
  })
})

describe('settleSheet', () => {
  test('is for a third person, and for a sheet that was read differently', async () => {
    const { ports, type } = await separated(3)
    for (const sheet of [1, 2, 3]) for (const teller of [TIM, UMA]) await type(sheet, teller, BENCH)
    await type(2, UMA, PARK)
    const settle = (sheet: number, teller: Teller, reading: SheetReading) =>
      settleSheet(ports, { ...PLACE, sheet, teller, reading })
    expect(await settle(2, VAL, TORN)).toMatchObject({ error: { code: 'batch-state' } })
    valueOf(await compareBatch(ports, PLACE))
    expect(await boxBatch(ports, PLACE)).toEqual(refused('sheets-unsettled', { sheets: '2' }))
    expect(await settle(2, UMA, PARK)).toEqual(refused('third-person-needed', { sheet: 2 }))
    expect(await settle(1, VAL, PARK)).toEqual(refused('sheet-settled', { sheet: 1 }))
    expect(await settle(2, VAL, TORN)).toEqual({ ok: true, value: true })
    expect(await boxBatch(ports, PLACE)).toEqual({ ok: true, value: { recorded: 2, invalid: 1 } })
  })
})

describe('boxBatch', () => {
  test('says the same to whoever asks again, and boxes nothing twice', async () => {
    const { ports, tokens, close } = await voting(3)
    await holdPile(ports, { ...PLACE, tokens })
    await close()
    expect(await boxBatch(ports, PLACE)).toMatchObject({ error: { code: 'batch-state' } })
    await typePile(ports, PLACE, [BENCH, PARK, TORN])
    valueOf(await compareBatch(ports, PLACE))
    const both = await Promise.all([boxBatch(ports, PLACE), boxBatch(ports, PLACE)])
    const boxed = { ok: true, value: { recorded: 2, invalid: 1 } }
    expect([...both, await boxBatch(ports, PLACE)]).toEqual([boxed, boxed, boxed])
    expect(await ports.box.ballots(aRound().id, 'all')).toHaveLength(2)
    expect(await ports.paper.batches(aRound().id)).toMatchObject([
      { batch: 'hall-1', state: 'boxed', sheets: 3 },
    ])
    const counts = await ports.box.counts(aRound().id)
    expect([counts.held, [...counts.recorded], [...counts.invalid]]).toEqual([
      ...[0, [['paper:all', 2]], [['paper:all', 1]]],
    ])
    for (const at of [0, 1, 2])
      expect(await lookUpLetter(ports, { roundId: 'spring', serial: serialOf(ports, at) })).toEqual(
        { ok: true, value: 'voted' },
      )
  })

  test('leaves marks that look like any other used mark, and batches that no mark names', async () => {
    const { ports, tokens, close } = await voting(3)
    await holdPile(ports, { ...PLACE, tokens })
    await close()
    await typePile(ports, PLACE, [BENCH, BENCH, PARK])
    await boxPile(ports, PLACE)
    const records = (await ports.box.ballots(aRound().id, 'all')).map(({ record }) => record)
    expect(new Set(records).size).toBe(3)
    expect(new Set(records.map((record) => record.length)).size).toBe(1)
    const ledger = await ports.archive.ledger(aRound().id)
    expect(ledger.map(({ word }) => word)).toEqual(['used', 'used', 'used'])
  })
})

describe('no call of the store', () => {
  test('holds a code and a sheet, or a code and a ballot', async () => {
    const round = await voting(3)
    const calls: string[] = []
    const watched = <Port extends object>(port: Port): Port =>
      new Proxy(port, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name)
          if (typeof method !== 'function') return method
          return (...given: readonly unknown[]) => {
            calls.push(JSON.stringify([name, ...given]))
            return Reflect.apply(method, target, given)
          }
        },
      })
    const { box, paper } = round.ports
    const ports = { ...round.ports, box: watched(box), paper: watched(paper) }
    await holdPile(ports, { ...PLACE, tokens: round.tokens })
    await round.close()
    await typePile(ports, PLACE, [BENCH, PARK, TORN])
    await boxPile(ports, PLACE)
    const stubs = round.tokens.map((token) => stubOf(ports, aRound().id, token))
    const sealed = (await paper.entries(aRound().id, PLACE.batch)).map((entry) => entry.sealed)
    const records = (await box.ballots(aRound().id, 'all')).map(({ record }) => record)
    const ofCodes = [...round.tokens, ...stubs.flatMap(({ mark, use }) => [mark, use])]
    const naming = (words: readonly string[]) =>
      calls.filter((call) => words.some((word) => call.includes(word)))
    expect(naming(ofCodes)).toHaveLength(3)
    expect(naming([...sealed, ...records])).toHaveLength(7)
    expect(
      naming(ofCodes).filter((call) => naming([...sealed, ...records]).includes(call)),
    ).toEqual([])
    expect(calls.join()).not.toMatch(/bench|park|torn/)
  })
})

describe('a round with paper', () => {
  test('is not sealed while a ballot waits, whoever asks', async () => {
    const { ports, tokens, close } = await voting(3)
    await holdPile(ports, { ...PLACE, tokens })
    await close()
    expect(await changeRound(ports, 'spring', 'seal')).toEqual(
      refused('paper-waiting', { waiting: 3 }),
    )
    await typePile(ports, PLACE, [BENCH, PARK, TORN])
    await boxPile(ports, PLACE)
    expect(await changeRound(ports, 'spring', 'seal')).toEqual({ ok: true, value: 'sealed' })
    expect(await holdStub(ports, { ...PLACE, token: tokens[0]! })).toMatchObject({ ok: false })
  })
})

describe('lookUpLetter', () => {
  test('knows one letter by its serial, and nobody by none', async () => {
    const { ports } = await voting(1)
    expect(await lookUpLetter(ports, { roundId: 'spring', serial: 'ZZZZ-1' })).toEqual(
      refused('serial-unknown', { serial: 'ZZZZ-1' }),
    )
    expect(await lookUpLetter(ports, { roundId: 'autumn', serial: 'ZZZZ-1' })).toEqual(
      refused('round-unknown', { round: 'autumn' }),
    )
  })
})

function serialOf({ letters }: Awaited<ReturnType<typeof voting>>['ports'], at: number) {
  return letters[at]!.serial
}
