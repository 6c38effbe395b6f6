import { afterEach, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { approveSubmissions } from '../../src/service/approve-submissions.ts'
import { openRound } from '../../src/service/open-round.ts'
import { aSubmission } from '../support/box-data.ts'
import { aRound, proposalFiles } from '../support/builders.ts'
import { aDesk, type Colleague, type TestDesk } from '../support/desk.ts'
import { commitFiles, deploy, DURING } from '../support/ports.ts'

const opened: TestDesk[] = []
afterEach(() => opened.splice(0).forEach((desk) => desk.close()))

const round = 'spring'
const FILE = 'rounds/spring/round.md'
const WRITTEN = `---
schemaVersion: 1
title: Tranebro Decides
summary: Residents decide.
budget: 75000
phases:
  - phase: submission
    from: 2027-03-01
    to: 2027-03-31
  - phase: voting
    from: 2027-05-03 08:00
    to: 2027-05-16 20:00
ballot: { type: approval }
lot:
  order: [bench, park]
  drawn: In public.
---

The story.
`
const LOT = /\nlot:[^-]+/
const BENCH = 'rounds/spring/proposals/bench.md'
const PROPOSALS = proposalFiles({ bench: 10_000, park: 10_000 })

/** A round whose files are committed and deployed, with codes, at a time when voting may open. */
async function deployed(round = WRITTEN) {
  const desk = await aDesk({ now: DURING })
  opened.push(desk)
  await commitFiles(desk, { [FILE]: round, ...PROPOSALS })
  await deploy(desk)
  const codes = { round: 'spring', pool: 'all', kind: 'live', count: 3 } as const
  await makeLetters(desk, { ...codes, keep: async () => {} })
  return { desk, clerk: await desk.firstClerk() }
}

type Shown = {
  readonly fields: Readonly<Record<string, unknown>>
  readonly frozen: readonly string[]
}

const shown = async (clerk: Colleague) =>
  (await clerk.ask('show-round', { round })).body as unknown as Shown

/** Publishes the round with these fields changed, as the form does. */
async function publish(clerk: Colleague, fields: object) {
  const { seen, fields: before, body } = (await clerk.ask('show-round', { round })).body
  const draft = { round, seen, fields: { ...(before as object), ...fields }, body }
  return clerk.ask('publish-round', draft)
}

describe('openRound', () => {
  test.each([
    ['money', { [FILE]: WRITTEN.replace('75000', '80000') }],
    ['end', { [FILE]: WRITTEN.replace('05-16', '05-17') }],
    ['cost of a proposal', proposalFiles({ bench: 12_000 })],
    ['proposal more', proposalFiles({ pool: 10_000 })],
  ])('refuses while another %s is committed and not deployed', async (_, files) => {
    const { desk, clerk } = await deployed()
    await commitFiles(desk, files)
    const refused = { error: { code: 'deploy-pending' } }
    expect(await openRound(desk, round)).toMatchObject(refused)
    expect(await advanceRounds(desk)).toMatchObject([{ step: 'open', result: refused }])
    expect((await clerk.ask('show-voting', { round })).body).toMatchObject({
      opening: { refused: 'deploy-pending' },
    })
    expect(await desk.box.meta((await desk.content.roundIds())[0]!)).toBeUndefined()
    await deploy(desk)
    const { body } = await clerk.ask('show-voting', { round })
    expect(body['opening']).not.toHaveProperty('refused', 'deploy-pending')
  })

  test('does not wait for what nobody votes on', async () => {
    const { desk } = await deployed()
    await commitFiles(desk, {
      [FILE]: WRITTEN.replace('The story.', 'Another story.'),
      'rounds/spring/proposals/bench.da.md': 'no translation yet',
    })
    expect(await openRound(desk, round)).toMatchObject({ ok: true })
  })

  test('refuses while a committed file would stop the next build', async () => {
    const { desk } = await deployed()
    for (const path of [FILE, BENCH]) {
      await commitFiles(desk, { [path]: '---\ntitle: {\n---\n' })
      expect(await openRound(desk, round)).toMatchObject({
        error: { code: 'files-unreadable', details: { path } },
      })
      await commitFiles(desk, { [FILE]: WRITTEN })
    }
  })
})

describe('a change that slips past the opening all the same', () => {
  async function slipped(from: string, to: string) {
    const { desk, clerk } = await deployed()
    expect(await openRound(desk, round)).toMatchObject({ ok: true })
    await commitFiles(desk, { [FILE]: WRITTEN.replace(from, to) })
    await deploy(desk)
    return { desk, clerk }
  }

  test('is taken back at the desk, and the vote goes on', async () => {
    const { desk, clerk } = await slipped('75000', '80000')
    const { frozen } = await shown(clerk)
    expect(frozen).toEqual(['voting', 'paper'])
    expect((await publish(clerk, { budget: 90_000 })).body['code']).toBe('round-frozen')
    expect((await publish(clerk, { budget: 75_000 })).status).toBe(200)
    await deploy(desk)
    const content = await desk.content.round(round)
    expect((await desk.box.meta(content!.round.id))?.digest).toBe(content?.digest)
    expect((await shown(clerk)).frozen).toEqual(expect.arrayContaining(['budget', 'voting']))
    expect((await publish(clerk, { budget: 80_000 })).body['code']).toBe('round-frozen')
  })

  test('of the dates, too', async () => {
    const { clerk } = await slipped('05-16', '05-15')
    const { fields, frozen } = await shown(clerk)
    expect(frozen).not.toContain('voting')
    expect(frozen).toContain('budget')
    const [submission, voting] = fields['phases'] as object[]
    const until = (to: string) => ({ phases: [submission, { ...voting, to }] })
    const other = await publish(clerk, until('2027-05-14 20:00'))
    expect(other.body['code']).toBe('voting-frozen')
    expect((await publish(clerk, until('2027-05-16 20:00'))).status).toBe(200)
  })
})

describe('approveSubmissions', () => {
  test('is refused as soon as the lot is committed, and by the limits that are', async () => {
    const { desk } = await deployed(WRITTEN.replace(LOT, '\n'))
    const stored = aSubmission(aRound().id)
    const { area: _, ...submission } = stored.submission
    await desk.inbox.add({ ...stored, submission }, 5)
    const approve = () => approveSubmissions(desk, round, [stored])
    await commitFiles(desk, { [FILE]: WRITTEN })
    expect(await approve()).toMatchObject({ error: { code: 'lot-drawn' } })
    const limited = WRITTEN.replace(LOT, '\nproposalCost: { max: 12000 }\n')
    await commitFiles(desk, { [FILE]: limited })
    expect(await approve()).toMatchObject({
      error: { code: 'edition-invalid', details: { cost: 'too-high 12000' } },
    })
    await commitFiles(desk, { [FILE]: limited.replace('12000', '13000') })
    expect(await approve()).toMatchObject({ ok: true })
  })
})
