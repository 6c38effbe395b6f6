import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { openFile } from '../../src/service/change-files.ts'
import { aProposal } from '../support/builders.ts'
import { aDesk, type Asker, type TestDesk } from '../support/desk.ts'
import { AFTER, DURING } from '../support/ports.ts'

const round = 'spring'
const PATH = 'rounds/spring/proposals/bench.md'
const BY_HAND = `---
# The clerk's own note.
schemaVersion: 1
title: 'The bench' # as voted on
updates:
  # from the gardener
  - date: 2027-05-17
    text: Ordered.
summary: What people get from it.
cost: 10000
---

The whole text.
`
const UPDATE = { date: '2027-05-16', text: 'It *stands*.\n\nCome and sit.' }

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

/** A round that is over, and was voted on before this store was there. */
async function withProject(given: Parameters<typeof aDesk>[0] = {}) {
  const desk = await aDesk({ now: AFTER, ...given })
  opened.push(desk)
  await put(desk, PATH, BY_HAND)
  return { desk, clerk: await desk.firstClerk() }
}

async function put({ publisher }: TestDesk, path: string, text: string): Promise<void> {
  const expectedHead = await publisher.head('content')
  const files = [{ path, text }]
  await publisher.commit({ branch: 'content', message: 'By hand', expectedHead, files })
}

type Project = { readonly id: string; readonly seen: string; readonly updates: readonly unknown[] }

const projectsOf = async (clerk: Asker) =>
  (await clerk.ask('show-delivery', { round })).body['projects'] as readonly Project[]

async function sent(clerk: Asker, update: object) {
  const [project] = await projectsOf(clerk)
  return { round, proposal: 'bench', seen: project?.seen, update }
}

describe('postUpdate', () => {
  test('adds the update in one commit, and keeps what was written by hand', async () => {
    const { desk, clerk } = await withProject()
    const update = { ...UPDATE, spent: '9800.50', done: true }
    const { body } = await clerk.ask('post-update', await sent(clerk, update))
    expect(body).toEqual({ commit: await desk.publisher.head('content') })
    const text = (await openFile(desk, PATH))?.text ?? ''
    expect(text).toContain(
      "# The clerk's own note.\nschemaVersion: 1\ntitle: 'The bench' # as voted on",
    )
    expect(text).toContain('# from the gardener\n  - date: 2027-05-17\n    text: Ordered.\n')
    expect(text).toContain(
      'summary: What people get from it.\ncost: 10000\n---\n\nThe whole text.\n',
    )
    const [project] = await projectsOf(clerk)
    expect(project?.updates).toEqual([
      { date: '2027-05-17', text: 'Ordered.' },
      { ...UPDATE, spent: 9800.5, done: true },
    ])
  })

  test('tells the second of two clerks, and writes nothing over', async () => {
    const { desk, clerk } = await withProject()
    const late = await sent(clerk, UPDATE)
    const theirs = BY_HAND.replace('Ordered.', 'Ordered, in green.')
    await put(desk, PATH, theirs)
    expect((await clerk.ask('post-update', late)).body['code']).toBe('changed-meanwhile')
    expect((await openFile(desk, PATH))?.text).toBe(theirs)
  })

  test.each([
    ['no day', { date: '', text: 'It stands.' }],
    ['a day that is none', { date: '2027-02-30', text: 'It stands.' }],
    ['a day that is to come', { date: '2027-05-17', text: 'It stands.' }],
    ['hardly a text', { date: '2027-05-16', text: ' Ok. ' }],
    ['a text that is too long', { date: '2027-05-16', text: 'x'.repeat(4001) }],
    ['an amount that is none', { ...UPDATE, spent: 'much' }],
    ['a field that no update has', { ...UPDATE, by: 'me' }],
  ])('refuses %s, and publishes nothing', async (_, update) => {
    const { desk, clerk } = await withProject()
    const said = await clerk.ask('post-update', await sent(clerk, update))
    expect(said.body['code']).toBe('update-invalid')
    expect((await openFile(desk, PATH))?.text).toBe(BY_HAND)
  })
})

describe('showDelivery', () => {
  test('has what a published result funds, and nothing else', async () => {
    const proposals = [aProposal('summer-stage'), aProposal('bench'), aProposal('apple-trees')]
    const { desk, clerk } = await withProject({ proposals })
    await put(desk, 'rounds/spring/proposals/apple-trees.md', BY_HAND)
    const result = readFileSync(
      'content/rounds/tranebro-decides-2025/results/1/result.json',
      'utf8',
    )
    await put(desk, 'rounds/spring/results/1/result.json', result)
    expect((await projectsOf(clerk)).map(({ id }) => id)).toEqual(['apple-trees'])
    const [{ seen } = { seen: '' }] = await projectsOf(clerk)
    const other = { round, proposal: 'bench', seen, update: UPDATE }
    expect((await clerk.ask('post-update', other)).body['code']).toBe('not-delivered')
  })

  test('has nothing while the round is under way', async () => {
    const { clerk } = await withProject({ now: DURING })
    expect(await projectsOf(clerk)).toEqual([])
  })
})
