/**
 * The desk's function while the store's host or the git host takes a question in and never answers: a whole round in
 * which every action is asked in vain first, with the session of somebody who may do it.
 *
 * Talks to a Redis, a local GitHub and hosts before them that are silent. Invariant: whoever asks is told in time,
 * nothing that is not known is called done, and nothing is lost: the same action is done afterwards.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESK_ACTION_NAMES, type DeskActionName } from '../../src/domain/desk-action.ts'
import { printHallFile } from '../../src/domain/hall-file.ts'
import { makeTokenBatch, type Letter } from '../../src/domain/token-batch.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { changeRound } from '../../src/service/change-round.ts'
import { openFile } from '../../src/service/change-files.ts'
import { anAuthenticator } from '../support/authenticator.ts'
import { aPhoto } from '../support/bad-pictures.ts'
import { ids, proposalFiles } from '../support/builders.ts'
import { signIn, signUp, type Colleague, type Said } from '../support/desk.ts'
import { aLaptop, castInHall, fileOf } from '../support/halls.ts'
import { AFTER, commitFiles, deploy, DURING } from '../support/ports.ts'
import { aSilentDesk, type Heard, type SilentDesk } from '../support/silent-desk.ts'

const NOT_KNOWN = 'did not answer. We do not know whether what you sent arrived.'
const STORE = `Our storage ${NOT_KNOWN}`
const GIT = `The place where we publish ${NOT_KNOWN}`
const round = 'spring'
const PLACE = { round, batch: 'hall-1' }
const PATH = `rounds/${round}/round.md`
const WRITTEN = `---
schemaVersion: 1
title: Spring
summary: Residents decide.
budget: 75000
paper: true
phases:
  - { phase: submission, from: 2027-03-01, to: 2027-03-31 }
  - { phase: voting, from: 2027-05-03 08:00, to: 2027-05-16 20:00 }
ballot: { type: approval }
halls:
  - { id: north, name: The northern hall }
  - { id: mill, name: The mill }
---

Story.
`

type Who = 'clerk' | 'tim' | 'uma'
type Input = () => Promise<object> | object
type Given = {
  readonly as?: Who | 'nobody'
  readonly asksGit?: true
  /** What it says always. */
  readonly says?: string
  /** The most commits that it makes, however often it is tried; 1 unless said. */
  readonly most?: number
}

let silent: SilentDesk
let people: Record<Who, Colleague>
/** What voters got by post. */
let letters: readonly Letter[] = []
let reserve: readonly Letter[] = []
const tried = new Set<DeskActionName>()

beforeAll(async () => {
  silent = await aSilentDesk()
  const { desk } = silent
  await commitFiles(desk, { [PATH]: WRITTEN, ...proposalFiles({ bench: 10_000, park: 10_000 }) })
  await deploy(desk)
  const clerk = await desk.firstClerk()
  const [tim, uma] = [await desk.invited(clerk, 'teller'), await desk.invited(clerk, 'teller')]
  people = { clerk, tim, uma }
}, 60_000)

afterAll(() => silent.close())

/** Everybody signs in anew at this time, as after a night. */
async function letTimePass(now: number): Promise<void> {
  silent.setNow(now)
  for (const who of ['clerk', 'tim', 'uma'] as const)
    people[who] = await signIn(silent.desk, people[who])
}

/** What an action tells when both hosts answer. */
async function told<Answer>(action: DeskActionName, input: object = {}): Promise<Answer> {
  const { status, body } = await people.clerk.ask(action, input)
  if (status !== 200) throw new Error(`${action}: ${JSON.stringify(body)}`)
  return body as Answer
}

function expectNotKnown({ status, body }: Said, sentence = STORE): void {
  expect(body).toMatchObject({ code: 'fault' })
  expect(status).toBe(503)
  expect(body['detail']).toContain(sentence)
}

/** What is said where an earlier try did it, and only its answer was lost. The story goes on from what was done. */
const SO_ALREADY = [
  ...['state-wrong', 'submission-not-waiting', 'batch-state', 'batch-taken', 'stub-held'],
  ...['stub-not-held', 'serial-not-live', 'hall-settled', 'board-behind', 'not-there'],
  ...['end-not-later', 'desk-changed'],
]

/** Asks for the action in vain, at every question that it has, and expects it to be done after that. */
async function inVain(action: DeskActionName, input: Input, given: Given = {}): Promise<Heard> {
  tried.add(action)
  const { as = 'clerk', asksGit = false, says, most = 1 } = given
  const cookie = as === 'nobody' ? undefined : people[as].cookie
  const commits = silent.commits()
  const heard = await silent.hear({ action, cookie, input, asksGit })
  if (heard.git) expectNotKnown(heard.git, GIT)
  for (const said of heard.store) expectNotKnown(said)
  expect(heard.store.length + (asksGit ? 1 : 0), `${action} asks nobody`).toBeGreaterThan(0)
  const { status, body } = heard.last
  const expected = says === undefined ? [200, ...SO_ALREADY] : [says]
  expect(expected, `${action}: ${JSON.stringify(body)}`).toContain(body['code'] ?? status)
  expect(silent.commits() - commits).toBeLessThanOrEqual(most)
  return heard
}

type Sent = { readonly title: string; readonly picture?: { readonly digest: string } }
type Submission = { readonly id: string; readonly seen: string; readonly state: string } & {
  readonly sent: Sent
  readonly edition?: object
}

const submissions = async () =>
  (await told<{ submissions: readonly Submission[] }>('show-submissions', { round })).submissions

/** The submission of this title, as the room shows it. */
async function shownAs(title: string): Promise<Submission> {
  const found = (await submissions()).find(({ sent }) => sent.title === title)
  if (found === undefined) throw new Error(`${title} is not there`)
  return found
}

/** As a page names a submission that somebody read. */
async function read(title: string) {
  const { id, seen } = await shownAs(title)
  return { id, seen }
}

const IDEA = {
  ...{ summary: 'For everyone who walks past.', description: 'Two benches of larch, by the path.' },
  ...{ cost: '4500', proposerKind: 'group', proposerName: 'Class 5', language: 'en' },
  ...{ contactName: 'Somebody Private', contact: 'private@example.org' },
}

const entered = (title: string) => ({
  ...{ round, submission: { ...IDEA, title } },
  key: randomBytes(16).toString('base64url'),
})

/** As a browser draws an order of codes. */
function order(kind: 'live' | 'reserve', count: number) {
  const made = makeTokenBatch(round, count, (bytes) => Uint8Array.from(randomBytes(bytes)))
  const marks = made.marks.map(({ mark, serial }) => ({
    ...{ mark: Buffer.from(mark).toString('base64url'), serial },
  }))
  const named = { pool: 'all', kind, batch: made.batch }
  return { letters: made.letters, draft: { round, ...named, marks }, batch: { ...named, count } }
}

describe('a host that never answers', { timeout: 120_000 }, () => {
  test('is told of at the door, where nobody is known yet', async () => {
    const nobody = silent.desk.asker()
    const { clerk } = people
    const challenge = async (action: 'begin-sign-in' | 'begin-sign-up', input = {}) =>
      String((await nobody.ask(action, input)).body['challenge'])
    await inVain('begin-sign-in', () => ({}), { as: 'nobody' })
    const signed = async () => clerk.device.sign(await challenge('begin-sign-in'))
    await inVain('finish-sign-in', signed, { as: 'nobody' })
    const asked = { name: 'Eva', role: 'teller' }
    const { secret } = await told<{ secret: string }>('invite-person', asked)
    await inVain('read-invitation', () => ({ secret }), { as: 'nobody' })
    await inVain('begin-sign-up', () => ({ secret, name: 'Eva' }), { as: 'nobody' })
    const device = anAuthenticator()
    const made = async () => {
      const named = { secret, name: 'Eva' }
      return { ...named, ...device.make(await challenge('begin-sign-up', named)) }
    }
    await inVain('finish-sign-up', made, { as: 'nobody' })
  })

  test('is told of by what belongs to a person', async () => {
    const { clerk } = people
    const begun = async (action: 'begin-confirm' | 'begin-passkey') =>
      (await told<{ challenge: string }>(action)).challenge
    await inVain('show-me', () => ({}))
    await inVain('begin-confirm', () => ({}))
    await inVain('finish-confirm', async () => clerk.device.sign(await begun('begin-confirm')))
    await inVain('begin-passkey', () => ({}))
    const another = anAuthenticator()
    await inVain('finish-passkey', async () => another.make(await begun('begin-passkey')))
    type Mine = { passkeys: { id: string; usedAt?: number }[]; sessions: object[] }
    const unused = async () => {
      const { passkeys } = await told<Mine>('show-me')
      return { passkey: passkeys.find(({ usedAt }) => usedAt === undefined)?.id }
    }
    await inVain('remove-passkey', unused)
    await signIn(silent.desk, clerk)
    const other = async () => {
      const { sessions } = await told<{ sessions: { id: string; isThis: boolean }[] }>('show-me')
      return { session: sessions.find(({ isThis }) => !isThis)?.id }
    }
    await inVain('end-session', other)
    people.tim = await signIn(silent.desk, people.tim)
    await inVain('sign-out', () => ({}), { as: 'tim' })
    people.tim = await signIn(silent.desk, people.tim)
  })

  test('is told of by the rooms of people, of the log and of Today', async () => {
    const asked = { name: 'Bo Lind', role: 'teller' } as const
    await inVain('show-people', () => ({}))
    await inVain('show-log', () => ({ round }))
    await inVain('invite-person', () => asked)
    type People = { people: { id: string; name: string }[]; invitations: { id: string }[] }
    const invitation = async () => ({
      invitation: (await told<People>('show-people')).invitations[0]?.id ?? 'gone',
    })
    await inVain('withdraw-invitation', invitation)
    const { desk } = silent
    const { secret } = await told<{ secret: string }>('invite-person', asked)
    await signUp(desk.asker, secret, 'Bo Lind')
    const person = async () => {
      const { people: all } = await told<People>('show-people')
      return { person: all.findLast(({ name }) => name.startsWith('Bo Li'))?.id ?? 'gone' }
    }
    const change = { seen: asked, name: 'Bo Linde', role: 'teller' } as const
    await inVain('change-person', async () => ({ ...(await person()), ...change }))
    await inVain('revoke-person', person)
  })

  test('keeps nobody from the room Today, which says that publishing waits', async () => {
    tried.add('show-today')
    const { cookie } = people.clerk
    const input = () => ({})
    const heard = await silent.hear({ action: 'show-today', cookie, input, asksGit: true })
    expect(heard.git).toMatchObject({ status: 200, body: { publishing: { answers: false } } })
    for (const said of heard.store) expectNotKnown(said)
    expect(heard.store.length).toBeGreaterThan(0)
    expect(heard.last).toMatchObject({ status: 200, body: { publishing: { answers: true } } })
  })

  test('is told of by the room of rounds, and a round is published once', async () => {
    const git = { asksGit: true } as const
    const { fields } = silent.desk.content.fields(PATH, WRITTEN)
    const draft = { fields: { ...fields, title: 'Another round' }, body: 'Story.\n' }
    await inVain('show-rounds', () => ({}), git)
    await inVain('show-round', () => ({ round }), git)
    await inVain('preview-round', () => draft, git)
    await inVain('publish-round', () => draft, git)
  })

  test('is told of by the room of submissions, and each is there once', async () => {
    const photo = { bytes: (await aPhoto(400, 300)).toString('base64'), alt: 'Two old benches.' }
    const sent = { ...entered('Benches'), picture: photo }
    await inVain('enter-submission', () => sent, { asksGit: true })
    for (const title of ['More benches', 'A pool', 'A tap'])
      await told('enter-submission', entered(title))
    expect(await submissions()).toHaveLength(4)
    await inVain('show-submissions', () => ({ round }))
    const { id, sent: text } = await shownAs('Benches')
    await inVain('show-contact', () => ({ round, id }))
    await inVain('show-picture', () => ({ round, id, digest: text.picture?.digest }))
    const { summary, description, cost } = IDEA
    const edition = { title: 'Benches of larch', summary, description, cost }
    await inVain('edit-submission', async () => ({ round, ...(await read('Benches')), edition }))
    const question = 'Where is the pipe?'
    await inVain('ask-changes', async () => ({ round, ...(await read('A tap')), question }))
    const reason = 'The roof is too weak.'
    const rejected = async () => ({ round, ...(await read('A pool')), reason })
    await inVain('reject-submission', rejected)
    const merged = async () => {
      return { round, into: await read('Benches'), others: [await read('More benches')] }
    }
    await inVain('merge-submissions', merged)
    const chosen = async () => ({ round, chosen: [await read('Benches')] })
    await inVain('publish-submissions', chosen, { asksGit: true })
    await deploy(silent.desk)
    const states = (await submissions()).map(({ sent: { title }, state }) => [title, state])
    expect(Object.fromEntries(states)).toEqual({
      ...{ Benches: 'published', 'More benches': 'merged' },
      ...{ 'A pool': 'rejected', 'A tap': 'changes-asked' },
    })
  })

  test('is told of by the rooms of assessments and codes', async () => {
    const git = { asksGit: true } as const
    const proposal = 'bench'
    const opened = async () => {
      const answer = await told<{ open: { seen: string } }>('show-assessments', { round, proposal })
      return { round, proposal, seen: answer.open.seen }
    }
    const entry = {
      ...{ about: 'legality', body: 'The lawyer', date: '2027-04-01', outcome: 'not-feasible' },
      reason: 'The verge is not ours.',
    }
    await inVain('show-assessments', () => ({ round, proposal }), git)
    await inVain('post-assessment', async () => ({ ...(await opened()), entry }), git)
    await inVain('take-back-assessment', async () => ({ ...(await opened()), at: 0 }), git)
    const [live, spare] = [order('live', 5), order('reserve', 1)]
    ;[letters, reserve] = [live.letters, spare.letters]
    await inVain('show-codes', () => ({ round }))
    await inVain('draft-codes', () => live.draft)
    await told('draft-codes', spare.draft)
    const ready = { round, batches: [live.batch, spare.batch] }
    await inVain('activate-codes', () => ready)
    const { serial } = letters[0]!
    await inVain('look-up-letter', () => ({ round, serial }))
  })

  test('is told of before voting opens and while it runs', async () => {
    const git = { asksGit: true } as const
    const lot = { order: ['park', 'benches-of-larch', 'bench'], drawn: 'By a pupil.' }
    const seen = async () => (await openFile(silent.desk, PATH))?.seen
    await inVain('enter-lot', async () => ({ round, seen: await seen(), lot }), git)
    await deploy(silent.desk)
    await letTimePass(DURING)
    await inVain('prepare-hall', () => ({ round, hall: 'north', afresh: false }))
    type Opening = { opening: { digest: string; codes: number } }
    const { opening } = await told<Opening>('show-voting', { round })
    const { digest, codes } = opening
    await inVain('open-voting', () => ({ round, digest, codes }), git)
    await inVain('show-voting', () => ({ round }))
    await inVain('pause-voting', () => ({ round, reason: 'A storm.' }))
    await inVain('resume-voting', () => ({ round }))
    await inVain('extend-voting', () => ({ round, to: '2027-05-16 20:01' }))
    const [lost, spare] = [letters[4]!, reserve[0]!]
    await inVain('reissue-code', () => ({ round, lost: lost.serial, reserve: spare.serial }))
    // Whoever opens one is signed out there.
    await inVain('open-kiosk', () => ({ round, name: 'The hall' }), { as: 'uma' })
    const kiosk = async () => {
      const { kiosks } = await told<{ kiosks: { id: string }[] }>('show-voting', { round })
      return { kiosk: kiosks[0]?.id }
    }
    await inVain('end-kiosk', kiosk)
    await inVain('show-paper', () => ({ round }), { as: 'tim' })
    await inVain('begin-batch', () => PLACE, { as: 'tim' })
    const stub = { ...PLACE, code: letters[0]!.token }
    await inVain('hold-stub', () => stub, { as: 'tim' })
    await inVain('release-stub', () => stub, { as: 'tim' })
    await inVain('release-batch', () => ({ ...PLACE, held: 0 }))
  })

  test('is told of after the close, and each sheet and each box is in once', async () => {
    const { desk } = silent
    for (const { token: code } of letters.slice(0, 3))
      await people.tim.ask('hold-stub', { ...PLACE, code })
    const laptop = await aLaptop(desk, { hall: 'north', letters: 1, round })
    await castInHall(laptop, 0, 'bench')
    laptop.setNow(AFTER)
    for (const step of ['close', 'seal'] as const)
      expect(await changeRound(laptop, round, step)).toMatchObject({ ok: true })
    const file = printHallFile(await fileOf(laptop))
    laptop.close()
    const nonce = Uint8Array.from(randomBytes(16))
    const ballotDigest = (await desk.content.round(round))?.digest ?? ''
    const ballot = { roundId: round, token: letters[3]!.token, nonce, ballotDigest } as const
    const cast = { ...ballot, choices: ids('park'), channel: 'online' } as const
    expect(await castBallot(desk, cast)).toMatchObject({ ok: true })
    await letTimePass(AFTER + 120_000)
    await inVain('close-voting', () => ({ round }))
    await inVain('separate-batch', () => ({ ...PLACE, sheets: 3, isLast: true }))
    const typed = (sheet: number, choice: string) => ({
      ...{ ...PLACE, sheet, reading: { choices: [choice] } },
    })
    await inVain('enter-sheet', () => typed(1, 'bench'), { as: 'tim' })
    for (const sheet of [2, 3]) await people.tim.ask('enter-sheet', typed(sheet, 'park'))
    for (const sheet of [1, 2, 3]) await people.uma.ask('enter-sheet', typed(sheet, 'bench'))
    await inVain('show-typing', () => PLACE, { as: 'uma' })
    await inVain('compare-batch', () => PLACE, { as: 'uma' })
    await inVain('show-differences', () => PLACE)
    await people.clerk.ask('settle-sheet', typed(3, 'bench'))
    await inVain('settle-sheet', () => typed(2, 'park'))
    await inVain('box-batch', () => PLACE)
    await inVain('look-at-box', () => ({ round, file }))
    await inVain('take-in-hall', () => ({ round, file }))
    await inVain('give-up-hall', () => ({ round, hall: 'mill', reason: 'Nobody came.' }))
    // Only the laptop of a hall has such a file.
    await inVain('save-hall-file', () => ({ round }), { says: 'hall-not-here' })
    // The last checkpoint and the seal are a commit each. A try that broke off holds the board for a while; whoever
    // waits as it says can seal.
    await inVain('seal-boxes', () => ({ round }), { most: 2 })
    await letTimePass(AFTER + 600_000)
    const { body } = await people.clerk.ask('seal-boxes', { round })
    expect(body['state'] ?? body['code']).toMatch(/^(?:sealed|state-wrong)$/)
  })

  test('is told of by the count, and the result and its correction are published once', async () => {
    const git = { asksGit: true } as const
    await inVain('show-count', () => ({ round }), git)
    await inVain('show-other-rules', () => ({ round }), git)
    await inVain('show-publication', () => ({ round }), git)
    const reason = 'A cost had a comma.'
    const shown = async (given: object = {}) => {
      const { digest } = await told<{ digest: string }>('show-publication', { round, ...given })
      return { round, digest, ...given }
    }
    await inVain('certify-result', () => shown(), git)
    await inVain('correct-result', () => shown({ reason }), git)
  })

  test('is told of by the room Delivery', async () => {
    const git = { asksGit: true } as const
    const proposal = 'bench'
    const opened = async () => {
      const answer = await told<{ open: { seen: string } }>('show-delivery', { round, proposal })
      return { round, proposal, seen: answer.open.seen }
    }
    const entry = { date: '2027-05-16', text: 'It stands.' }
    await inVain('show-delivery', () => ({ round, proposal }), git)
    await inVain('post-update', async () => ({ ...(await opened()), entry }), git)
    await inVain('take-back-update', async () => ({ ...(await opened()), at: 0 }), git)
  })

  test('was met by every action of the desk', () => {
    expect([...tried].toSorted()).toEqual(DESK_ACTION_NAMES.toSorted())
  })
})
