import { afterEach, describe, expect, test } from 'vitest'
import { RoundIdSchema } from '../../src/domain/id.ts'
import * as v from 'valibot'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { correctResult } from '../../src/service/correct-result.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { publishResults } from '../../src/service/publish-results.ts'
import { purgeRound } from '../../src/service/purge-round.ts'
import { aSubmission } from '../support/box-data.ts'
import { aRound } from '../support/builders.ts'
import { AFTER, testPorts, votingPorts, type TestPorts } from '../support/ports.ts'

const DAY = 86_400_000
const CLOSE = Date.parse('2027-05-16T18:00:00Z')
const spring = v.parse(RoundIdSchema, 'spring')

const WITHOUT_VOTE = [
  { phase: 'submission', from: '2027-03-01', to: '2027-03-31' },
  { phase: 'development', from: '2027-04-01', to: '2027-04-30' },
  { phase: 'delivery', from: '2027-04-20' },
]

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

/** Closed and sealed by the schedule, which also publishes sums where the round shows them. */
async function ended(publication: Readonly<Record<string, unknown>> = {}) {
  const ports = await votingPorts(1, { round: aRound({ publication }) })
  opened.push(ports)
  await ports.inbox.add(aSubmission(spring), 5)
  ports.setNow(AFTER)
  await advanceRounds(ports)
  await publishResults(ports)
  return ports
}

async function certified(publication: Readonly<Record<string, unknown>> = {}) {
  const ports = await ended(publication)
  expect(await publishResult(ports, spring, 'final')).toMatchObject({ ok: true })
  return ports
}

const stateOf = async (ports: Awaited<ReturnType<typeof ended>>) =>
  (await ports.box.meta(spring))?.state

describe('purgeRound', () => {
  test('is refused with the date until 42 days after the close, and then forgets', async () => {
    const ports = await certified()
    ports.setNow(CLOSE + 42 * DAY - 1)
    expect(await purgeRound(ports, 'spring')).toMatchObject({
      error: { code: 'before-complaints', details: { earliest: '2027-06-27T18:00:00Z' } },
    })
    expect((await ports.inbox.list(spring))[0]?.submission.contact).toBe('ada@example.org')
    ports.setNow(CLOSE + 42 * DAY)
    expect(await purgeRound(ports, 'spring')).toEqual({ ok: true, value: 1 })
    expect(await stateOf(ports)).toBe('purged')
    expect((await ports.inbox.list(spring))[0]?.submission).toMatchObject({
      ...{ contact: '', contactName: '', title: 'En bænk ved søen' },
    })
    expect(await purgeRound(ports, 'spring')).toMatchObject({ ok: true })
  })

  test('keeps what is published, and nothing can be corrected after it', async () => {
    const ports = await certified({ complaintDays: 7 })
    const head = await ports.publisher.head('content')
    ports.setNow(CLOSE + 7 * DAY)
    expect(await purgeRound(ports, 'spring')).toMatchObject({ ok: true })
    expect(await ports.publisher.head('content')).toBe(head)
    expect(await correctResult(ports, 'spring', 'Too late.')).toMatchObject({
      error: { code: 'state-wrong', details: { state: 'purged' } },
    })
  })

  test('forgets a contact also where the submission is decided on at the same time', async () => {
    const ports = await certified()
    await ports.inbox.add(aSubmission(spring, { id: 'submission-2' }), 5)
    ports.setNow(CLOSE + 42 * DAY)
    let isFirst = true
    const list: typeof ports.inbox.list = async (round) => {
      const listed = await ports.inbox.list(round)
      const decided = { state: 'rejected', reason: 'No.' } as const
      if (isFirst) await ports.inbox.decide(round, 'submission-1', ['waiting'], decided)
      isFirst = false
      return listed
    }
    const crossed = { ...ports, inbox: { ...ports.inbox, list } }
    expect(await purgeRound(crossed, 'spring')).toEqual({ ok: true, value: 2 })
    expect(await ports.inbox.list(spring)).toMatchObject([
      { state: 'rejected', reason: 'No.', submission: { contact: '', contactName: '' } },
      { state: 'waiting', submission: { contact: '', contactName: '' } },
    ])
  })

  test.each([
    ['only sums are published', { result: 'provisional' }],
    ['nobody has certified a result', {}],
  ])('is refused where %s, however long ago the close was', async (_, publication) => {
    const ports = await ended(publication)
    ports.setNow(CLOSE + 400 * DAY)
    expect(await purgeRound(ports, 'spring')).toMatchObject({ error: { code: 'no-final-result' } })
    expect(await advanceRounds(ports)).toEqual([])
    expect(await stateOf(ports)).toBe('sealed')
  })

  test('is done by the schedule the day after, once', async () => {
    const ports = await certified()
    ports.setNow(CLOSE + 43 * DAY - 1)
    expect(await advanceRounds(ports)).toEqual([])
    ports.setNow(CLOSE + 43 * DAY)
    expect(await advanceRounds(ports)).toMatchObject([{ step: 'purge', result: { ok: true } }])
    expect(await advanceRounds(ports)).toEqual([])
  })
})

describe('contacts of a round without a final result', () => {
  async function fresh(fields: object) {
    const ports = await testPorts({ round: aRound({ ...fields }) })
    opened.push(ports)
    return ports
  }
  const contacts = async (ports: TestPorts) =>
    (await ports.inbox.list(spring)).map(({ submission }) => submission.contact)

  test.each([
    ['only sums are published', () => ended({ result: 'provisional' }), CLOSE + 43 * DAY],
    [
      'voting was never opened',
      () => fresh({ publication: { complaintDays: 7 } }),
      CLOSE + 8 * DAY,
    ],
    [
      'there is no vote',
      () => fresh({ phases: WITHOUT_VOTE, ballot: undefined }),
      Date.parse('2027-04-30T22:00:00Z') + 43 * DAY,
    ],
  ])('are forgotten by the date where %s', async (_, make, at) => {
    const ports = await make()
    await ports.inbox.add(aSubmission(spring), 5)
    ports.setNow(at - 1)
    await advanceRounds(ports)
    expect(await contacts(ports)).toEqual(['ada@example.org'])
    ports.setNow(at)
    await advanceRounds(ports)
    await advanceRounds(ports)
    expect(await contacts(ports)).toEqual([''])
    expect(ports.events.filter((event) => event === 'contacts-forgotten')).toHaveLength(1)
  })
})
