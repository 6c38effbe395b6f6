import { execFileSync } from 'node:child_process'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { parseFile } from '../../src/adapters/content/front-matter.ts'
import { ProposalSchema } from '../../src/domain/proposal.ts'
import {
  EditionSchema,
  readingOf,
  RevisionSchema,
  SubmissionSchema,
} from '../../src/domain/submission.ts'
import { approveSubmissions } from '../../src/service/approve-submissions.ts'
import { askChanges } from '../../src/service/ask-changes.ts'
import { editSubmission } from '../../src/service/edit-submission.ts'
import { findSubmission } from '../../src/service/find-submission.ts'
import { mergeSubmissions } from '../../src/service/merge-submissions.ts'
import type { PicturePorts } from '../../src/service/ports-pictures.ts'
import { rejectSubmission } from '../../src/service/reject-submission.ts'
import { reviseSubmission } from '../../src/service/revise-submission.ts'
import type { Accepted } from '../../src/service/keep-submission.ts'
import { submitProposal } from '../../src/service/submit-proposal.ts'
import { withdrawSubmission } from '../../src/service/withdraw-submission.ts'
import { aRound } from '../support/builders.ts'
import { testPorts, type TestPorts } from '../support/ports.ts'

const IN_MARCH = Date.parse('2027-03-10T12:00:00Z')
const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function open(now = IN_MARCH, fields: object = {}) {
  const ports = await testPorts({
    now,
    round: aRound({
      proposalCost: { max: 15_000 },
      themes: [{ id: 'green', name: 'Green places' }],
      lot: undefined,
      ...fields,
    }),
  })
  opened.push(ports)
  return ports
}

function submit(ports: PicturePorts, fields: object = {}, address = '10.0.0.1') {
  const submission = v.parse(SubmissionSchema, {
    title: 'A herb garden: "for all"',
    summary: 'Herbs for everyone who cooks.',
    description: 'Twelve pots by the **school** kitchen, watered by class 5.',
    cost: 4_500,
    theme: 'green',
    proposerKind: 'group',
    proposerName: 'Class 5',
    contactName: 'Somebody Private',
    contact: 'private@example.org',
    payee: 'The school, secret account',
    language: 'en',
    ...fields,
  })
  return submitProposal(ports, { roundId: 'spring', submission, address })
}

async function accepted(ports: PicturePorts, fields: object = {}) {
  const outcome = await submit(ports, fields)
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value
}

const history = (directory: string) =>
  execFileSync('git', ['log', '-p', '--all', '--format=%s'], { cwd: directory, encoding: 'utf8' })

describe('submitProposal', () => {
  test('keeps a submission unseen, for its proposer to find by the private link', async () => {
    const ports = await open()
    const { key, stored } = await accepted(ports)
    expect(stored.id).not.toContain(key)
    expect(await findSubmission(ports, 'spring', key)).toEqual({ ok: true, value: stored })
    expect(await findSubmission(ports, 'spring', 'wrong')).toMatchObject({
      error: { code: 'submission-not-found' },
    })
    expect(history(ports.directory)).not.toContain('herb')
  })

  test.each([
    ['a cost above the cap', { cost: 15_001 }, { cost: 'too-high 15000' }],
    ['a theme of another round', { theme: 'space' }, { theme: 'unknown' }],
    ['no theme', { theme: undefined }, { theme: 'missing' }],
    ['a name without consent', { proposerKind: 'person' }, { nameConsent: 'unticked' }],
  ])('says by field what is wrong with %s', async (_, fields, details) => {
    expect(await submit(await open(), fields)).toEqual({
      ok: false,
      error: { code: 'submission-invalid', details },
    })
  })

  test('takes in proposals only in the submission phase', async () => {
    expect(await submit(await open(Date.parse('2027-02-28T12:00:00Z')))).toMatchObject({
      error: { code: 'round-not-accepting', details: { opensAt: '2027-02-28T23:00:00Z' } },
    })
    expect(await submit(await open(Date.parse('2027-04-01T12:00:00Z')))).toMatchObject({
      error: { code: 'round-not-accepting', details: { closesAt: '2027-03-31T22:00:00Z' } },
    })
  })

  test('asks for a break after ten from one address, and not from another', async () => {
    const ports = await open()
    for (let n = 0; n < 10; n++) expect(await submit(ports)).toMatchObject({ ok: true })
    expect(await submit(ports)).toMatchObject({ error: { code: 'too-many-requests' } })
    expect(await submit(ports, {}, '10.0.0.2')).toMatchObject({ ok: true })
  })
})

describe('approveSubmissions', () => {
  test('publishes several in one commit, with nothing private in it', async () => {
    const ports = await open()
    const first = await accepted(ports)
    const second = await accepted(ports)
    const approved = await approveSubmissions(ports, 'spring', [first.stored, second.stored])
    if (!approved.ok) throw new Error(approved.error.code)
    expect(history(ports.directory).match(/^Proposals: /gm)).toHaveLength(1)
    expect(history(ports.directory)).not.toMatch(/private@|Somebody Private|secret account/)
    const [a, b] = approved.value.proposals.map(({ proposal }) => proposal)
    expect([a, b]).toEqual([a, `${a}-2`])
    const text = await ports.publisher.read(
      approved.value.commit,
      `rounds/spring/proposals/${a}.md`,
    )
    const { fields, body } = parseFile('a.md', text ?? '', ProposalSchema)
    expect(fields).toMatchObject({
      title: 'A herb garden: "for all"',
      cost: 450_000,
      theme: 'green',
    })
    expect(body).toContain('class 5')
    expect(await findSubmission(ports, 'spring', first.key)).toMatchObject({
      value: { state: 'published', proposal: a },
    })
  })

  test('can be repeated where it broke off, and publishes nothing twice', async () => {
    const ports = await open()
    const { stored } = await accepted(ports)
    const broken = {
      ...ports,
      inbox: {
        ...ports.inbox,
        decide: (...[round, id, from, decision]: Parameters<typeof ports.inbox.decide>) =>
          decision.state === 'published'
            ? Promise.reject(new Error('killed'))
            : ports.inbox.decide(round, id, from, decision),
      },
    }
    await expect(approveSubmissions(broken, 'spring', [stored])).rejects.toThrow('killed')
    expect(await approveSubmissions(ports, 'spring', [stored])).toMatchObject({ ok: true })
    expect(history(ports.directory).match(/^Proposals: /gm)).toHaveLength(1)
  })

  test('is refused once the lot is drawn, because the ballot is settled', async () => {
    const ports = await open(IN_MARCH, { lot: { order: [], drawn: 'In public.' } })
    const { stored } = await accepted(ports)
    expect(await approveSubmissions(ports, 'spring', [stored])).toMatchObject({
      error: { code: 'lot-drawn' },
    })
  })

  test('does not publish what was withdrawn or rejected', async () => {
    const ports = await open()
    const { key, stored } = await accepted(ports)
    await withdrawSubmission(ports, 'spring', key)
    expect(await approveSubmissions(ports, 'spring', [stored])).toMatchObject({
      error: { code: 'submission-not-waiting', details: { state: 'withdrawn' } },
    })
    expect(await approveSubmissions(ports, 'spring', [{ id: 'NOBODY' }])).toMatchObject({
      error: { code: 'submission-unknown' },
    })
  })
})

describe('rejectSubmission', () => {
  test('lets the proposer read the reason', async () => {
    const ports = await open()
    const { key, stored } = await accepted(ports)
    await rejectSubmission(ports, {
      roundId: 'spring',
      id: stored.id,
      reason: 'The land is not ours.',
    })
    expect(await findSubmission(ports, 'spring', key)).toMatchObject({
      value: { state: 'rejected', reason: 'The land is not ours.' },
    })
    expect(await withdrawSubmission(ports, 'spring', key)).toMatchObject({
      error: { code: 'submission-decided' },
    })
  })
})

const REVISED = {
  title: 'A herb garden for all',
  summary: 'Herbs for everyone who cooks.',
  description: 'Nine pots by the school kitchen, watered by class 5.',
  cost: 4_000,
  theme: 'green',
  proposerKind: 'group',
  proposerName: 'Class 5',
  language: 'en',
}

function revise(ports: PicturePorts, key: string, fields: object = {}) {
  const revision = v.parse(RevisionSchema, { ...REVISED, ...fields })
  return reviseSubmission(ports, { roundId: 'spring', key, text: revision, picture: undefined })
}

async function asked(ports: PicturePorts, question = 'Who waters it in July?') {
  const sent = await accepted(ports)
  expect(await askChanges(ports, { roundId: 'spring', id: sent.stored.id, question })).toEqual({
    ok: true,
    value: sent.stored.id,
  })
  return sent
}

describe('askChanges and reviseSubmission', () => {
  test('send it to the proposer and back, with the contact that was given', async () => {
    const ports = await open()
    const { key, stored } = await asked(ports)
    expect(await findSubmission(ports, 'spring', key)).toMatchObject({
      value: { state: 'changes-asked', reason: 'Who waters it in July?' },
    })
    expect(await approveSubmissions(ports, 'spring', [stored])).toMatchObject({
      error: { code: 'submission-not-waiting', details: { state: 'changes-asked' } },
    })
    expect(await revise(ports, key)).toMatchObject({ value: { state: 'waiting' } })
    expect(await findSubmission(ports, 'spring', key)).toMatchObject({
      value: {
        state: 'waiting',
        submission: { title: 'A herb garden for all', contact: 'private@example.org' },
      },
    })
    expect(await approveSubmissions(ports, 'spring', [stored])).toMatchObject({ ok: true })
  })

  test('are the same once or twice, and only when asked', async () => {
    const ports = await open()
    const { key } = await asked(ports)
    expect(await revise(ports, key)).toMatchObject({ ok: true })
    expect(await revise(ports, key)).toMatchObject({ value: { state: 'waiting' } })
    expect(await revise(ports, key, { title: 'Something else' })).toMatchObject({
      error: { code: 'submission-decided' },
    })
  })

  test('make no picture ready where it was decided on', async () => {
    const ports = await open()
    const { key, stored } = await asked(ports)
    await rejectSubmission(ports, { roundId: 'spring', id: stored.id, reason: 'The roof is weak.' })
    const made: Uint8Array[] = []
    const watched = {
      ...ports,
      makePicture: (bytes: Uint8Array) => (made.push(bytes), ports.makePicture(bytes)),
    }
    const text = v.parse(RevisionSchema, REVISED)
    const picture = { bytes: new Uint8Array(9), alt: 'A path' }
    expect(
      await reviseSubmission(watched, { roundId: 'spring', key, text, picture }),
    ).toMatchObject({
      error: { code: 'submission-decided' },
    })
    expect(made).toEqual([])
  })

  test('hold what comes back against the limits of the round', async () => {
    const ports = await open()
    const { key } = await asked(ports)
    expect(await revise(ports, key, { cost: 99_000 })).toMatchObject({
      error: { code: 'submission-invalid', details: { cost: 'too-high 15000' } },
    })
    expect(await revise(ports, 'no-such-key')).toMatchObject({
      error: { code: 'submission-not-found' },
    })
  })

  test('take it up also after the time for proposals is over', async () => {
    const ports = await open()
    const { key } = await asked(ports)
    ports.setNow(IN_MARCH + 60 * 86_400_000)
    expect(await revise(ports, key)).toMatchObject({ ok: true })
  })
})

describe('editSubmission', () => {
  const edition = v.parse(EditionSchema, REVISED)

  test('publishes the edition, and keeps what was sent in beside it', async () => {
    const ports = await open()
    const { key, stored } = await accepted(ports)
    const { id } = stored
    const request = { roundId: 'spring', id, edition }
    expect(await editSubmission(ports, request)).toMatchObject({ ok: true })
    expect(await findSubmission(ports, 'spring', key)).toMatchObject({
      value: { state: 'waiting', submission: { title: 'A herb garden: "for all"' }, edition },
    })
    expect(await approveSubmissions(ports, 'spring', [{ id }])).toMatchObject({
      value: { proposals: [{ proposal: 'a-herb-garden-for-all' }] },
    })
    const written = history(ports.directory)
    expect(written).toContain('Nine pots by the school kitchen')
    expect(written).not.toContain('Twelve pots')
  })

  test('leaves an area or a theme out where the edition has none', async () => {
    const ports = await open(IN_MARCH, { themes: [] })
    const { stored } = await accepted(ports, { theme: undefined })
    const { theme: _, ...plain } = edition
    const request = { roundId: 'spring', id: stored.id, edition: plain }
    expect(await editSubmission(ports, request)).toMatchObject({ ok: true })
  })
})

describe('editSubmission, for somebody who was asked for a change', () => {
  const edition = v.parse(EditionSchema, REVISED)

  test('takes it back from the proposer, and tells who read it before the proposer’s own change', async () => {
    const ports = await open()
    const { key, stored } = await asked(ports)
    const request = { roundId: 'spring', id: stored.id, edition, seen: readingOf(stored) }
    expect(await revise(ports, key)).toMatchObject({ ok: true })
    expect(await editSubmission(ports, request)).toMatchObject({
      error: { code: 'submission-changed' },
    })
    const again = await asked(ports)
    expect(await editSubmission(ports, { ...request, id: again.stored.id })).toMatchObject({
      ok: true,
    })
    expect(await findSubmission(ports, 'spring', again.key)).toMatchObject({
      value: { state: 'waiting', edition },
    })
    expect(await revise(ports, again.key)).toMatchObject({ error: { code: 'submission-decided' } })
  })
})

describe('mergeSubmissions', () => {
  test('lets one go on, and tells the proposers of the others where to find it', async () => {
    const ports = await open()
    const [main, other, third] = [await accepted(ports), await accepted(ports), await asked(ports)]
    const others = [other.stored, third.stored]
    const ids = others.map(({ id }) => id)
    const merge = () => mergeSubmissions(ports, { roundId: 'spring', into: main.stored, others })
    expect(await merge()).toEqual({ ok: true, value: ids })
    expect(await merge()).toEqual({ ok: true, value: ids })
    expect(await findSubmission(ports, 'spring', other.key)).toMatchObject({
      value: { state: 'merged', proposal: undefined },
    })
    const published = await approveSubmissions(ports, 'spring', [main.stored])
    if (!published.ok) throw new Error(published.error.code)
    expect(await findSubmission(ports, 'spring', other.key)).toMatchObject({
      value: { state: 'merged', proposal: published.value.proposals[0]?.proposal },
    })
    expect(await approveSubmissions(ports, 'spring', [other.stored])).toMatchObject({
      error: { code: 'submission-not-waiting' },
    })
    expect(await withdrawSubmission(ports, 'spring', other.key)).toMatchObject({
      error: { code: 'submission-decided' },
    })
  })

  test.each([
    [
      'rejected',
      (ports: TestPorts, { stored: { id } }: Accepted) =>
        rejectSubmission(ports, { roundId: 'spring', id, reason: 'Too dear.' }),
    ],
    [
      'withdrawn',
      (ports: TestPorts, { key }: Accepted) => withdrawSubmission(ports, 'spring', key),
    ],
  ])('gives the others back where the one that went on is %s', async (_, end) => {
    const ports = await open()
    const [main, other] = [await accepted(ports), await accepted(ports)]
    const request = { roundId: 'spring', into: main.stored, others: [other.stored] }
    await mergeSubmissions(ports, request)
    expect(await end(ports, main)).toMatchObject({ ok: true })
    expect(await findSubmission(ports, 'spring', other.key)).toMatchObject({
      value: { state: 'waiting' },
    })
    const published = await approveSubmissions(ports, 'spring', [other.stored])
    expect(published).toMatchObject({
      value: { proposals: [{ proposal: 'a-herb-garden-for-all' }] },
    })
  })

  test('is refused, and gives back, where the one that goes on is withdrawn meanwhile', async () => {
    const ports = await open()
    const [main, other] = [await accepted(ports), await accepted(ports)]
    const list: typeof ports.inbox.list = async (round) => {
      const listed = await ports.inbox.list(round)
      await withdrawSubmission(ports, 'spring', main.key)
      return listed
    }
    const request = { roundId: 'spring', into: main.stored, others: [other.stored] }
    const crossed = { ...ports, inbox: { ...ports.inbox, list } }
    expect(await mergeSubmissions(crossed, request)).toMatchObject({
      error: { code: 'submission-changed' },
    })
    expect(await ports.inbox.find(other.stored.round, other.stored.id)).toMatchObject({
      state: 'waiting',
    })
  })

  test('makes no chains', async () => {
    const ports = await open()
    const [first, second, third] = [
      (await accepted(ports)).stored.id,
      (await accepted(ports)).stored.id,
      (await accepted(ports)).stored.id,
    ]
    await mergeSubmissions(ports, {
      roundId: 'spring',
      into: { id: first },
      others: [{ id: second }],
    })
    const chain = { roundId: 'spring', into: { id: third }, others: [{ id: first }] }
    expect(await mergeSubmissions(ports, chain)).toMatchObject({
      error: { code: 'merge-circular', details: { id: first } },
    })
    const gone = { roundId: 'spring', into: { id: second }, others: [{ id: third }] }
    expect(await mergeSubmissions(ports, gone)).toMatchObject({
      error: { code: 'submission-not-waiting', details: { state: 'merged' } },
    })
  })
})

describe('withdrawSubmission', () => {
  test('is the same once or twice', async () => {
    const ports = await open()
    const { key } = await accepted(ports)
    expect(await withdrawSubmission(ports, 'spring', key)).toMatchObject({
      value: { state: 'withdrawn' },
    })
    expect(await withdrawSubmission(ports, 'spring', key)).toMatchObject({
      value: { state: 'withdrawn' },
    })
  })
})
