import { afterEach, describe, expect, test } from 'vitest'
import { openFile } from '../../src/service/change-files.ts'
import { openRound } from '../../src/service/open-round.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { aRound } from '../support/builders.ts'
import { aDesk, type Asker, type TestDesk } from '../support/desk.ts'
import { DURING } from '../support/ports.ts'

const round = 'spring'
const PATH = 'rounds/spring/proposals/bench.md'
const BY_HAND = `---
# The clerk's own note.
schemaVersion: 1
title: 'The bench' # as voted on
cost: 10000 # without the plate
assessment:
  body: Roads and parks
  date: 2027-03-12
  outcome: feasible
  reason: 'The ground is firm.'
summary: What people get from it.
---

The whole text.
`
const FIRST = {
  ...{ body: 'Roads and parks', date: '2027-03-12', outcome: 'feasible' },
  reason: 'The ground is firm.',
}
const LAW = {
  ...{ about: 'legality', body: 'The lawyer', date: '2027-04-01', outcome: 'not-feasible' },
  reason: 'The verge is *not ours*.',
}
const COST = {
  ...{ about: 'cost', body: 'The treasurer', date: '2027-04-02', outcome: 'feasible' },
  ...{ reason: 'With a plate.', cost: '12000.50' },
}

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

/** Before voting was opened, unless a test says otherwise. */
async function withProposal(given: Parameters<typeof aDesk>[0] = {}) {
  const desk = await aDesk({ now: DURING, ...given })
  opened.push(desk)
  await put(desk, BY_HAND)
  return { desk, clerk: await desk.firstClerk() }
}

async function put({ publisher }: TestDesk, text: string): Promise<void> {
  const expectedHead = await publisher.head('content')
  const files = [{ path: PATH, text }]
  await publisher.commit({ branch: 'content', message: 'By hand', expectedHead, files })
}

type Shown = {
  readonly proposals: readonly { readonly id: string }[]
  readonly open?: {
    readonly seen: string
    readonly entries: readonly object[]
    readonly cost: number
    readonly isFrozen: boolean
  }
}

const shown = async (clerk: Asker) =>
  (await clerk.ask('show-assessments', { round, proposal: 'bench' })).body as Shown

async function post(clerk: Asker, entry: object, at?: number) {
  const { open } = await shown(clerk)
  const asked = {
    round,
    proposal: 'bench',
    seen: open?.seen,
    entry,
    ...(at !== undefined && { at }),
  }
  return clerk.ask('post-assessment', asked)
}

const textOf = async (desk: TestDesk) => (await openFile(desk, PATH))?.text ?? ''

describe('showAssessments', () => {
  test('has the proposals of a round, and of one its assessments, its cost and whether it stands fast', async () => {
    const { clerk } = await withProposal()
    const { proposals, open } = await shown(clerk)
    expect(proposals.map(({ id }) => id)).toEqual(['bench', 'park', 'pool'])
    expect(open).toMatchObject({ entries: [FIRST], cost: 10_000, isFrozen: false })
  })

  test('refuses a round that is none', async () => {
    const { clerk } = await withProposal()
    const said = await clerk.ask('show-assessments', { round: 'autumn' })
    expect(said.body['code']).toBe('round-unknown')
  })
})

describe('postAssessment', () => {
  test('makes a list of a single one, in one commit, and keeps what was written by hand', async () => {
    const { desk, clerk } = await withProposal()
    expect((await post(clerk, LAW)).body).toEqual({ commit: await desk.publisher.head('content') })
    expect((await shown(clerk)).open?.entries).toEqual([FIRST, LAW])
    const text = await textOf(desk)
    const [before = '', after = ''] = BY_HAND.split(/assessment:\n(?: {2}.*\n)+/)
    expect(text.startsWith(before)).toBe(true)
    expect(text.endsWith(after)).toBe(true)
  })

  test('changes one in its place, and nothing else', async () => {
    const { desk, clerk } = await withProposal()
    await post(clerk, LAW)
    const before = await textOf(desk)
    await post(clerk, { ...LAW, reason: 'The verge is the county’s.' }, 1)
    const after = await textOf(desk)
    expect(after).toBe(before.replace('The verge is *not ours*.', 'The verge is the county’s.'))
  })

  test('makes a cost that was found the proposal’s own, in the same commit', async () => {
    const { desk, clerk } = await withProposal()
    await post(clerk, COST)
    expect(await textOf(desk)).toContain('cost: 12000.5 # without the plate\n')
    expect((await shown(clerk)).open).toMatchObject({
      ...{ cost: 12_000.5, entries: [FIRST, { ...COST, cost: 12_000.5 }] },
    })
  })

  test('does not bring an older cost back where only its words are changed', async () => {
    const { clerk } = await withProposal()
    await post(clerk, COST)
    await post(clerk, { ...COST, date: '2027-04-20', cost: '13000' })
    await post(clerk, { ...COST, reason: 'With a brass plate.' }, 1)
    expect((await shown(clerk)).open?.cost).toBe(13_000)
  })

  test('refuses a cost that the round does not allow, by its field', async () => {
    const given = { proposalCost: { max: 11_000 }, lot: { order: [], drawn: 'In public.' } }
    const { desk, clerk } = await withProposal({ round: aRound(given) })
    const { status, body } = await post(clerk, COST)
    expect([status, body['details']]).toEqual([422, { cost: 'too-high 11000' }])
    expect(await textOf(desk)).toBe(BY_HAND)
  })

  test('refuses another cost once voting was opened, and takes every other word', async () => {
    const { desk, clerk } = await withProposal()
    const made = { round, pool: 'all', kind: 'live', count: 2, keep: async () => {} } as const
    await makeLetters(desk, made)
    expect(await openRound(desk, round)).toMatchObject({ ok: true })
    expect((await shown(clerk)).open?.isFrozen).toBe(true)
    expect((await post(clerk, COST)).body['code']).toBe('cost-frozen')
    expect(await textOf(desk)).toBe(BY_HAND)
    expect((await post(clerk, { ...COST, cost: '10000' })).status).toBe(200)
    expect((await post(clerk, LAW)).status).toBe(200)
    expect((await shown(clerk)).open?.cost).toBe(10_000)
  })

  test('tells the second of two clerks, and writes nothing over', async () => {
    const { desk, clerk } = await withProposal()
    const { open } = await shown(clerk)
    const theirs = BY_HAND.replace('firm', 'soft')
    await put(desk, theirs)
    const late = { round, proposal: 'bench', seen: open?.seen, entry: LAW }
    expect((await clerk.ask('post-assessment', late)).body['code']).toBe('changed-meanwhile')
    expect(await textOf(desk)).toBe(theirs)
  })

  test.each([
    ['no department', { ...LAW, body: '' }],
    ['a day that is to come', { ...LAW, date: '2027-06-01' }],
    ['hardly a reason', { ...LAW, reason: 'No.' }],
    ['an outcome of its own', { ...LAW, outcome: 'perhaps' }],
    ['a cost that is about the law', { ...LAW, cost: '12000' }],
    ['a field that no assessment has', { ...LAW, by: 'me' }],
  ])('refuses %s, and publishes nothing', async (_, entry) => {
    const { desk, clerk } = await withProposal()
    expect((await post(clerk, entry)).body['code']).toBe('entry-invalid')
    expect(await textOf(desk)).toBe(BY_HAND)
  })
})

describe('takeBackAssessment', () => {
  test('takes one back in one commit, and leaves the cost as it is', async () => {
    const { desk, clerk } = await withProposal()
    await post(clerk, COST)
    const { open } = await shown(clerk)
    const asked = { round, proposal: 'bench', seen: open?.seen, at: 1 }
    expect((await clerk.ask('take-back-assessment', asked)).body).toEqual({
      commit: await desk.publisher.head('content'),
    })
    expect((await shown(clerk)).open).toMatchObject({ cost: 12_000.5, entries: [FIRST] })
    expect((await clerk.ask('take-back-assessment', asked)).body['code']).toBe('changed-meanwhile')
  })
})
