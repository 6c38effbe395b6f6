import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { openRound } from '../../src/service/open-round.ts'
import { openHub } from '../adapters/github-home.ts'
import { proposalFiles } from '../support/builders.ts'
import { aDesk, type Asker, type Colleague, type TestDesk } from '../support/desk.ts'
import { BEFORE, commitFiles, deploy } from '../support/ports.ts'

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

const FILE = 'rounds/spring/round.md'
const DANISH = 'rounds/spring/round.da.md'

/** As somebody wrote it by hand: comments, an order and quotes of their own, a field that no form has. */
const BY_HAND = `---
schemaVersion: 1
title: 'Tranebro Decides' # as on the posters
# The council agreed on this on 3 February.
budget: 75000
summary: Residents decide.
phases:
  - phase: submission
    from: 2027-03-01
    to: 2027-03-31
  # three weekends
  - phase: voting
    from: 2027-05-03 08:00
    to: 2027-05-16 20:00
    note: "In the hall, too."
conditions:
    - For everyone.
ballot: { type: approval }
lot:
  order: [bench, park, pool] # drawn in the hall
  drawn: In public.
---

The story.

## Why

Because.
`

const BY_HAND_DANISH = `---
schemaVersion: 1
title: Tranebro bestemmer
summary: Beboerne bestemmer. # kort
phases: { voting: Også i hallen. }
conditions: [For alle.]
---

Historien.
`

const PROPOSALS = proposalFiles({ bench: 10_000, park: 10_000, pool: 60_000 })

type Shown = {
  readonly seen: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly body: string
}

async function withRound() {
  const desk = await aDesk({ now: BEFORE })
  opened.push(desk)
  await commitFiles(desk, { [FILE]: BY_HAND, [DANISH]: BY_HAND_DANISH, ...PROPOSALS })
  return { desk, clerk: await desk.firstClerk() }
}

async function textOf({ publisher }: TestDesk, path = FILE): Promise<string> {
  const head = await publisher.head('content')
  return (head && (await publisher.read(head, path))) ?? ''
}

const show = async (clerk: Asker) =>
  (await clerk.ask('show-round', { round: 'spring' })).body as unknown as Shown

/** What the form sends, with these fields changed. */
async function edited(clerk: Asker, fields: Readonly<Record<string, unknown>>, body?: string) {
  const { seen, ...shown } = await show(clerk)
  const all = { ...shown.fields, ...fields }
  return { round: 'spring', seen, fields: all, body: body ?? shown.body }
}

async function openVoting(desk: TestDesk) {
  await deploy(desk)
  const request = { round: 'spring', pool: 'all', kind: 'live', count: 3 } as const
  await makeLetters(desk, { ...request, keep: async () => {} })
  expect(await openRound(desk, 'spring')).toMatchObject({ ok: true })
}

async function logged(clerk: Colleague, round: string) {
  const { entries } = (await clerk.ask('show-log', { round })).body
  return (entries as readonly { action: string; facts: object }[]).map(({ action, facts }) => ({
    ...{ action, facts },
  }))
}

const NEW = {
  ...{ schemaVersion: 1, title: 'We Decide: 2028!', summary: 'You decide.', budget: 100 },
  phases: [{ phase: 'information', from: '2028-03-01' }],
}

describe('an edited round', () => {
  test('keeps every byte of what was not changed', async () => {
    const { desk, clerk } = await withRound()
    const draft = await edited(clerk, { budget: 80_000 })
    expect((await clerk.ask('preview-round', draft)).body['translations']).toEqual([])
    const said = await clerk.ask('publish-round', draft)
    expect(said.status).toBe(200)
    expect(await textOf(desk)).toBe(BY_HAND.replace('75000', '80000'))
    expect(await textOf(desk, DANISH)).toBe(BY_HAND_DANISH)
    expect(said.body).toMatchObject({
      round: 'spring',
      commit: await desk.publisher.head('content'),
    })
    expect(await show(clerk)).toMatchObject({ seen: said.body['seen'], fields: { budget: 80_000 } })
    expect(await logged(clerk, 'spring')).toEqual([{ action: 'publish-round', facts: {} }])
  })

  test('shows first what it will change, and publishes nothing', async () => {
    const { desk, clerk } = await withRound()
    const before = await desk.publisher.head('content')
    const { fields } = await show(clerk)
    const [submission, voting] = fields['phases'] as object[]
    const phases = [submission, { ...voting, to: '2027-05-23 20:00' }]
    const said = await clerk.ask('preview-round', await edited(clerk, { phases }, 'Another story.'))
    expect(said.body).toEqual({
      ...{ round: 'spring', faults: [], isStoryChanged: true, lostCodes: 0 },
      changes: [
        {
          field: 'phases.to',
          row: 'voting',
          before: '2027-05-16 20:00',
          after: '2027-05-23 20:00',
        },
      ],
      translations: [{ language: 'da', isFilled: false }],
    })
    expect(await desk.publisher.head('content')).toBe(before)
  })

  test('takes its translations along, so that they lack no words and have none too many', async () => {
    const { desk, clerk } = await withRound()
    const conditions = ['It is allowed.', 'For everyone.']
    const themes = [{ id: 'green', name: 'Green places' }]
    const draft = await edited(clerk, { conditions, themes })
    expect((await clerk.ask('preview-round', draft)).body['translations']).toEqual([
      { language: 'da', isFilled: true },
    ])
    const before = commitCount(desk)
    await clerk.ask('publish-round', draft)
    const danish = await textOf(desk, DANISH)
    expect(desk.content.fields(DANISH, danish).fields).toMatchObject({
      ...{ conditions: ['It is allowed.', 'For alle.'], themes: { green: 'Green places' } },
    })
    expect(danish).toContain(
      'summary: Beboerne bestemmer. # kort\nphases: { voting: Også i hallen. }',
    )
    expect(commitCount(desk)).toBe(before + 1)
  })

  test('is not published where it has a fault; its fields are named', async () => {
    const { desk, clerk } = await withRound()
    const draft = await edited(clerk, { title: '', budget: 'much', proposalCost: { max: 1 } })
    const previewed = await clerk.ask('preview-round', draft)
    expect(previewed.body['faults']).toMatchObject([
      { at: 'title', code: 'missing' },
      { at: 'budget', code: 'no-amount' },
    ])
    const said = await clerk.ask('publish-round', draft)
    expect(said.body).toMatchObject({ code: 'round-invalid', details: { count: 2 } })
    expect(await textOf(desk)).toBe(BY_HAND)
    const dear = await edited(clerk, { proposalCost: { max: 5000 } })
    expect((await clerk.ask('preview-round', dear)).body['faults']).toMatchObject([
      ...['The bench', 'The park', 'The pool'].map((name) => ({ code: 'proposal-cost', name })),
    ])
  })

  test('is not published where it names proposals that would stop the build', async () => {
    const { desk, clerk } = await withRound()
    const faults = async (fields: Readonly<Record<string, unknown>>) => {
      const draft = await edited(clerk, fields)
      expect((await clerk.ask('publish-round', draft)).body['code']).toBe('round-invalid')
      return (await clerk.ask('preview-round', draft)).body['faults']
    }
    expect(await faults({ lot: { order: ['bench', 'park', 'nobody'], drawn: 'x' } })).toMatchObject(
      [
        { at: 'lot', code: 'lot-lacks', name: 'The pool' },
        { at: 'lot', code: 'lot-unknown', name: 'nobody' },
      ],
    )
    const exclusive = [['bench', 'nobody']]
    expect(await faults({ rule: { method: 'greedy', exclusive } })).toMatchObject([
      { at: 'rule.exclusive', code: 'group-unknown', name: 'nobody' },
    ])
    expect(await textOf(desk)).toBe(BY_HAND)
  })

  test('is checked with the proposals of the newest commit, not of the last build', async () => {
    const { desk, clerk } = await withRound()
    await deploy(desk)
    await commitFiles(desk, proposalFiles({ well: 10_000 }))
    const sent = await edited(clerk, { budget: 80_000 })
    expect((await clerk.ask('preview-round', sent)).body['faults']).toMatchObject([
      { code: 'lot-lacks', name: 'The well' },
    ])
    const lot = { order: ['bench', 'park', 'pool', 'well'], drawn: 'In public.' }
    expect((await clerk.ask('publish-round', await edited(clerk, { lot }))).status).toBe(200)
  })

  test('tells the second of two clerks, and writes over nothing', async () => {
    const { desk, clerk } = await withRound()
    const other = await desk.invited(clerk, 'clerk')
    const mine = await edited(clerk, { budget: 80_000 })
    const theirs = await edited(other, { summary: 'All of us decide.' })
    await other.ask('publish-round', theirs)
    const after = await textOf(desk)
    for (const action of ['preview-round', 'publish-round'])
      expect((await clerk.ask(action, mine)).body['code']).toBe('changed-meanwhile')
    expect(await textOf(desk)).toBe(after)
    expect((await clerk.ask('publish-round', await edited(clerk, { budget: 80_000 }))).status).toBe(
      200,
    )
    expect(await textOf(desk)).toBe(
      BY_HAND.replace('75000', '80000').replace('Residents decide.', 'All of us decide.'),
    )
  })

  test('makes no commit where nothing was changed', async () => {
    const { desk, clerk } = await withRound()
    const before = commitCount(desk)
    const said = await clerk.ask('publish-round', await edited(clerk, {}))
    expect(said.body).not.toHaveProperty('commit')
    expect(commitCount(desk)).toBe(before)
  })

  test('says before how many codes would fit no box any more', async () => {
    const { desk, clerk } = await withRound()
    for (const kind of ['live', 'reserve'] as const) {
      const request = { round: 'spring', pool: 'all', kind, count: 3 } as const
      await makeLetters(desk, { ...request, keep: async () => {} })
    }
    const areas = [{ id: 'north', name: 'North', budget: 75_000 }]
    const lost = async (fields: object) =>
      (await clerk.ask('preview-round', await edited(clerk, { ...fields }))).body
    expect(await lost({ summary: 'Come and vote.' })).toMatchObject({ lostCodes: 0 })
    const placed = Object.entries(PROPOSALS).map(([path, text]) => [
      path,
      text.replace('cost:', 'area: north\ncost:'),
    ])
    await commitFiles(desk, Object.fromEntries(placed))
    expect(await lost({ budget: undefined, areas })).toMatchObject({ faults: [], lostCodes: 6 })
  })

  test('cannot touch what is voted on once voting was opened, and all else still can', async () => {
    const { desk, clerk } = await withRound()
    await openVoting(desk)
    expect(await show(clerk)).toMatchObject({
      state: 'open',
      frozen: expect.arrayContaining(['rule']),
    })
    const { fields } = await show(clerk)
    const [submission, voting] = fields['phases'] as object[]
    const later = [submission, { ...voting, to: '2027-05-23 20:00' }]
    for (const [changed, code] of [
      [{ budget: 80_000 }, 'round-frozen'],
      [{ rule: { method: 'phragmen' } }, 'round-frozen'],
      [{ ballot: { type: 'approval', maxLength: 2 } }, 'round-frozen'],
      [{ phases: later }, 'voting-frozen'],
      [{ paper: true }, 'round-frozen'],
      [{ publication: { complaintDays: 0 } }, 'complaints-frozen'],
    ] as const)
      expect((await clerk.ask('publish-round', await edited(clerk, changed))).body).toMatchObject({
        code,
      })
    expect(await textOf(desk)).toBe(BY_HAND)
    await clerk.ask('publish-round', await edited(clerk, { summary: 'Come and vote.' }))
    expect(await textOf(desk)).toBe(BY_HAND.replace('Residents decide.', 'Come and vote.'))
  })
})

describe('on GitHub', () => {
  test('an edit is one commit too, and leaves what was not changed', async () => {
    const hub = await openHub('content/')
    const desk = await aDesk({ now: BEFORE, publisher: hub.publisher })
    opened.push(desk)
    await commitFiles(desk, { [FILE]: BY_HAND, [DANISH]: BY_HAND_DANISH, ...PROPOSALS })
    const clerk = await desk.firstClerk()
    const count = () => Number(hub.repository.git('rev-list', '--count', 'main'))
    const before = count()
    const conditions = ['For everyone.', 'It is allowed.']
    await clerk.ask('publish-round', await edited(clerk, { budget: 80_000, conditions }))
    expect(await textOf(desk)).toBe(
      BY_HAND.replace('75000', '80000').replace(
        '    - For everyone.',
        '  - For everyone.\n  - It is allowed.',
      ),
    )
    expect(await textOf(desk, DANISH)).toContain('conditions: [ For alle., It is allowed. ]')
    expect(count()).toBe(before + 1)
    await hub.close()
  })
})

describe('a new round', () => {
  test('gets its id by its title, and the second of two that are called the same is told', async () => {
    const { desk, clerk } = await withRound()
    const draft = { fields: NEW, body: 'The story.' }
    const said = await clerk.ask('publish-round', draft)
    expect(said.body).toMatchObject({ round: 'we-decide-2028' })
    const text = await textOf(desk, 'rounds/we-decide-2028/round.md')
    expect(desk.content.fields('round.md', text)).toEqual({ fields: NEW, body: 'The story.' })
    expect(await logged(clerk, 'we-decide-2028')).toHaveLength(1)
    expect((await clerk.ask('publish-round', draft)).body['code']).toBe('id-taken')
    const again = { ...draft, fields: { ...NEW, title: 'Spring' } }
    expect((await clerk.ask('preview-round', again)).body['code']).toBe('id-taken')
  })

  test('that is a copy takes the translations along, under the new year', async () => {
    const { desk, clerk } = await withRound()
    await commitFiles(desk, { [DANISH]: BY_HAND_DANISH.replace('bestemmer', 'bestemmer 2027') })
    await commitFiles(desk, { [FILE]: BY_HAND.replace("Decides'", "Decides 2027'") })
    const { fields, body } = await show(clerk)
    const { lot: _, ...kept } = fields
    const before = commitCount(desk)
    const draft = { from: 'spring', fields: { ...kept, title: 'Tranebro Decides 2028' }, body }
    await clerk.ask('publish-round', draft)
    expect(await textOf(desk, 'rounds/tranebro-decides-2028/round.da.md')).toBe(
      BY_HAND_DANISH.replace('bestemmer', 'bestemmer 2028'),
    )
    expect(commitCount(desk)).toBe(before + 1)
  })

  test('needs a title that makes an address', async () => {
    const { clerk } = await withRound()
    for (const title of ['!!!', undefined])
      expect(
        (await clerk.ask('preview-round', { fields: { ...NEW, title }, body: '' })).body['faults'],
      ).toMatchObject([{ at: 'title', code: 'no-id' }])
  })
})

describe('the rounds', () => {
  test('of another store stand fast too, once their result is published', async () => {
    const { desk, clerk } = await withRound()
    await commitFiles(desk, { 'rounds/spring/result.md': 'The result.' })
    expect((await clerk.ask('show-rounds')).body['rounds']).toMatchObject([{ state: 'published' }])
    const said = await clerk.ask('publish-round', await edited(clerk, { budget: 80_000 }))
    expect(said.body['code']).toBe('round-frozen')
  })

  test('are listed with what stands fast', async () => {
    const { desk, clerk } = await withRound()
    const rounds = async () => (await clerk.ask('show-rounds')).body['rounds']
    expect(await rounds()).toMatchObject([{ id: 'spring', state: 'draft', isFrozen: false }])
    await openVoting(desk)
    expect(await rounds()).toMatchObject([{ id: 'spring', state: 'open', isFrozen: true }])
    expect((await clerk.ask('show-round', { round: 'autumn' })).body['code']).toBe('round-unknown')
  })

  test('are listed from their commit on, before a deploy knows them', async () => {
    const { clerk } = await withRound()
    const rounds = async () => (await clerk.ask('show-rounds')).body['rounds']
    const wrong = { fields: { ...NEW, budget: 'much' }, body: '' }
    expect((await clerk.ask('publish-round', wrong)).status).not.toBe(200)
    expect(await rounds()).toMatchObject([{ id: 'spring', isBuilt: true }])
    const { round } = (await clerk.ask('publish-round', { fields: NEW, body: '' })).body
    expect(await rounds()).toMatchObject([
      { id: round, title: 'We Decide: 2028!', state: 'draft', isBuilt: false, isFrozen: false },
      { id: 'spring', isBuilt: true },
    ])
    expect((await clerk.ask('show-round', { round })).status).toBe(200)
  })
})

function commitCount({ directory }: TestDesk): number {
  return Number(execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: directory }).toString())
}
