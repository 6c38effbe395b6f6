/**
 * The desk's log, and how a plan is carried out with it.
 *
 * Talks to a SQLite file. Invariant: what was done is in the log, and what is in the log cannot be taken out unseen.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { brokenAt, logKind, type LogEntry } from '../../../src/domain/desk-log.ts'
import { aDesk, type TestDesk } from '../../support/desk.ts'
import { DURING } from '../../support/ports.ts'

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

async function openDesk(): Promise<TestDesk> {
  const desk = await aDesk()
  opened.push(desk)
  return desk
}

async function entriesOf({ desk }: TestDesk): Promise<readonly LogEntry[]> {
  return (await desk.list('log:-', DURING)).map(({ text }) => logKind({}).read(text))
}

describe('the log', () => {
  test('tells who did what in their order, without a name', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk('Ida Holm')
    const teller = await desk.invited(clerk, 'teller', 'Bo Lind')
    const [me, other] = [clerk, teller].map(async (each) => (await each.ask('show-me')).body['id'])
    const entries = await entriesOf(desk)
    expect(entries).toMatchObject([
      { n: 1, action: 'finish-sign-up', person: await me, facts: { role: 'clerk' } },
      { n: 2, action: 'invite-person', facts: { person: await other, role: 'teller' } },
      { n: 3, action: 'finish-sign-up', person: await other, facts: { role: 'teller' } },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/Ida|Bo/)
    expect(brokenAt({}, entries)).toBeUndefined()
  })

  test('grows by one entry an action when many come at once', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const invite = (at: number) => clerk.ask('invite-person', { name: `N${at}`, role: 'teller' })
    const said = await Promise.all([1, 2, 3, 4].map(invite))
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const entries = await entriesOf(desk)
    expect(entries.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
    expect(brokenAt({}, entries)).toBeUndefined()
  })

  test('shows where an entry was changed, taken out, or cut off at the end', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    for (const name of ['A', 'B', 'C']) await clerk.ask('invite-person', { name, role: 'teller' })
    const entries = await entriesOf(desk)
    const changed = entries.map((each) =>
      each.n === 2 ? { ...each, facts: { role: 'clerk' as const } } : each,
    )
    expect(brokenAt({}, changed)).toBe(3)
    expect(
      brokenAt(
        {},
        entries.filter(({ n }) => n !== 2),
      ),
    ).toBe(3)
    expect(brokenAt({}, entries.slice(1))).toBe(2)
    const [last] = (await desk.desk.list('log:-', DURING)).slice(-1)
    if (last === undefined) expect.fail('no entry')
    await desk.desk.write(
      [{ kind: 'log:-', id: last.id, expected: last.version, text: undefined }],
      DURING,
    )
    expect((await clerk.ask('show-log')).body['broken']).toBe(4)
  })

  test('of a round is another than the council’s', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    expect((await clerk.ask('show-log', { round: 'spring' })).body).toMatchObject({ n: 0 })
    expect((await clerk.ask('show-log')).body).toMatchObject({ n: 1, rounds: ['spring'] })
  })
})

describe('a step of a round that is not there', () => {
  const id = '0'.repeat(16)
  const seen = '0'.repeat(64)
  test.each([
    ['look-up-letter', { serial: 'K7QF-0042' }],
    ['ask-changes', { id, seen, question: 'Which corner?' }],
    ['reject-submission', { id, seen, reason: 'There is none.' }],
    ['merge-submissions', { into: { id, seen }, others: [{ id, seen }] }],
    ['publish-submissions', { chosen: [{ id, seen }] }],
  ])('%s is refused, and begins no log', async (action, input) => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    const said = await clerk.ask(action, { round: 'autumn', ...input })
    expect(said.body['code']).toBe('round-unknown')
    expect(await desk.desk.list('log:autumn', DURING)).toEqual([])
  })
})

describe('a change that somebody else made first', () => {
  test('is refused, and neither is it done nor in the log', async () => {
    const desk = await openDesk()
    const clerk = await desk.firstClerk()
    await clerk.ask('invite-person', { name: 'Bo', role: 'teller' })
    const shown = (await clerk.ask('show-people')).body['invitations'] as { id: string }[]
    const input = { invitation: shown[0]?.id }
    const said = await Promise.all([1, 2].map(() => clerk.ask('withdraw-invitation', input)))
    expect(said.map(({ status }) => status).toSorted()).not.toEqual([200, 200])
    expect((await entriesOf(desk)).map(({ action }) => action)).toEqual([
      ...['finish-sign-up', 'invite-person', 'withdraw-invitation'],
    ])
  })
})
