import { execFileSync } from 'node:child_process'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { SubmissionSchema } from '../../src/domain/submission.ts'
import { findSubmission } from '../../src/service/find-submission.ts'
import { submitProposal } from '../../src/service/submit-proposal.ts'
import { aRound } from '../support/builders.ts'
import { aDesk, confirm, type TestDesk } from '../support/desk.ts'

const IN_MARCH = Date.parse('2027-03-10T12:00:00Z')
const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

const TEXT = {
  title: 'A herb garden',
  summary: 'Herbs for everyone who cooks.',
  description: 'Twelve pots by the school kitchen, watered by class 5.',
  cost: 4_500,
}
const PERSON = {
  proposerKind: 'group',
  proposerName: 'Class 5',
  contactName: 'Somebody Private',
  contact: 'private@example.org',
  payee: 'The school, secret account',
  language: 'en',
}

async function open() {
  const round = aRound({ lot: undefined, proposalCost: { max: 15_000 } })
  const desk = await aDesk({ now: IN_MARCH, round })
  opened.push(desk)
  const clerk = await desk.firstClerk()
  return { desk, clerk }
}

async function sendIn(desk: TestDesk, fields: object = {}) {
  const submission = v.parse(SubmissionSchema, { ...TEXT, ...PERSON, ...fields })
  const sent = await submitProposal(desk, { roundId: 'spring', submission, address: '10.0.0.1' })
  if (!sent.ok) throw new Error(sent.error.code)
  return { key: sent.value.key, id: sent.value.stored.id }
}

const commits = (desk: TestDesk) =>
  execFileSync('git', ['log', '--format=%s'], { cwd: desk.directory, encoding: 'utf8' })
    .trim()
    .split('\n')

const entries = async ({ desk }: TestDesk) =>
  (await desk.list('log:spring', 0)).map(({ text }) => text).join('\n')

describe('the room of submissions', () => {
  test('shows what was sent in, and no contact', async () => {
    const { desk, clerk } = await open()
    const { id } = await sendIn(desk, { summary: 'Call 12 34 56 78 for herbs.' })
    const said = await clerk.ask('show-submissions', { round: 'spring' })
    const sent = { ...TEXT, cost: '4500', summary: 'Call 12 34 56 78 for herbs.' }
    expect(said.body['submissions']).toMatchObject([
      { id, state: 'waiting', sent, holdsContact: true },
    ])
    expect(JSON.stringify(said.body)).not.toMatch(/private@|Somebody Private|secret account/)
  })

  test('shows one contact after the passkey, and says so in the log', async () => {
    const { desk, clerk } = await open()
    const { id } = await sendIn(desk)
    desk.setNow(IN_MARCH + 10 * 60_000)
    const early = await clerk.ask('show-contact', { round: 'spring', id })
    expect(early.body['code']).toBe('passkey-again')
    await confirm(clerk)
    const said = await clerk.ask('show-contact', { round: 'spring', id })
    expect(said.body).toMatchObject({
      contact: 'private@example.org',
      contactName: 'Somebody Private',
    })
    expect(await entries(desk)).toContain(`"action":"show-contact"`)
    expect(await entries(desk)).toContain(id)
    expect(await entries(desk)).not.toContain('private@')
  })

  test('asks for changes, edits, merges, rejects, and publishes in one commit', async () => {
    const { desk, clerk } = await open()
    const [main, like, unclear, poor] = [
      await sendIn(desk),
      await sendIn(desk, { title: 'Herbs at school' }),
      await sendIn(desk, { title: 'Something nice' }),
      await sendIn(desk, { title: 'A pool on the roof' }),
    ]
    const before = commits(desk).length
    const round = 'spring'
    const asks = [
      await clerk.ask('ask-changes', { round, id: unclear.id, question: 'What is it?' }),
      await clerk.ask('reject-submission', { round, id: poor.id, reason: 'The roof is too weak.' }),
      await clerk.ask('merge-submissions', { round, into: main.id, ids: [like.id] }),
      await clerk.ask('edit-submission', {
        ...{ round, id: main.id },
        edition: { ...TEXT, description: 'Twelve pots; a bench stays as an idea of others.' },
      }),
    ]
    expect(asks.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const second = await clerk.ask('edit-submission', { round, id: main.id, edition: TEXT })
    expect(second).toMatchObject({ status: 409, body: { code: 'submission-changed' } })
    const said = await clerk.ask('publish-submissions', { round, ids: [main.id] })
    expect(said).toMatchObject({ status: 200, body: { proposals: [{ id: main.id }] } })
    expect(commits(desk)).toHaveLength(before + 1)
    expect(await findSubmission(desk, round, like.key)).toMatchObject({
      value: { state: 'merged', proposal: 'a-herb-garden' },
    })
    expect(await findSubmission(desk, round, unclear.key)).toMatchObject({
      value: { state: 'changes-asked', reason: 'What is it?' },
    })
    expect(await clerk.ask('publish-submissions', { round, ids: [poor.id] })).toMatchObject({
      status: 409,
      body: { code: 'submission-not-waiting' },
    })
    // Seven steps, and two more entries that say that a step was refused.
    expect((await entries(desk)).match(/"action":"/g)).toHaveLength(9)
  })

  test('takes in what a person brought on paper, under a link of its own', async () => {
    const { desk, clerk } = await open()
    const submission = { ...TEXT, ...PERSON }
    const said = await clerk.ask('enter-submission', { round: 'spring', submission })
    expect(said.status).toBe(200)
    expect(await findSubmission(desk, 'spring', String(said.body['key']))).toMatchObject({
      value: { state: 'waiting', submission: { title: 'A herb garden' } },
    })
    const dear = { round: 'spring', submission: { ...submission, cost: 99_000 } }
    expect((await clerk.ask('enter-submission', dear)).body['code']).toBe('submission-invalid')
  })

  test('is not for tellers', async () => {
    const { desk, clerk } = await open()
    const teller = await desk.invited(clerk, 'teller')
    const said = await teller.ask('show-submissions', { round: 'spring' })
    expect(said.body['code']).toBe('role-not-enough')
  })
})
