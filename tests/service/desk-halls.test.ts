import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { HallSettingSchema } from '../../src/domain/hall-setting.ts'
import { printHallFile, readHallFile } from '../../src/domain/hall-file.ts'
import { HallIdSchema } from '../../src/domain/id.ts'
import { toBase64url } from '../../src/domain/encoding.ts'
import { parseOpeningRecord } from '../../src/domain/opening-record.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { findOpening } from '../../src/service/find-opening.ts'
import { openRound } from '../../src/service/open-round.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { aRound } from '../support/builders.ts'
import { aDesk, deskOf, signIn, type Colleague, type TestDesk } from '../support/desk.ts'
import { aLaptop, castInHall, fileOf, HALLS } from '../support/halls.ts'
import { AFTER, BEFORE } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((each) => each.close()))

const round = 'spring'
/** The same round, in which voting opens earlier. */
const EARLIER = [{ phase: 'voting', from: '2027-05-02 08:00', to: '2027-05-16 20:00' }]

const settingOf = ({ setting }: Readonly<Record<string, unknown>>) =>
  v.parse(HallSettingSchema, setting)

const letters = { round, pool: 'all', kind: 'live', count: 1, keep: async () => {} } as const

/** A desk at which voting is open in a round with two halls. */
async function atDesk(): Promise<{ readonly desk: TestDesk; readonly clerk: Colleague }> {
  const desk = await aDesk({ round: aRound({ halls: HALLS }) })
  opened.push(desk)
  const clerk = await desk.firstClerk()
  await makeLetters(desk, letters)
  expect(await openRound(desk, round)).toMatchObject({ ok: true })
  return { desk, clerk }
}

async function newest(clerk: Colleague) {
  const { entries } = (await clerk.ask('show-log', { round })).body
  return (entries as readonly object[])[0]
}

const tasks = async (clerk: Colleague) => {
  const { rounds } = (await clerk.ask('show-today')).body
  return (rounds as { tasks: { code: string }[] }[])[0]?.tasks.map(({ code }) => code)
}

describe('the boxes of halls at the desk', () => {
  test('a laptop is prepared for a hall of the round, with a secret of its own', async () => {
    const { clerk } = await atDesk()
    const prepare = async (hall: string) =>
      (await clerk.ask('prepare-hall', { round, hall, afresh: false })).body
    const { setting } = await prepare('north')
    expect(setting).toMatch(/^spring\.north\.1\.2027-05-03T\d\d:00:00Z\.[0-9a-f]{64}\.[\w-]{43}$/)
    expect((await prepare('north'))['setting']).toBe(setting)
    expect(String((await prepare('mill'))['setting']).slice(-43)).not.toBe(
      String(setting).slice(-43),
    )
    expect(await newest(clerk)).toMatchObject({ action: 'prepare-hall', facts: { hall: 'mill' } })
    expect(await prepare('barn')).toMatchObject({ code: 'hall-unknown' })
  })

  test('a box is taken in and another given up, each in the log, and then all is sealed', async () => {
    const { desk, clerk } = await atDesk()
    const laptop = await aLaptop(desk, { hall: 'north', letters: 1, round })
    opened.push(laptop)
    await castInHall(laptop, 0, 'bench')
    const file = printHallFile(await fileOf(laptop))
    desk.setNow(AFTER)
    await advanceRounds(desk)
    const signed = await signIn(desk, clerk)
    expect(await tasks(signed)).toContain('take-in-halls')
    expect((await signed.ask('seal-boxes', { round })).body).toMatchObject({ code: 'halls-out' })
    expect((await signed.ask('take-in-hall', { round, file: 'x' })).body).toMatchObject({
      code: 'hall-file-unreadable',
    })
    expect(await newest(signed)).toMatchObject({ facts: { refused: 'hall-file-unreadable' } })
    const prepare = async (hall: string) =>
      (await signed.ask('prepare-hall', { round, hall, afresh: false })).body
    // A laptop that broke goes on elsewhere, until its box is settled.
    expect(await prepare('north')).toHaveProperty('setting')
    expect((await signed.ask('look-at-box', { round, file: 'x' })).body).toMatchObject({
      code: 'hall-file-unreadable',
    })
    const areas = [{ recorded: 1, channels: { online: 0, kiosk: 1, paper: 0 }, invalid: 0 }]
    const { head, sealedAt } = readHallFile(file) ?? {}
    const opensAt = (await desk.box.meta(laptop.hall!.round))?.opensAt
    expect((await signed.ask('look-at-box', { round, file })).body).toEqual({
      ...{ name: 'The northern hall', ballots: 1, areas, head, opensAt, sealedAt },
    })
    expect(sealedAt).toBe(AFTER)
    expect(await tasks(signed)).toContain('take-in-halls')
    expect((await signed.ask('take-in-hall', { round, file })).body).toEqual({ hall: 'north' })
    expect(await newest(signed)).toMatchObject({ action: 'take-in-hall', facts: { hall: 'north' } })
    expect(await prepare('north')).toMatchObject({ code: 'hall-settled' })
    const reason = 'Nobody came.'
    await signed.ask('give-up-hall', { round, hall: 'mill', reason })
    expect((await signed.ask('show-count', { round })).body['halls']).toEqual([
      { ...HALLS[0], ballots: 1, head: readHallFile(file)?.head },
      { ...HALLS[1], reason },
    ])
    expect(await tasks(signed)).toContain('seal')
    expect((await signed.ask('seal-boxes', { round })).body).toEqual({ state: 'sealed' })
    expect((await signed.ask('show-count', { round })).body).toMatchObject({ agreed: true })
  })

  test('the laptop saves its box, and shows nothing of what is in it', async () => {
    const { desk } = await atDesk()
    const laptop = await aLaptop(desk, { hall: 'north', letters: 1, round })
    opened.push(laptop)
    await castInHall(laptop, 0, 'bench')
    await fileOf(laptop)
    const there = deskOf(laptop)
    const clerk = await there.firstClerk()
    const told = (await clerk.ask('show-count', { round })).body
    expect(told).toMatchObject({ hall: 'The northern hall', state: 'sealed', agreed: true })
    expect(told).not.toHaveProperty('boxes')
    const rows = told['rows'] as { row: string }[]
    expect(rows.find(({ row }) => row === 'ballots-read')).not.toHaveProperty('parts')
    expect(await tasks(clerk)).toContain('carry-box')
    for (const action of ['show-publication', 'show-other-rules'])
      expect((await clerk.ask(action, { round })).body).toMatchObject({
        code: 'hall-counts-elsewhere',
      })
    const { hall, file } = (await clerk.ask('save-hall-file', { round })).body
    expect(hall).toBe('north')
    expect(readHallFile(String(file))?.ballots).toHaveLength(1)
    expect((await clerk.ask('prepare-hall', { round, hall, afresh: false })).body).toMatchObject({
      code: 'hall-counts-elsewhere',
    })
  })

  test('neither the council nor a laptop opens with another ballot than the laptop was prepared with', async () => {
    const desk = await aDesk({ round: aRound({ halls: HALLS, lot: undefined }) })
    opened.push(desk)
    const clerk = await desk.firstClerk()
    await makeLetters(desk, letters)
    const prepare = async () =>
      (await clerk.ask('prepare-hall', { round, hall: 'north', afresh: false })).body
    expect(await prepare()).toMatchObject({ code: 'lot-not-drawn' })
    const drawn = { halls: HALLS, lot: { order: [], drawn: 'In public.' } }
    desk.setContent({ round: aRound(drawn) })
    await prepare()
    desk.setContent({ round: aRound({ ...drawn, budget: 80_000 }) })
    expect(await openRound(desk, round)).toMatchObject({
      error: { code: 'hall-prepare-again', details: { halls: 'The northern hall' } },
    })
    const laptop = await aLaptop(desk, { hall: 'north', letters: 1, round })
    opened.push(laptop)
    await prepare()
    expect(await openRound(desk, round)).toMatchObject({ ok: true })
    const other = await aDesk({ round: aRound(drawn) })
    opened.push(other)
    await makeLetters(other, letters)
    expect(await openRound({ ...other, hall: laptop.hall }, round)).toMatchObject({
      error: { code: 'hall-other-ballot' },
    })
  })

  test('a box of a rehearsal is not taken in: of an earlier start, or of another hour', async () => {
    const desk = await aDesk({ now: BEFORE, round: aRound({ halls: HALLS }) })
    opened.push(desk)
    const clerk = await desk.firstClerk()
    const prepare = async (afresh: boolean) =>
      (await clerk.ask('prepare-hall', { round, hall: 'north', afresh })).body
    const first = await prepare(false)
    expect(await prepare(false)).toEqual(first)
    const { sitting, secret } = settingOf(await prepare(true))
    expect(sitting).toBe(2)
    expect(secret).not.toBe(settingOf(first).secret)
    await makeLetters(desk, letters)
    const council = await openRound(desk, round)
    if (!council.ok) throw new Error(council.error.code)
    const [named] = council.value.hallKeys ?? []
    // So that the page of a receipt knows those of a hall as the council's.
    const { hallKeys } = council.value
    expect(await findOpening(desk, round)).toMatchObject({ value: { hallKeys } })
    expect(await prepare(true)).toMatchObject({ code: 'hall-begun' })
    expect(settingOf(await prepare(false))).toMatchObject({ sitting, secret })
    const boxOf = async (office: TestDesk, start: number) => {
      const from = { content: office.content, keys: desk.keys }
      const laptop = await aLaptop(from, { hall: 'north', letters: 1, round, sitting: start })
      opened.push(laptop)
      await castInHall(laptop, 0, 'bench')
      return printHallFile(await fileOf(laptop))
    }
    const other = await aDesk({ round: aRound({ halls: HALLS, phases: EARLIER }) })
    opened.push(other)
    const [rehearsal, atOtherHour, real] = [
      await boxOf(desk, 1),
      await boxOf(other, 2),
      await boxOf(desk, 2),
    ]
    expect(named).toEqual({
      ...{ hall: 'north', signKey: parseOpeningRecord(readHallFile(real)?.board[0] ?? '').signKey },
    })
    desk.setNow(AFTER)
    await advanceRounds(desk)
    const signed = await signIn(desk, clerk)
    for (const file of [rehearsal, atOtherHour])
      for (const action of ['look-at-box', 'take-in-hall'])
        expect((await signed.ask(action, { round, file })).body).toMatchObject({
          code: 'hall-file-rehearsal',
        })
    expect((await signed.ask('take-in-hall', { round, file: real })).body).toEqual({
      hall: 'north',
    })
  })

  test('no laptop is prepared afresh once voting has begun, for people may have voted on it', async () => {
    const desk = await aDesk({ round: aRound({ halls: HALLS }) })
    opened.push(desk)
    const clerk = await desk.firstClerk()
    await makeLetters(desk, letters)
    const prepare = async (afresh: boolean) =>
      (await clerk.ask('prepare-hall', { round, hall: 'north', afresh })).body
    const { sitting } = settingOf(await prepare(false))
    const laptop = await aLaptop(desk, { hall: 'north', letters: 1, round, sitting })
    opened.push(laptop)
    await castInHall(laptop, 0, 'bench')
    // The council itself is not open yet: its schedule is late.
    expect(await prepare(true)).toMatchObject({ code: 'hall-begun' })
    expect(await openRound(desk, round)).toMatchObject({ ok: true })
    const file = printHallFile(await fileOf(laptop))
    desk.setNow(AFTER)
    await advanceRounds(desk)
    const signed = await signIn(desk, clerk)
    expect((await signed.ask('take-in-hall', { round, file })).body).toEqual({ hall: 'north' })
  })

  test('no laptop is prepared afresh while voting is being opened with its key', async () => {
    const desk = await aDesk({ now: BEFORE, round: aRound({ halls: HALLS }) })
    opened.push(desk)
    const clerk = await desk.firstClerk()
    await makeLetters(desk, letters)
    const prepare = async (afresh: boolean) =>
      (await clerk.ask('prepare-hall', { round, hall: 'north', afresh })).body
    const first = await prepare(false)
    const meanwhile: unknown[] = []
    const commit: typeof desk.publisher.commit = async (...given) => {
      meanwhile.push(await prepare(true), await prepare(false), await prepare(true))
      return desk.publisher.commit(...given)
    }
    const council = await openRound({ ...desk, publisher: { ...desk.publisher, commit } }, round)
    if (!council.ok) throw new Error(council.error.code)
    expect(meanwhile).toMatchObject([{ code: 'hall-begun' }, first, { code: 'hall-begun' }])
    const { hallKeys } = council.value
    expect(hallKeys).toHaveLength(2)
    expect(await findOpening(desk, round)).toMatchObject({ value: { hallKeys } })
  })

  test('the record names the key of a laptop that was prepared while it was being made', async () => {
    const desk = await aDesk({ now: BEFORE, round: aRound({ halls: HALLS }) })
    opened.push(desk)
    const clerk = await desk.firstClerk()
    await makeLetters(desk, letters)
    const prepare = async (afresh: boolean) =>
      settingOf((await clerk.ask('prepare-hall', { round, hall: 'north', afresh })).body)
    const sittings = [(await prepare(false)).sitting]
    const marks: typeof desk.box.marks = async (...given) => {
      if (sittings.length === 1) sittings.push((await prepare(true)).sitting)
      return desk.box.marks(...given)
    }
    const head: typeof desk.publisher.head = async (...given) => {
      if (sittings.length === 2) sittings.push((await prepare(true)).sitting)
      return desk.publisher.head(...given)
    }
    const racing = { ...desk, box: { ...desk.box, marks }, publisher: { ...desk.publisher, head } }
    const council = await openRound(racing, round)
    expect(sittings).toEqual([1, 2, 3])
    const { signKey } = desk.keys.ofHall(aRound().id, v.parse(HallIdSchema, 'north'), 3)
    expect(council).toMatchObject({
      ok: true,
      value: { hallKeys: [{ signKey: toBase64url(signKey(aRound().id)) }, {}] },
    })
  })

  test('a receipt is checked with the keys of the record, whatever was prepared since', async () => {
    const { desk } = await atDesk()
    const before = await findOpening(desk, round)
    const value = { sitting: 2, opensAt: '2027-05-03T06:00:00Z', digest: 'f'.repeat(64) }
    const change = { kind: `hall-prepared:${round}`, id: 'north', expected: 0 }
    await desk.desk.write([{ ...change, text: JSON.stringify(value) }], desk.clock.now())
    expect(await findOpening(desk, round)).toEqual(before)
  })

  test('the council does not open at another hour than its laptops have', async () => {
    const desk = await aDesk({ round: aRound({ halls: HALLS }) })
    opened.push(desk)
    const clerk = await desk.firstClerk()
    await makeLetters(desk, letters)
    await clerk.ask('prepare-hall', { round, hall: 'north', afresh: false })
    desk.setContent({ round: aRound({ halls: HALLS, phases: EARLIER }) })
    expect(await openRound(desk, round)).toMatchObject({
      error: { code: 'hall-prepare-again', details: { halls: 'The northern hall' } },
    })
  })

  test('no laptop is prepared for another ballot than the one voted on', async () => {
    const { desk, clerk } = await atDesk()
    const prepare = async () =>
      (await clerk.ask('prepare-hall', { round, hall: 'north', afresh: false })).body
    desk.setContent({ round: aRound({ halls: HALLS, budget: 80_000 }) })
    expect(await prepare()).toMatchObject({ code: 'ballot-differs' })
    desk.setContent({ round: aRound({ halls: HALLS }) })
    expect(await prepare()).toHaveProperty('setting')
  })

  test('no other software makes the file of a hall', async () => {
    const { clerk } = await atDesk()
    expect((await clerk.ask('save-hall-file', { round })).body).toMatchObject({
      code: 'hall-not-here',
    })
  })
})
