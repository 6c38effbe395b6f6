import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { DESK_ACTIONS } from '../../src/domain/desk-action.ts'
import { PAPER_ACTIONS } from '../../src/domain/desk-actions/paper.ts'
import type { SheetReading } from '../../src/domain/paper-sheet.ts'
import { makeToken, type Token } from '../../src/domain/token.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { openRound } from '../../src/service/open-round.ts'
import { aRound, ids } from '../support/builders.ts'
import { aDesk, signIn, type Colleague, type TestDesk } from '../support/desk.ts'
import { valueOf } from '../support/paper-ballots.ts'
import { AFTER } from '../support/ports.ts'

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

const PLACE = { round: 'spring', batch: 'hall-1' }
const BENCH: SheetReading = { choices: ids('bench') }
const PARK: SheetReading = { choices: ids('park') }

/** A desk with a clerk and two tellers in an open round with paper, and so many letters. */
async function voting(count: number) {
  const desk = await aDesk({ round: aRound({ paper: true }) })
  opened.push(desk)
  const kept = { round: 'spring', pool: 'all', kind: 'live', count } as const
  const letters = valueOf(await makeLetters(desk, { ...kept, keep: async () => {} }))
  valueOf(await openRound(desk, 'spring'))
  const clerk = await desk.firstClerk()
  const tellers = [
    await desk.invited(clerk, 'teller'),
    await desk.invited(clerk, 'teller'),
  ] as const
  const codes = letters.map(({ token }): Token => token)
  return { desk, clerk, tellers, codes }
}

/** The same, closed and separated into sheets, one a letter; everybody signed in again. */
async function separated(count: number) {
  const before = await voting(count)
  const [first] = before.tellers
  await first.ask('begin-batch', PLACE)
  for (const code of before.codes) await first.ask('hold-stub', { ...PLACE, code })
  before.desk.setNow(AFTER)
  valueOf(await changeRound(before.desk, 'spring', 'close'))
  const clerk = await signIn(before.desk, before.clerk)
  const tim = await signIn(before.desk, before.tellers[0])
  const uma = await signIn(before.desk, before.tellers[1])
  const last = { ...PLACE, sheets: count, isLast: true }
  expect((await tim.ask('separate-batch', last)).body['code']).toBe('role-not-enough')
  expect((await clerk.ask('separate-batch', last)).body).toEqual({ sheets: count })
  return { ...before, clerk, tim, uma }
}

const type = (who: Colleague, sheet: number, reading: SheetReading) =>
  who.ask('enter-sheet', { ...PLACE, sheet, reading })

describe('the room of paper', () => {
  test('is for tellers, and whatever changes something is logged', () => {
    const shows = Object.keys(PAPER_ACTIONS).filter((name) => name.startsWith('show-'))
    for (const [name, row] of Object.entries(PAPER_ACTIONS)) {
      expect(row.needs, name).toBe(name === 'release-batch' ? 'clerk' : 'teller')
      expect(row.logged, name).toBe(!shows.includes(name))
    }
  })

  test('has no action that is sent a code and a reading', () => {
    for (const row of Object.values(DESK_ACTIONS)) {
      const { entries = {} }: { entries?: object } = row.input as object
      expect('code' in entries && 'reading' in entries).toBe(false)
    }
  })

  test('tells batches and the ballot of each box, in the order of the paper', async () => {
    const { tellers } = await voting(1)
    await tellers[0].ask('begin-batch', PLACE)
    expect((await tellers[1].ask('show-paper', { round: 'spring' })).body).toMatchObject({
      ...{ isUsed: true, state: 'open' },
      batches: [{ batch: 'hall-1', pool: 'all', state: 'collecting', sheets: 0 }],
      ballots: [{ pool: 'all', proposals: [{ id: 'bench' }, { id: 'park' }, { id: 'pool' }] }],
    })
    expect((await tellers[0].ask('show-paper', { round: 'autumn' })).body['code']).toBe(
      'round-unknown',
    )
  })
})

describe('stubs at the desk', () => {
  test('are held and taken back, and a refusal says why', async () => {
    const { tellers, codes } = await voting(2)
    const [tim] = tellers
    await tim.ask('begin-batch', PLACE)
    const [code, other] = codes
    expect((await tim.ask('hold-stub', { ...PLACE, code })).body).toEqual({ held: 1 })
    expect(await tim.ask('hold-stub', { ...PLACE, code })).toMatchObject({
      ...{ status: 409, body: { code: 'stub-held' } },
    })
    expect((await tim.ask('hold-stub', { ...PLACE, code: other })).body).toEqual({ held: 2 })
    expect((await tim.ask('release-stub', { ...PLACE, code })).body).toEqual({ held: 1 })
    expect(
      (await tim.ask('separate-batch', { ...PLACE, sheets: 1, isLast: false })).body['code'],
    ).toBe('batch-too-small')
  })
})

describe('codes that nobody issued', () => {
  test('are not told for ever to one who holds stubs, and a good code always is', async () => {
    const { desk, tellers, codes } = await voting(1)
    const [tim, uma] = tellers
    await tim.ask('begin-batch', PLACE)
    const guess = async (by: Colleague) => {
      const code = makeToken(Uint8Array.from(randomBytes(10)))
      return (await by.ask('hold-stub', { ...PLACE, code })).body['code']
    }
    for (let at = 0; at < 20; at += 1) expect(await guess(tim)).toBe('stub-unknown')
    expect(await guess(tim)).toBe('too-many-requests')
    expect(desk.events).toContain('fault codes-guessed')
    expect(await guess(uma)).toBe('stub-unknown')
    expect((await tim.ask('hold-stub', { ...PLACE, code: codes[0] })).body).toEqual({ held: 1 })
  })
})

describe('a batch whose stubs nobody has', () => {
  test('is released whole by a clerk, so that one held code keeps nothing from being sealed', async () => {
    const { desk, clerk, tellers, codes } = await voting(2)
    const [tim] = tellers
    await tim.ask('begin-batch', PLACE)
    await tim.ask('hold-stub', { ...PLACE, code: codes[0] })
    desk.setNow(AFTER)
    valueOf(await changeRound(desk, 'spring', 'close'))
    const ida = await signIn(desk, clerk)
    const seal = async () => (await ida.ask('seal-boxes', { round: 'spring' })).body
    expect(await seal()).toMatchObject({ code: 'paper-waiting' })
    const release = async (who: Colleague, held: number) =>
      (await who.ask('release-batch', { ...PLACE, held })).body
    expect(await release(await signIn(desk, tim), 1)).toMatchObject({ code: 'role-not-enough' })
    // Somebody scanned, or let it go, since the page was shown.
    expect(await release(ida, 2)).toMatchObject({ code: 'batch-changed' })
    expect(await release(ida, 1)).toEqual({ released: 1 })
    expect(await release(ida, 1)).toMatchObject({ code: 'batch-changed' })
    expect(await release(ida, 0)).toEqual({ released: 0 })
    const { entries } = (await ida.ask('show-log', { round: 'spring' })).body
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'release-batch', facts: { batch: 'hall-1', count: 1 } }),
    )
    expect(await seal()).toEqual({ state: 'sealed' })
  })
})

describe('sheets at the desk', () => {
  test('are typed by two, settled by a third, and boxed once', async () => {
    const { desk, clerk, tim, uma } = await separated(3)
    for (const sheet of [1, 2, 3]) expect((await type(tim, sheet, BENCH)).body).toEqual({ sheet })
    await type(uma, 1, BENCH)
    await type(uma, 2, PARK)
    expect((await uma.ask('show-typing', PLACE)).body).toMatchObject({
      own: [
        { sheet: 1, reading: BENCH },
        { sheet: 2, reading: PARK },
      ],
      free: [3],
    })
    expect((await uma.ask('show-differences', PLACE)).body['code']).toBe('batch-state')
    expect((await uma.ask('compare-batch', PLACE)).body['code']).toBe('sheets-open')
    await type(uma, 3, { invalid: 'torn' })
    expect((await uma.ask('compare-batch', PLACE)).body).toEqual({ settled: 1, differing: 2 })
    const differences = async (who: Colleague) => (await who.ask('show-differences', PLACE)).body
    expect(await differences(clerk)).toEqual({
      settled: 1,
      differing: [
        { sheet: 2, isMine: false, readings: [BENCH, PARK] },
        { sheet: 3, isMine: false, readings: [BENCH, { invalid: 'torn' }] },
      ],
    })
    expect(await differences(tim)).toMatchObject({
      differing: [
        { sheet: 2, isMine: true, readings: [] },
        { sheet: 3, isMine: true, readings: [] },
      ],
    })
    const settle = (who: Colleague, sheet: number, reading: SheetReading) =>
      who.ask('settle-sheet', { ...PLACE, sheet, reading })
    expect((await settle(tim, 2, BENCH)).body['code']).toBe('third-person-needed')
    await settle(clerk, 2, PARK)
    expect((await uma.ask('box-batch', PLACE)).body['code']).toBe('sheets-unsettled')
    await settle(clerk, 3, { invalid: 'torn' })
    const boxed = { recorded: 2, invalid: 1 }
    expect((await uma.ask('box-batch', PLACE)).body).toEqual(boxed)
    expect((await clerk.ask('box-batch', PLACE)).body).toEqual(boxed)
    expect((await desk.box.ballots(aRound().id, 'all')).length).toBe(2)
    const { turnout } = (await clerk.ask('show-voting', { round: 'spring' })).body
    expect(turnout).toMatchObject([{ ballots: { paper: 2 }, invalid: 1, together: 3 }])
  })

  test('leave no code and no choice in the log', async () => {
    const { clerk, codes, tim, uma } = await separated(3)
    for (const who of [tim, uma]) for (const sheet of [1, 2, 3]) await type(who, sheet, BENCH)
    await tim.ask('compare-batch', PLACE)
    await tim.ask('box-batch', PLACE)
    const { entries } = (await clerk.ask('show-log', { round: 'spring' })).body
    const text = JSON.stringify(entries)
    expect(text).not.toMatch(/bench|park|choices/)
    for (const code of codes) expect(text).not.toContain(code)
    const facts = (entries as { action: string; facts: object }[])
      .filter(({ action }) => Object.hasOwn(PAPER_ACTIONS, action))
      .map((entry) => [entry.action, entry.facts])
    expect(facts).toEqual([
      ['box-batch', { batch: 'hall-1' }],
      ['compare-batch', { batch: 'hall-1' }],
      ...[3, 2, 1, 3, 2, 1].map((sheet) => ['enter-sheet', { batch: 'hall-1', sheet }]),
      ['separate-batch', { batch: 'hall-1', count: 3 }],
      ...[1, 2, 3].map(() => ['hold-stub', { batch: 'hall-1' }]),
      ['begin-batch', { batch: 'hall-1' }],
    ])
  })
})
