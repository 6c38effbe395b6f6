import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { openRound } from '../../src/service/open-round.ts'
import { aRound, ids } from '../support/builders.ts'
import { aDesk, signIn, type Colleague, type TestDesk } from '../support/desk.ts'
import { AFTER, BEFORE, DURING } from '../support/ports.ts'

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

const round = 'spring'

/** A desk with a clerk, before voting was opened, with 7 codes and 2 in reserve. */
async function beforeVoting(given: Parameters<typeof aDesk>[0] = {}) {
  const desk = await aDesk(given)
  opened.push(desk)
  const letters = (kind: 'live' | 'reserve', count: number) =>
    makeLetters(desk, { round, pool: 'all', kind, count, keep: async () => {} })
  const made = await letters('live', 7)
  await letters('reserve', 2)
  return { desk, clerk: await desk.firstClerk(), letters: made.ok ? made.value : [] }
}

async function duringVoting(given: Parameters<typeof aDesk>[0] = {}) {
  const before = await beforeVoting(given)
  expect(await openRound(before.desk, round)).toMatchObject({ ok: true })
  return before
}

async function cast(
  desk: TestDesk,
  token: Letter['token'],
  choice: string,
  channel: 'online' | 'kiosk',
) {
  const content = await desk.content.round(round)
  return castBallot(desk, {
    ...{ roundId: round, token, choices: ids(choice), channel },
    nonce: Uint8Array.from(randomBytes(16)),
    ballotDigest: content?.digest ?? '',
  })
}

const show = async (who: Colleague) => (await who.ask('show-voting', { round })).body

type Shown = { readonly opening: { readonly digest: string; readonly codes: number } }

async function shownOpening(who: Colleague) {
  const { opening } = (await show(who)) as unknown as Shown
  return { round, digest: opening.digest, codes: opening.codes }
}

/** The newest entry of the round's log. */
async function newest(clerk: Colleague) {
  const { entries } = (await clerk.ask('show-log', { round })).body
  return (entries as readonly object[])[0]
}

describe('showVoting', () => {
  test('says before the opening what would be opened, and changes nothing', async () => {
    const { desk, clerk } = await beforeVoting({ now: BEFORE })
    const board = await desk.publisher.head('board')
    expect(await show(clerk)).toMatchObject({
      state: 'draft',
      times: { planned: { closesAt: Date.parse('2027-05-16T18:00:00Z') } },
      opening: {
        codes: 9,
        proposals: 3,
        floor: 50,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
    expect(await desk.publisher.head('board')).toBe(board)
    expect(await desk.box.meta(aRound().id)).toBeUndefined()
  })

  test.each([
    ['lot-not-drawn', { round: { ...aRound(), lot: undefined } }],
    ['ballot-impossible', { proposals: [] }],
    ['voting-over', { now: AFTER }],
  ])('says %s where voting cannot open', async (refused, given) => {
    const { clerk } = await beforeVoting(given)
    expect(await show(clerk)).toMatchObject({ opening: { refused } })
  })

  test('tells a teller who took part by channel and area, of how many, and nothing of choices', async () => {
    const { desk, clerk, letters } = await duringVoting({ round: aRound({ eligible: 400 }) })
    await cast(desk, letters[0]!.token, 'park', 'online')
    await cast(desk, letters[1]!.token, 'bench', 'kiosk')
    const told = await show(await desk.invited(clerk, 'teller'))
    expect(told['turnout']).toEqual([
      {
        ...{ pool: 'all', eligible: 400, live: 7, reserve: 2, invalid: 0, together: 2 },
        ballots: { online: 1, kiosk: 1, paper: 0 },
      },
    ])
    expect(JSON.stringify(told)).not.toMatch(/park|bench/)
  })

  test('tells each area apart', async () => {
    const areas = [
      { id: 'north', name: 'North side', budget: 40_000, eligible: 100 },
      { id: 'south', name: 'South side', budget: 35_000 },
    ]
    const { clerk } = await beforeVoting({ round: aRound({ budget: undefined, areas }) })
    expect((await show(clerk))['turnout']).toMatchObject([
      { pool: 'north', area: 'North side', eligible: 100, together: 0 },
      { pool: 'south', area: 'South side', together: 0 },
    ])
  })

  test('knows no other round', async () => {
    const { clerk } = await beforeVoting()
    const said = await clerk.ask('show-voting', { round: 'autumn' })
    expect(said).toMatchObject({ status: 409, body: { code: 'round-unknown' } })
  })
})

describe('openVoting', () => {
  test('opens what was shown, and says so in the log', async () => {
    const { desk, clerk } = await beforeVoting()
    const said = await clerk.ask('open-voting', await shownOpening(clerk))
    expect(said.body).toMatchObject({ closesAt: '2027-05-16T18:00:00Z' })
    expect((await desk.box.meta(aRound().id))?.state).toBe('open')
    expect(await newest(clerk)).toMatchObject({ action: 'open-voting', facts: { count: 9 } })
  })

  test('refuses where codes or proposals are no longer those that were shown', async () => {
    const { desk, clerk } = await beforeVoting()
    const shown = await shownOpening(clerk)
    await makeLetters(desk, {
      ...{ round, pool: 'all', kind: 'live', count: 1 },
      keep: async () => {},
    })
    const more = await clerk.ask('open-voting', shown)
    expect(more.body['code']).toBe('desk-changed')
    const other = await clerk.ask('open-voting', { ...shown, codes: 10, digest: 'a'.repeat(64) })
    expect(other.body['code']).toBe('desk-changed')
    expect(await desk.box.meta(aRound().id)).toBeUndefined()
    expect(await newest(clerk)).toBeUndefined()
  })

  test('refuses a vote whose dates are over, and one that is open', async () => {
    const { desk, clerk } = await beforeVoting()
    const shown = await shownOpening(clerk)
    desk.setNow(AFTER)
    const later = await signIn(desk, clerk)
    expect((await later.ask('open-voting', shown)).body).toMatchObject({
      code: 'voting-over',
      detail: expect.stringContaining('Sunday 16 May'),
    })
    desk.setNow(DURING)
    const now = await signIn(desk, clerk)
    expect((await now.ask('open-voting', shown)).status).toBe(200)
    expect((await now.ask('open-voting', shown)).body['code']).toBe('state-wrong')
  })
})

describe('pauseVoting and resumeVoting', () => {
  test('stop ballots with a public reason, and let them in again', async () => {
    const { desk, clerk, letters } = await duringVoting()
    const paused = await clerk.ask('pause-voting', { round, reason: 'The hall has no power.' })
    expect(paused.body).toEqual({ state: 'paused' })
    expect(await cast(desk, letters[0]!.token, 'park', 'online')).toMatchObject({
      error: { code: 'voting-paused' },
    })
    expect(await newest(clerk)).toMatchObject({ action: 'pause-voting', facts: {} })
    expect((await clerk.ask('resume-voting', { round })).body).toEqual({ state: 'open' })
    expect(await cast(desk, letters[0]!.token, 'park', 'online')).toMatchObject({ ok: true })
  })

  test.each([
    ['no reason', {}],
    ['an empty reason', { reason: '  ' }],
    ['a reason of two lines', { reason: 'One.\nTwo.' }],
  ])('refuse %s', async (_, given) => {
    const { clerk } = await duringVoting()
    const said = await clerk.ask('pause-voting', { round, ...given })
    expect(said.body['code']).toBe('body-invalid')
    expect((await show(clerk))['state']).toBe('open')
  })

  test('refuse what the state does not allow, and keep the attempt in the log', async () => {
    const { clerk } = await duringVoting()
    expect((await clerk.ask('resume-voting', { round })).body['code']).toBe('state-wrong')
    expect(await newest(clerk)).toMatchObject({
      ...{ action: 'resume-voting', facts: { refused: 'state-wrong' } },
    })
  })
})

describe('extendVoting', () => {
  test('moves the end later, and never earlier', async () => {
    const { clerk } = await duringVoting()
    const later = await clerk.ask('extend-voting', { round, to: '2027-05-17 20:00' })
    expect(later.body).toEqual({ closesAt: Date.parse('2027-05-17T18:00:00Z') })
    const earlier = await clerk.ask('extend-voting', { round, to: '2027-05-16 20:00' })
    expect(earlier.body['code']).toBe('end-not-later')
    expect(await show(clerk)).toMatchObject({
      times: {
        closesAt: Date.parse('2027-05-17T18:00:00Z'),
        planned: { closesAt: Date.parse('2027-05-16T18:00:00Z') },
      },
    })
  })

  test('moves it by a month at most, and asks for the passkey again', async () => {
    const { desk, clerk } = await duringVoting()
    const extend = (who: Colleague, to: string) => who.ask('extend-voting', { round, to })
    for (const to of ['2099-05-20 20:00', '2027-06-16 20:01'])
      expect((await extend(clerk, to)).body).toMatchObject({
        code: 'end-too-late',
        detail: expect.stringContaining('Wednesday 16 June at 20:00'),
      })
    expect((await extend(clerk, '2027-06-16 20:00')).status).toBe(200)
    desk.setNow(DURING + 6 * 60_000)
    expect((await extend(clerk, '2027-06-17 20:00')).body['code']).toBe('passkey-again')
  })
})

describe('closeVoting', () => {
  test('never closes before the announced end, and closes after it', async () => {
    const { desk, clerk } = await duringVoting()
    expect((await clerk.ask('close-voting', { round })).body['code']).toBe('before-end')
    desk.setNow(AFTER)
    const late = await signIn(desk, clerk)
    expect((await late.ask('close-voting', { round })).body).toEqual({ state: 'closed' })
    expect((await late.ask('resume-voting', { round })).body['code']).toBe('state-wrong')
  })
})

describe('takeStep', () => {
  test('makes no log for a round that is not there', async () => {
    const { desk, clerk } = await duringVoting()
    const said = await clerk.ask('close-voting', { round: 'autumn' })
    expect(said.body['code']).toBe('round-unknown')
    expect(await desk.desk.list('log:autumn', 0)).toEqual([])
  })
})
