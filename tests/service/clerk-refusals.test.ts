import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { PublishFailed } from '../../src/domain/fault.ts'
import { ThemeIdSchema } from '../../src/domain/id.ts'
import { readingOf } from '../../src/domain/submission.ts'
import { LocalTimeSchema } from '../../src/domain/time.ts'
import { approveSubmissions } from '../../src/service/approve-submissions.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { extendRound } from '../../src/service/extend-round.ts'
import { openRound } from '../../src/service/open-round.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { askChanges } from '../../src/service/ask-changes.ts'
import { editSubmission } from '../../src/service/edit-submission.ts'
import { mergeSubmissions } from '../../src/service/merge-submissions.ts'
import { rejectSubmission } from '../../src/service/reject-submission.ts'
import { showBoxes } from '../../src/service/show-boxes.ts'
import { aSubmission } from '../support/box-data.ts'
import { aProposal, aRound } from '../support/builders.ts'
import { AFTER, DURING, testPorts, votingPorts, type TestPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

/** A round whose voting ended, and which is sealed. */
async function sealed(): Promise<TestPorts> {
  const ports = await votingPorts(1)
  ports.setNow(AFTER)
  await changeRound(ports, 'spring', 'close')
  await changeRound(ports, 'spring', 'seal')
  return ports
}

const letters = (ports: TestPorts, changes: object = {}) =>
  makeLetters(ports, {
    ...{ round: 'spring', pool: 'all', kind: 'live', count: 1, keep: async () => {} },
    ...changes,
  })

const withoutVote = aRound({
  phases: [{ phase: 'information', from: '2027-05-03', to: '2027-05-16' }],
  ballot: undefined,
})
const end = v.parse(LocalTimeSchema, '2027-05-20 20:00')
const autumn = { round: 'autumn' }

type Case = readonly [
  what: string,
  code: string,
  details: object,
  make: () => Promise<TestPorts>,
  act: (ports: TestPorts) => Promise<unknown>,
]

const CASES: readonly Case[] = [
  ['codes for an unknown round', 'round-unknown', autumn, testPorts, (p) => letters(p, autumn)],
  ['opening an unknown round', 'round-unknown', autumn, testPorts, (p) => openRound(p, 'autumn')],
  [
    'pausing an unknown round',
    ...(['round-unknown', autumn, testPorts] as const),
    (p) => changeRound(p, 'autumn', 'pause', 'A test.'),
  ],
  [
    'pausing without a reason',
    'reason-missing',
    {},
    () => votingPorts(1),
    (p) => changeRound(p, 'spring', 'pause', ' '),
  ],
  [
    'sealing before the board tells of the close',
    'board-behind',
    {},
    () => votingPorts(1),
    async (p) => {
      p.setNow(AFTER)
      const commit = () => Promise.reject(new PublishFailed('away'))
      const cut = { ...p, publisher: { ...p.publisher, commit } }
      await changeRound(cut, 'spring', 'close')
      return changeRound(cut, 'spring', 'seal')
    },
  ],
  [
    'extending an unknown round',
    ...(['round-unknown', autumn, testPorts] as const),
    (p) => extendRound(p, 'autumn', end),
  ],
  [
    'counting an unknown round',
    ...(['round-unknown', autumn, testPorts] as const),
    (p) => publishResult(p, 'autumn', 'final'),
  ],
  [
    'approving in an unknown round',
    ...(['round-unknown', autumn, testPorts] as const),
    (p) => approveSubmissions(p, 'autumn', [{ id: 'X' }]),
  ],
  [
    'rejecting in an unknown round',
    ...(['round-unknown', autumn, testPorts] as const),
    (p) => rejectSubmission(p, { roundId: 'autumn', id: 'X', reason: 'No.' }),
  ],
  [
    'codes for a round that nobody votes in',
    'round-without-vote',
    { round: 'spring' },
    () => testPorts({ round: withoutVote }),
    (p) => letters(p),
  ],
  [
    'opening a round that nobody votes in',
    'round-without-vote',
    { round: 'spring' },
    () => testPorts({ round: withoutVote }),
    (p) => openRound(p, 'spring'),
  ],
  [
    'codes for an area that is not there',
    'area-unknown',
    { areas: 'all' },
    testPorts,
    (p) => letters(p, { pool: 'moon' }),
  ],
  [
    'opening while codes are being made',
    'codes-changed',
    {},
    testPorts,
    async (p) => {
      await letters(p)
      const head: TestPorts['publisher']['head'] = async (branch) => {
        if (branch === 'board') await letters(p)
        return p.publisher.head(branch)
      }
      return openRound({ ...p, publisher: { ...p.publisher, head } }, 'spring')
    },
  ],
  [
    'counting by other proposals than were voted on',
    'ballot-differs',
    {},
    sealed,
    async (p) => {
      p.setContent({ proposals: [aProposal('park', { cost: 1 })] })
      return publishResult(p, 'spring', 'final')
    },
  ],
  [
    'counting before anything was opened',
    'state-wrong',
    { state: 'draft' },
    testPorts,
    (p) => publishResult(p, 'spring', 'final'),
  ],
  [
    'closing a round whose end is moved in the same moment',
    'before-end',
    { earliest: '2027-05-20T18:02:00Z' },
    () => votingPorts(1),
    async (p) => {
      const meta: TestPorts['box']['meta'] = async (round) => {
        const found = await p.box.meta(round)
        p.setNow(DURING)
        await extendRound(p, 'spring', end)
        return found
      }
      p.setNow(AFTER)
      const clock = { now: () => AFTER }
      return changeRound({ ...p, clock, box: { ...p.box, meta } }, 'spring', 'close')
    },
  ],
  [
    'showing the boxes of an unknown round',
    ...(['round-unknown', autumn, testPorts] as const),
    (p) => showBoxes(p, 'autumn'),
  ],
  [
    'showing the boxes before anything was opened',
    'state-wrong',
    { state: 'draft' },
    testPorts,
    (p) => showBoxes(p, 'spring'),
  ],
  [
    'showing the boxes of a closed round before it is sealed',
    'state-wrong',
    { state: 'closed' },
    () => votingPorts(1),
    async (p) => {
      p.setNow(AFTER)
      await changeRound(p, 'spring', 'close')
      return showBoxes(p, 'spring')
    },
  ],
  [
    'extending a sealed round',
    'end-not-later',
    { to: '2027-05-20 20:00' },
    sealed,
    (p) => extendRound(p, 'spring', end),
  ],
  [
    'rejecting what was never sent in',
    'submission-unknown',
    { id: 'X' },
    testPorts,
    (p) => rejectSubmission(p, { roundId: 'spring', id: 'X', reason: 'No.' }),
  ],
  [
    'asking for changes without a word',
    'reason-missing',
    {},
    testPorts,
    (p) => askChanges(p, { roundId: 'spring', id: 'X', question: ' ' }),
  ],
  [
    'editing what somebody else has edited',
    'submission-changed',
    {},
    testPorts,
    async (p) => {
      const stored = aSubmission(aRound().id, { id: 'X' })
      await p.inbox.add(stored, 500)
      const { title, summary, description, cost } = stored.submission
      const request = { roundId: 'spring', id: 'X', seen: readingOf(stored) }
      await editSubmission(p, { ...request, edition: { title, summary, description, cost } })
      return editSubmission(p, { ...request, edition: undefined })
    },
  ],
  [
    'editing it to what the round does not take',
    'edition-invalid',
    { theme: 'unknown' },
    testPorts,
    async (p) => {
      await p.inbox.add(aSubmission(aRound().id, { id: 'X' }), 500)
      const { title, summary, description, cost } = aSubmission(aRound().id).submission
      const edition = { title, summary, description, cost, theme: v.parse(ThemeIdSchema, 'none') }
      return editSubmission(p, { roundId: 'spring', id: 'X', edition })
    },
  ],
  [
    'merging a submission into itself',
    'merge-circular',
    { id: 'X' },
    testPorts,
    async (p) => {
      await p.inbox.add(aSubmission(aRound().id, { id: 'X' }), 500)
      return mergeSubmissions(p, { roundId: 'spring', into: { id: 'X' }, others: [{ id: 'X' }] })
    },
  ],
  [
    'rejecting twice',
    'submission-not-waiting',
    { state: 'rejected' },
    testPorts,
    async (p) => {
      await p.inbox.add(aSubmission(aRound().id, { id: 'X' }), 500)
      const request = { roundId: 'spring', id: 'X', reason: 'No.' }
      await rejectSubmission(p, request)
      return rejectSubmission(p, request)
    },
  ],
]

describe('a clerk is refused', () => {
  test.each(CASES)('%s: %s', async (_, code, details, make, act) => {
    const ports = await make()
    opened.push(ports)
    expect(await act(ports)).toEqual({ ok: false, error: { code, details } })
  })
})
