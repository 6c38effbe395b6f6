import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { parseFile } from '../../src/adapters/content/front-matter.ts'
import { commitAll } from '../../src/commands/commit-all.ts'
import { ProposalSchema } from '../../src/domain/proposal.ts'
import {
  EditionSchema,
  readingOf,
  RevisionSchema,
  SubmissionSchema,
} from '../../src/domain/submission.ts'
import { editSubmission } from '../../src/service/edit-submission.ts'
import { findSubmission } from '../../src/service/find-submission.ts'
import type { PicturePorts } from '../../src/service/ports-pictures.ts'
import { reviseSubmission } from '../../src/service/revise-submission.ts'
import { submitProposal } from '../../src/service/submit-proposal.ts'
import { aPhoto } from '../support/bad-pictures.ts'
import { aRound } from '../support/builders.ts'
import { aDesk, confirm, type Colleague, type TestDesk } from '../support/desk.ts'

const IN_MARCH = Date.parse('2027-03-10T12:00:00Z')
const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

const ToldSchema = v.tuple([
  v.object({ sent: v.object({ picture: v.object({ digest: v.string() }) }) }),
])
const ErrorsSchema = v.object({ errors: v.array(v.object({ field: v.string() })) })

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

async function sendIn(desk: TestDesk, fields: object = {}, bytes?: Uint8Array) {
  const submission = v.parse(SubmissionSchema, { ...TEXT, ...PERSON, ...fields })
  const picture = bytes && { bytes, alt: 'A cinder path between dark trees' }
  const request = { roundId: 'spring', submission, picture, address: '10.0.0.1' }
  const sent = await submitProposal(desk, request)
  if (!sent.ok) throw new Error(sent.error.code)
  return { key: sent.value.key, id: sent.value.stored.id }
}

const commits = (desk: TestDesk) =>
  execFileSync('git', ['log', '--format=%s'], { cwd: desk.directory, encoding: 'utf8' })
    .trim()
    .split('\n')

/** What the page shows of each, as it is sent along with a decision on it. */
async function read(clerk: Colleague, ...ids: readonly string[]) {
  const { submissions } = (await clerk.ask('show-submissions', { round: 'spring' })).body
  const told = submissions as readonly { readonly id: string; readonly seen: string }[]
  return ids.map((id) => ({ id, seen: told.find((each) => each.id === id)?.seen ?? '' }))
}

const edit = async (clerk: Colleague, id: string, edition: object | undefined) =>
  clerk.ask('edit-submission', { round: 'spring', ...(await read(clerk, id))[0], edition })

const publish = async (clerk: Colleague, ...ids: readonly string[]) =>
  clerk.ask('publish-submissions', { round: 'spring', chosen: await read(clerk, ...ids) })

const entries = async ({ desk }: TestDesk) =>
  (await desk.list('log:spring', 0)).map(({ text }) => text).join('\n')

/** Of the private link, as a browser makes it. */
const key = 'a-link-that-is-private'

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
    const [into, other, asked, bad] = await read(clerk, main.id, like.id, unclear.id, poor.id)
    const asks = [
      await clerk.ask('ask-changes', { round, ...asked, question: 'What is it?' }),
      await clerk.ask('reject-submission', { round, ...bad, reason: 'The roof is too weak.' }),
      await clerk.ask('merge-submissions', { round, into, others: [other] }),
      await clerk.ask('edit-submission', {
        ...{ round, ...into },
        edition: { ...TEXT, description: 'Twelve pots; a bench stays as an idea of others.' },
      }),
    ]
    expect(asks.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const second = await clerk.ask('edit-submission', { round, ...into, edition: TEXT })
    expect(second).toMatchObject({ status: 409, body: { code: 'submission-changed' } })
    const said = await publish(clerk, main.id)
    expect(said).toMatchObject({ status: 200, body: { proposals: [{ id: main.id }] } })
    expect(commits(desk)).toHaveLength(before + 1)
    expect(await findSubmission(desk, round, like.key)).toMatchObject({
      value: { state: 'merged', proposal: 'a-herb-garden' },
    })
    expect(await findSubmission(desk, round, unclear.key)).toMatchObject({
      value: { state: 'changes-asked', reason: 'What is it?' },
    })
    expect(await publish(clerk, poor.id)).toMatchObject({
      status: 409,
      body: { code: 'submission-not-waiting' },
    })
    // Seven steps, and two more entries that say that a step was refused.
    expect((await entries(desk)).match(/"action":"/g)).toHaveLength(9)
  })

  test('decides on nothing that has changed since it was shown', async () => {
    const { desk, clerk } = await open()
    const round = 'spring'
    const [{ id, key }, other] = [await sendIn(desk), await sendIn(desk, { title: 'A bench' })]
    const [shown, bench] = await read(clerk, id, other.id)
    await clerk.ask('ask-changes', { round, ...shown, question: 'Where is the water?' })
    const { contact: _, contactName: _n, payee: _p, ...text } = { ...TEXT, ...PERSON }
    const description = 'Buy all your herbs at my shop, and at no other shop in town.'
    const revised = v.parse(RevisionSchema, { ...text, description })
    const request = { roundId: round, key, text: revised, picture: undefined }
    expect(await reviseSubmission(desk, request)).toMatchObject({ ok: true })
    for (const said of [
      await clerk.ask('publish-submissions', { round, chosen: [bench, shown] }),
      await clerk.ask('merge-submissions', { round, into: shown, others: [bench] }),
      await clerk.ask('merge-submissions', { round, into: bench, others: [shown] }),
      await clerk.ask('reject-submission', { round, ...shown, reason: 'No.' }),
      await clerk.ask('ask-changes', { round, ...shown, question: 'Why?' }),
    ])
      expect(said.body['code']).toBe('submission-changed')
    expect((await desk.inbox.list(aRound().id)).map(({ state }) => state)).toEqual([
      ...['waiting', 'waiting'],
    ])
    expect((await publish(clerk, id)).status).toBe(200)
  })

  test('publishes several together or none, and names the one that does not fit the round', async () => {
    const { desk, clerk } = await open()
    const [good, dear] = [await sendIn(desk), await sendIn(desk, { title: 'A pond', cost: 14_000 })]
    desk.setContent({ round: aRound({ lot: undefined, proposalCost: { max: 12_000 } }) })
    const before = commits(desk).length
    const said = await publish(clerk, good.id, dear.id)
    expect(said.body).toMatchObject({
      code: 'edition-invalid',
      detail: expect.stringMatching(/^“A pond”: /),
    })
    expect(commits(desk)).toHaveLength(before)
    const [rejected] = await read(clerk, good.id)
    expect(
      (await clerk.ask('reject-submission', { round: 'spring', ...rejected, reason: 'No.' }))
        .status,
    ).toBe(200)
  })

  test('takes in what a person brought on paper, under a link of its own', async () => {
    const { desk, clerk } = await open()
    const submission = { ...TEXT, ...PERSON }
    const said = await clerk.ask('enter-submission', { round: 'spring', key, submission })
    expect(said.status).toBe(200)
    expect(await findSubmission(desk, 'spring', String(said.body['key']))).toMatchObject({
      value: { state: 'waiting', submission: { title: 'A herb garden' } },
    })
    const dear = { round: 'spring', key, submission: { ...submission, cost: 99_000 } }
    expect((await clerk.ask('enter-submission', dear)).body['code']).toBe('submission-invalid')
  })

  test('has once what was sent twice, because its answer was lost', async () => {
    const { desk, clerk } = await open()
    const submission = { ...TEXT, ...PERSON }
    const sent = { round: 'spring', key, submission }
    const [first, again] = [
      await clerk.ask('enter-submission', sent),
      await clerk.ask('enter-submission', sent),
    ]
    expect(again.body).toEqual(first.body)
    expect(await desk.inbox.list(aRound().id)).toHaveLength(1)
    const other = { ...sent, submission: { ...submission, title: 'Quite another thing' } }
    expect((await clerk.ask('enter-submission', other)).body['code']).toBe('submission-changed')
    expect(await desk.inbox.list(aRound().id)).toMatchObject([
      { submission: { title: TEXT.title } },
    ])
    await clerk.ask('enter-submission', { ...sent, key: 'another-link-of-anothe' })
    expect(await desk.inbox.list(aRound().id)).toHaveLength(2)
  })

  test('takes nothing in once there is a result, for nothing would forget its contact', async () => {
    const { desk, clerk } = await open()
    const expectedHead = await desk.publisher.head('content')
    const files = [{ path: 'rounds/spring/result.md', text: 'The result.' }]
    await desk.publisher.commit({ branch: 'content', message: 'Result', expectedHead, files })
    const submission = { ...TEXT, ...PERSON }
    const said = await clerk.ask('enter-submission', { round: 'spring', key, submission })
    expect(said.body).toMatchObject({ code: 'state-wrong' })
    expect(await desk.inbox.list(aRound().id)).toEqual([])
  })

  test('shows a picture, publishes it under another text in the same commit, and forgets it', async () => {
    const { desk, clerk } = await open()
    const { id } = await sendIn(desk, {}, await aPhoto())
    const round = 'spring'
    const told = await clerk.ask('show-submissions', { round })
    const [{ sent }] = v.parse(ToldSchema, told.body['submissions'])
    const { digest } = sent.picture
    const shown = await clerk.ask('show-picture', { round, id, digest })
    const address = String(shown.body['address'])
    expect(address).toMatch(/^data:image\/webp;base64,UklGR/)
    const unknown = await clerk.ask('show-picture', { round, id, digest: 'A'.repeat(22) })
    expect(unknown.body['code']).toBe('not-there')
    const alt = 'Pots with herbs by a kitchen'
    const edition = { ...TEXT, picture: { digest, alt } }
    expect((await edit(clerk, id, edition)).status).toBe(200)
    const before = commits(desk).length
    const said = await publish(clerk, id)
    expect(said.status).toBe(200)
    expect(commits(desk)).toHaveLength(before + 1)
    const folder = join(desk.directory, 'rounds/spring')
    const picture = readFileSync(join(folder, 'pictures/a-herb-garden.webp'))
    expect(picture.toString('base64')).toBe(address.split(',')[1])
    const proposal = readFileSync(join(folder, 'proposals/a-herb-garden.md'), 'utf8')
    expect(parseFile('x.md', proposal, ProposalSchema).fields.picture).toEqual({
      file: 'a-herb-garden.webp',
      alt,
    })
    const after = await clerk.ask('show-picture', { round, id, digest })
    expect(after.body['code']).toBe('not-there')
    expect(await entries(desk)).not.toContain(alt)
  })

  test('keeps the picture of a merged one until the other is published', async () => {
    const { desk, clerk } = await open()
    const [main, like] = [await sendIn(desk), await sendIn(desk, {}, await aPhoto())]
    const round = 'spring'
    const [into, other] = await read(clerk, main.id, like.id)
    await clerk.ask('merge-submissions', { round, into, others: [other] })
    const digest = (await desk.inbox.find(aRound().id, like.id))?.submission.picture?.digest
    const look = async () =>
      (await clerk.ask('show-picture', { round, id: like.id, digest })).body['code']
    expect(await look()).toBeUndefined()
    expect((await publish(clerk, main.id)).status).toBe(200)
    expect(await look()).toBe('not-there')
  })

  test('replaces and removes a picture, keeps the one that was sent in, and finds the way back', async () => {
    const { desk, clerk } = await open()
    const { id } = await sendIn(desk, {}, await aPhoto())
    const round = 'spring'
    const pictures = async () => {
      const stored = await desk.inbox.find(aRound().id, id)
      return [stored?.submission.picture?.digest, stored?.edition?.picture?.digest]
    }
    const [first] = await pictures()
    const bytes = (await aPhoto(300, 200)).toString('base64')
    const replaced = { ...TEXT, picture: { bytes, alt: 'Another one' } }
    expect((await edit(clerk, id, replaced)).status).toBe(200)
    const [kept, second = ''] = await pictures()
    expect(kept).toBe(first)
    expect(second).not.toBe(first)
    expect((await edit(clerk, id, TEXT)).status).toBe(200)
    expect(await pictures()).toEqual([first, undefined])
    const gone = await clerk.ask('show-picture', { round, id, digest: second })
    expect(gone.body['code']).toBe('not-there')
    const foreign = { ...TEXT, picture: { digest: second, alt: 'Another one' } }
    const refused = await edit(clerk, id, foreign)
    expect(refused.body['code']).toBe('submission-changed')
    expect((await edit(clerk, id, undefined)).status).toBe(200)
    const back = await clerk.ask('show-picture', { round, id, digest: first })
    expect(back.status).toBe(200)
  })

  test('keeps the picture of a clerk who is just saving, while another’s is refused', async () => {
    const { desk } = await open()
    const { id } = await sendIn(desk)
    const edition = async () => ({
      ...v.parse(EditionSchema, TEXT),
      picture: { bytes: await aPhoto(), alt: 'A cinder path' },
    })
    const save = async (ports: PicturePorts, seen: string) =>
      editSubmission(ports, { roundId: 'spring', id, edition: await edition(), seen })
    const stored = await desk.inbox.find(aRound().id, id)
    if (stored === undefined) throw new Error('it was not kept')
    const refused: unknown[] = []
    // The other clerk's save comes whole between this one's picture and its decision.
    const inbox = {
      ...desk.inbox,
      async decide(...given: Parameters<typeof desk.inbox.decide>) {
        refused.push(await save(desk, 'what stood there before'))
        return desk.inbox.decide(...given)
      },
    }
    const saved = await save({ ...desk, inbox }, readingOf(stored))
    expect(refused).toMatchObject([{ error: { code: 'submission-changed' } }])
    const digest = saved.ok ? saved.value.edition?.picture?.digest : undefined
    const place = { round: aRound().id, submission: id, digest: digest ?? '' }
    expect(await desk.pictures.find(place)).toBeDefined()
  })

  test('says what is wrong with a picture, and publishes none that is gone', async () => {
    const { desk, clerk } = await open()
    const { id } = await sendIn(desk, {}, await aPhoto())
    const bytes = Buffer.from('%PDF-1.7 plan').toString('base64')
    const edition = { ...TEXT, picture: { bytes, alt: 'A plan of it' } }
    const refused = await edit(clerk, id, edition)
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'picture' }] } })
    expect(String(refused.body['detail'])).toContain('PDF')
    await desk.pictures.keepOnly(aRound().id, id, [])
    const before = commits(desk).length
    const said = await publish(clerk, id)
    expect(said.body['code']).toBe('picture-missing')
    expect(commits(desk)).toHaveLength(before)
  })

  test('publishes under another name where a picture of that name is there', async () => {
    const { desk, clerk } = await open()
    const { id } = await sendIn(desk, {}, await aPhoto())
    const file = join(desk.directory, 'rounds/spring/pictures/a-herb-garden.webp')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'a picture of another proposal')
    await commitAll(desk.directory, 'A picture by hand')
    const said = await publish(clerk, id)
    expect(said.body['proposals']).toEqual([{ id, proposal: 'a-herb-garden-2' }])
    expect(readFileSync(file, 'utf8')).toBe('a picture of another proposal')
  })

  test('takes in what came on paper with a picture, and tells every fault by its field', async () => {
    const { desk, clerk } = await open()
    const picture = { bytes: (await aPhoto()).toString('base64'), alt: 'Pots by a kitchen' }
    const submission = { ...TEXT, ...PERSON }
    const said = await clerk.ask('enter-submission', { round: 'spring', key, submission, picture })
    const found = await findSubmission(desk, 'spring', String(said.body['key']))
    expect(found).toMatchObject({ value: { submission: { picture: { alt: picture.alt } } } })
    const sent = { round: 'spring', key, submission, picture }
    expect((await clerk.ask('enter-submission', sent)).body).toEqual(said.body)
    await sendIn(desk, { isEntered: true })
    const { submissions } = (await clerk.ask('show-submissions', { round: 'spring' })).body
    expect(submissions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: said.body['id'], isEntered: true }),
        expect.objectContaining({ isEntered: false }),
      ]),
    )
    const faulty = { ...submission, title: '', cost: 'much', contact: '' }
    const refused = await clerk.ask('enter-submission', {
      round: 'spring',
      key,
      submission: faulty,
    })
    const { errors } = v.parse(ErrorsSchema, refused.body)
    expect(errors.map(({ field }) => field)).toEqual(['title', 'cost', 'contact'])
  })

  test('is not for tellers', async () => {
    const { desk, clerk } = await open()
    const teller = await desk.invited(clerk, 'teller')
    const said = await teller.ask('show-submissions', { round: 'spring' })
    expect(said.body['code']).toBe('role-not-enough')
  })
})
