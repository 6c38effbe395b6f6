import { afterEach, describe, expect, test } from 'vitest'
import { openFile } from '../../src/service/change-files.ts'
import { openRound } from '../../src/service/open-round.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { aRound, proposalFiles } from '../support/builders.ts'
import { aDesk, type Colleague, type TestDesk } from '../support/desk.ts'
import { commitFiles, deploy } from '../support/ports.ts'

const round = 'spring'
const PATH = `rounds/${round}/round.md`
const WRITTEN = `---
# By hand.
schemaVersion: 1
title: Spring # ours
summary: Residents decide.
budget: 75000
phases:
  - { phase: submission, from: 2027-03-01, to: 2027-03-31 }
  - { phase: voting, from: 2027-05-03 08:00, to: 2027-05-16 20:00 }
ballot: { type: approval }
---

Story.
`
const PROPOSALS = proposalFiles({ bench: 10_000, park: 10_000, pool: 60_000 })

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

async function withRoundFile() {
  const desk = await aDesk({ round: aRound({ lot: undefined }) })
  opened.push(desk)
  await commitFiles(desk, { [PATH]: WRITTEN, ...PROPOSALS })
  return { desk, clerk: await desk.firstClerk() }
}

type Shown = {
  readonly lot?: {
    readonly seen: string
    readonly proposals: readonly { readonly id: string }[]
    readonly drawn?: object
  }
}

const lotOf = async (clerk: Colleague) =>
  ((await clerk.ask('show-voting', { round })).body as Shown).lot

/** What the clerk sees, and the order of the proposals as drawn the other way round. */
async function drawn(clerk: Colleague) {
  const { seen = '', proposals = [] } = (await lotOf(clerk)) ?? {}
  const order = proposals.map(({ id }) => id).toReversed()
  return { round, seen, lot: { order, drawn: 'By a pupil, at the open meeting.' } }
}

describe('enterLot', () => {
  test('writes the order into round.md, keeps the rest of it, and takes it out again', async () => {
    const { desk, clerk } = await withRoundFile()
    const sent = await drawn(clerk)
    const head = await desk.publisher.head('content')
    const { body } = await clerk.ask('enter-lot', sent)
    expect(body).toEqual({ commit: await desk.publisher.head('content') })
    expect(body['commit']).not.toBe(head)
    const text = (await openFile(desk, PATH))?.text ?? ''
    expect(text.split('lot:\n  order:\n')[0]).toBe(WRITTEN.split('---\n\nStory')[0])
    expect((await lotOf(clerk))?.drawn).toEqual(sent.lot)
    const { seen = '' } = (await lotOf(clerk)) ?? {}
    await clerk.ask('enter-lot', { round, seen, lot: null })
    expect((await openFile(desk, PATH))?.text).toBe(WRITTEN)
  })

  test.each([
    ['one is missing', (order: string[]) => order.slice(1)],
    ['one is named twice', (order: string[]) => [...order.slice(1), order.at(-1)]],
    ['one is unknown', (order: string[]) => [...order.slice(1), 'a-unicorn']],
  ])('refuses an order in which %s', async (_, change) => {
    const { desk, clerk } = await withRoundFile()
    const { lot, ...sent } = await drawn(clerk)
    const said = await clerk.ask('enter-lot', {
      ...sent,
      lot: { ...lot, order: change(lot.order) },
    })
    expect(said.body['code']).toBe('lot-incomplete')
    expect((await openFile(desk, PATH))?.text).toBe(WRITTEN)
  })

  test('tells the second of two clerks, and changes nothing', async () => {
    const { desk, clerk } = await withRoundFile()
    const sent = await drawn(clerk)
    await commitFiles(desk, { [PATH]: WRITTEN.replace('Story', 'History') })
    expect((await clerk.ask('enter-lot', sent)).body['code']).toBe('changed-meanwhile')
    expect((await openFile(desk, PATH))?.text).toBe(WRITTEN.replace('Story', 'History'))
  })

  test('names what was published since the last deploy, too', async () => {
    const { desk, clerk } = await withRoundFile()
    const sent = await drawn(clerk)
    await commitFiles(desk, proposalFiles({ swing: 10_000 }))
    expect((await clerk.ask('enter-lot', sent)).body['code']).toBe('lot-incomplete')
    const whole = await drawn(clerk)
    expect(whole.lot.order).toEqual(['swing', 'pool', 'park', 'bench'])
    expect((await clerk.ask('enter-lot', whole)).status).toBe(200)
    await deploy(desk)
    expect((await desk.content.round(round))?.round.lot).toEqual(whole.lot)
  })

  test('changes none once voting was opened', async () => {
    const desk = await aDesk({ round: aRound({ lot: undefined }) })
    opened.push(desk)
    await commitFiles(desk, { [PATH]: WRITTEN, ...PROPOSALS })
    const clerk = await desk.firstClerk()
    const sent = await drawn(clerk)
    await clerk.ask('enter-lot', sent)
    await deploy(desk)
    const request = { round, pool: 'all', kind: 'live', count: 1, keep: async () => {} } as const
    await makeLetters(desk, request)
    expect(await openRound(desk, round)).toMatchObject({ ok: true })
    expect((await clerk.ask('enter-lot', sent)).body['code']).toBe('state-wrong')
    expect(await lotOf(clerk)).toBeUndefined()
  })
})
