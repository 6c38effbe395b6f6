import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { openRound } from '../../src/service/open-round.ts'
import { publishResults } from '../../src/service/publish-results.ts'
import { aRound, ids } from '../support/builders.ts'
import { aDesk, signIn, type Colleague, type TestDesk } from '../support/desk.ts'
import { AFTER } from '../support/ports.ts'
import { tamperWithSqlite } from '../support/tamper.ts'

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

const round = 'spring'
const BALLOTS = ['park', 'park bench', 'pool', '']

type Given = {
  readonly fields?: Readonly<Record<string, unknown>>
  readonly ballots?: readonly string[]
}

/** A desk with a clerk after the end of a vote in which these ballots were cast. */
async function afterVoting({ fields = {}, ballots = BALLOTS }: Given = {}) {
  const desk = await aDesk({ round: aRound(fields) })
  opened.push(desk)
  const request = { round, pool: 'all', kind: 'live', count: ballots.length } as const
  const letters = await makeLetters(desk, { ...request, keep: async () => {} })
  if (!letters.ok) throw new Error(letters.error.code)
  const clerk = await desk.firstClerk()
  expect(await openRound(desk, round)).toMatchObject({ ok: true })
  const content = await desk.content.round(round)
  for (const [at, words] of ballots.entries())
    expect(
      await castBallot(desk, {
        ...{ roundId: round, token: letters.value[at]!.token, channel: 'online' },
        choices: ids(...words.split(' ').filter(Boolean)),
        nonce: Uint8Array.from(randomBytes(16)),
        ballotDigest: content?.digest ?? '',
      }),
    ).toMatchObject({ ok: true })
  desk.setNow(AFTER)
  return { desk, clerk: await signIn(desk, clerk) }
}

/** The same, with the boxes sealed by the schedule. */
async function afterSealing(given: Given = {}) {
  const ended = await afterVoting(given)
  await advanceRounds(ended.desk)
  return ended
}

const show = async (clerk: Colleague) => (await clerk.ask('show-count', { round })).body
const shownDigest = async (clerk: Colleague, given: object = {}) =>
  (await clerk.ask('show-publication', { round, ...given })).body['digest']

async function newest(clerk: Colleague) {
  const { entries } = (await clerk.ask('show-log', { round })).body
  return (entries as readonly object[])[0]
}

describe('showCount', () => {
  test('tells nothing but the state before the boxes are sealed', async () => {
    const { desk, clerk } = await afterVoting({ fields: { paper: true } })
    const keys = ['closesAt', 'home', 'paper', 'state', 'title']
    expect(Object.keys(await show(clerk)).toSorted()).toEqual(keys)
    await changeRound(desk, round, 'close')
    const closed = await show(clerk)
    expect(Object.keys(closed).toSorted()).toEqual(keys)
    expect(closed['state']).toBe('closed')
  })

  test('tells the rows and the sums after the sealing, and nothing of single ballots', async () => {
    const { clerk } = await afterSealing()
    const told = await show(clerk)
    expect(told).toMatchObject({ state: 'sealed', agreed: true })
    expect(told['rows']).toContainEqual(
      expect.objectContaining({ row: 'ballots', holds: true, values: expect.anything() }),
    )
    expect(told['boxes']).toMatchObject([
      {
        ...{ pool: 'all', recorded: 4, blank: 1, budget: 7_500_000 },
        lines: [
          { proposal: 'park', title: 'The park', votes: 2, outcome: 'funded', rank: 1 },
          { proposal: 'bench', votes: 1, outcome: 'funded' },
          { proposal: 'pool', votes: 1, cost: 6_000_000 },
        ],
      },
    ])
    expect(JSON.stringify(told)).not.toMatch(/"(?:shares|choices|receipt)"/)
  })

  test('names the rows that differ, and counts nothing then', async () => {
    const { desk, clerk } = await afterSealing()
    const tamper = tamperWithSqlite(join(desk.directory, '.git', 'chest.sqlite'))
    await tamper.count(aRound().id, 'revoked', 1)
    const told = await show(clerk)
    expect(told).toMatchObject({ agreed: false })
    expect(told['rows']).toContainEqual(expect.objectContaining({ row: 'revoked', holds: false }))
    expect(told).not.toHaveProperty('boxes')
    for (const action of ['show-other-rules', 'show-publication'])
      expect((await clerk.ask(action, { round })).body['code']).toBe('not-reconciled')
  })
})

describe('showOtherRules', () => {
  const publication = { floor: 5 }

  test('is refused before the boxes are sealed', async () => {
    const { clerk } = await afterVoting({ fields: { paper: true } })
    expect((await clerk.ask('show-other-rules', { round })).body['code']).toBe('state-wrong')
  })

  /**
   * 75,000 for five voters. Most votes first: the pool (60,000) and the park (10,000), and the bench does not fit.
   * With a share of 5,000 two pay the park, with 15,000 one of them the bench too (10,000); the pool takes 20,000
   * each, and 80,000 in all. So neither equal shares nor Phragmén’s method ever buys it.
   */
  test('tells what other rules would fund, of a box that holds enough ballots', async () => {
    const ballots = ['pool', 'pool', 'pool', 'park', 'park bench']
    const { clerk } = await afterSealing({
      ballots,
      fields: { publication, rule: { method: 'greedy' } },
    })
    const told = (await clerk.ask('show-other-rules', { round })).body
    const other = {
      ...{ selected: ['bench', 'park'], cost: 2_000_000 },
      ...{ onlyHere: ['pool'], onlyThere: ['bench'] },
      ...{ served: { here: 5, there: 2 }, prefer: { here: 3, there: 1 } },
    }
    expect(told).toEqual({
      rule: 'greedy',
      boxes: [
        {
          pool: 'all',
          others: [
            { rule: 'equalshares/add1u', ...other },
            { rule: 'phragmen', ...other },
          ],
        },
      ],
    })
  })

  test('tells nothing of a box that holds fewer', async () => {
    const { clerk } = await afterSealing({ fields: { publication } })
    const { body } = await clerk.ask('show-other-rules', { round })
    expect(body['boxes']).toEqual([{ pool: 'all' }])
  })
})

describe('sealBoxes', () => {
  test('seals a closed round with paper, and no open one', async () => {
    const { desk, clerk } = await afterVoting({ fields: { paper: true } })
    expect((await clerk.ask('seal-boxes', { round })).body['code']).toBe('state-wrong')
    await changeRound(desk, round, 'close')
    expect((await clerk.ask('seal-boxes', { round })).body).toEqual({ state: 'sealed' })
    expect(await newest(clerk)).toMatchObject({ action: 'seal-boxes', facts: {} })
  })
})

describe('certifyResult', () => {
  test('publishes what was shown in one commit, and says so in the log', async () => {
    const { desk, clerk } = await afterSealing({
      fields: { publication: { result: 'provisional' } },
    })
    await publishResults(desk)
    const shown = (await clerk.ask('show-publication', { round })).body
    expect(shown).toMatchObject({
      ...{ snapshot: 2, status: 'final', supersedes: 1, commits: 1, deploys: 1 },
      files: expect.arrayContaining(['results/2/result.json', 'result.md']),
    })
    const before = await desk.publisher.head('content')
    const said = await clerk.ask('certify-result', { round, digest: shown['digest'] })
    expect(said.body).toMatchObject({ snapshot: 2 })
    expect(said.body['commit']).toBe(await desk.publisher.head('content'))
    expect(said.body['commit']).not.toBe(before)
    expect(await newest(clerk)).toMatchObject({ action: 'certify-result', facts: { snapshot: 2 } })
    expect(await show(clerk)).toMatchObject({
      ...{ state: 'published', published: { snapshot: 2, status: 'final' } },
    })
  })

  test('refuses another snapshot than the one that was shown, and publishes nothing', async () => {
    const { desk, clerk } = await afterSealing()
    const before = await desk.publisher.head('content')
    const said = await clerk.ask('certify-result', { round, digest: 'a'.repeat(64) })
    expect(said.body['code']).toBe('desk-changed')
    expect(await desk.publisher.head('content')).toBe(before)
    expect(await newest(clerk)).toBeUndefined()
  })

  test('refuses a round that is not sealed', async () => {
    const { clerk } = await afterVoting({ fields: { paper: true } })
    const said = await clerk.ask('certify-result', { round, digest: 'a'.repeat(64) })
    expect(said.body['code']).toBe('state-wrong')
  })
})

describe('correctPublished', () => {
  const reason = 'The sheet named a cost with a comma.'

  test('publishes a correction with its reason, after a final result only', async () => {
    const { clerk } = await afterSealing()
    const early = await clerk.ask('show-publication', { round, reason })
    expect(early.body['code']).toBe('no-final-result')
    await clerk.ask('certify-result', { round, digest: await shownDigest(clerk) })
    const digest = await shownDigest(clerk, { reason })
    const said = await clerk.ask('correct-result', { round, reason, digest })
    expect(said.body).toMatchObject({ snapshot: 2 })
    expect(await show(clerk)).toMatchObject({
      published: { snapshot: 2, status: 'corrected', reason },
    })
    expect((await clerk.ask('show-publication', { round })).body['code']).toBe('state-wrong')
  })

  test('refuses without a reason, and for another reason than the one shown', async () => {
    const { clerk } = await afterSealing()
    await clerk.ask('certify-result', { round, digest: await shownDigest(clerk) })
    const digest = await shownDigest(clerk, { reason })
    const ask = (given: object) => clerk.ask('correct-result', { round, digest, ...given })
    expect((await ask({})).body['code']).toBe('body-invalid')
    expect((await ask({ reason: 'Another one.' })).body['code']).toBe('desk-changed')
  })
})
