import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { openFile } from '../../src/service/change-files.ts'
import { aPhoto, BAD_PICTURES } from '../support/bad-pictures.ts'
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

type Shown = {
  readonly proposals: readonly { readonly id: string; readonly title: string }[]
  readonly open?: {
    readonly id: string
    readonly seen: string
    readonly entries: readonly object[]
  }
}

const shown = async (clerk: Asker, proposal?: string) =>
  (await clerk.ask('show-delivery', { round, ...(proposal && { proposal }) })).body as Shown

async function sent(clerk: Asker, entry: object) {
  const { open } = await shown(clerk)
  return { round, proposal: 'bench', seen: open?.seen, entry }
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
    expect((await shown(clerk)).open?.entries).toEqual([
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
    expect(said.body['code']).toBe('entry-invalid')
    expect((await openFile(desk, PATH))?.text).toBe(BY_HAND)
  })
})

/** The pictures of the round at the newest commit, and whether each is a small WebP. */
async function picturesOf({ publisher }: TestDesk, names: readonly string[]) {
  const head = (await publisher.head('content')) ?? ''
  const read = (name: string) => publisher.readBytes(head, `rounds/spring/pictures/${name}`)
  const all = await Promise.all(names.map(read))
  return all.map((bytes) => bytes && Buffer.from(bytes.subarray(8, 12)).toString())
}

type Told = { readonly date: string; readonly picture: { readonly file: string } }

describe('an update with a picture', () => {
  const alt = 'A green bench under a lime tree'
  const base64 = async () => Buffer.from(await aPhoto(640, 480)).toString('base64')

  async function withPicture() {
    const { desk, clerk } = await withProject()
    const asked = { ...(await sent(clerk, UPDATE)), picture: { bytes: await base64(), alt } }
    expect((await clerk.ask('post-update', asked)).status).toBe(200)
    const { open } = await shown(clerk)
    const { picture } = open?.entries[1] as Told
    return { desk, clerk, asked, picture }
  }

  test('has it in the same commit, made anew and named by what is in it', async () => {
    const { desk, picture } = await withPicture()
    expect(picture).toEqual({ file: expect.stringMatching(/^bench-[0-9a-f]{12}\.webp$/), alt })
    expect(await picturesOf(desk, [picture.file])).toEqual(['WEBP'])
    const head = (await desk.publisher.head('content')) ?? ''
    const bytes = await desk.publisher.readBytes(head, `rounds/spring/pictures/${picture.file}`)
    const { exif, width } = await sharp(bytes).metadata()
    expect([exif, width]).toEqual([undefined, 480])
  })

  test('keeps it while its words change, also those for people who do not see it', async () => {
    const { desk, clerk, picture } = await withPicture()
    const entry = { ...UPDATE, text: 'It stands firmly.', picture: { ...picture, alt: `${alt}.` } }
    const { body } = await clerk.ask('post-update', { ...(await sent(clerk, entry)), at: 1 })
    expect(body).toEqual({ commit: await desk.publisher.head('content') })
    expect((await shown(clerk)).open?.entries[1]).toEqual(entry)
    expect(await picturesOf(desk, [picture.file])).toEqual(['WEBP'])
  })

  test('loses it with its update, in one commit, and history has both', async () => {
    const { desk, clerk, picture } = await withPicture()
    const before = (await desk.publisher.head('content')) ?? ''
    const { seen = '' } = (await shown(clerk)).open ?? {}
    await clerk.ask('take-back-update', { round, proposal: 'bench', seen, at: 1 })
    expect((await openFile(desk, PATH))?.text).toBe(BY_HAND)
    expect(await picturesOf(desk, [picture.file])).toEqual([undefined])
    const path = `rounds/spring/pictures/${picture.file}`
    expect(await desk.publisher.readBytes(before, path)).toBeDefined()
  })

  test('gets another one in its place, and the first goes', async () => {
    const { desk, clerk, picture } = await withPicture()
    const bytes = Buffer.from(await aPhoto(320, 320)).toString('base64')
    const asked = { ...(await sent(clerk, UPDATE)), at: 1, picture: { bytes, alt } }
    await clerk.ask('post-update', asked)
    const { picture: other } = (await shown(clerk)).open?.entries[1] as Told
    expect(await picturesOf(desk, [picture.file, other.file])).toEqual([undefined, 'WEBP'])
  })

  test('keeps a picture that is shown elsewhere', async () => {
    const { desk, clerk, asked, picture } = await withPicture()
    const { seen } = await sent(clerk, {})
    await clerk.ask('post-update', { ...asked, seen })
    const again = await sent(clerk, {})
    await clerk.ask('take-back-update', { round, proposal: 'bench', seen: again.seen, at: 2 })
    expect((await shown(clerk)).open?.entries).toHaveLength(2)
    expect(await picturesOf(desk, [picture.file])).toEqual(['WEBP'])
  })

  test('cannot name a file that it does not have', async () => {
    const { clerk, picture } = await withPicture()
    const asked = await sent(clerk, { ...UPDATE, picture })
    expect((await clerk.ask('post-update', asked)).body['code']).toBe('entry-invalid')
  })

  test.each(BAD_PICTURES)(
    'is refused with $name, and nothing is published',
    async ({ bytes, fault }) => {
      const { desk, clerk } = await withProject()
      const picture = { bytes: Buffer.from(await bytes()).toString('base64'), alt }
      const asked = { ...(await sent(clerk, UPDATE)), picture }
      const { body } = await clerk.ask('post-update', asked)
      expect(body['details']).toEqual({ picture: fault })
      expect((await openFile(desk, PATH))?.text).toBe(BY_HAND)
    },
  )
})

describe('takeBackUpdate', () => {
  test('leaves the file as it was without the only update', async () => {
    const { desk, clerk } = await withProject()
    const { seen } = await sent(clerk, {})
    const asked = { round, proposal: 'bench', seen, at: 0 }
    expect((await clerk.ask('take-back-update', asked)).status).toBe(200)
    const text = (await openFile(desk, PATH))?.text ?? ''
    expect(text).toBe(BY_HAND.replace(/updates:\n(?: .*\n)+/, ''))
    expect((await clerk.ask('take-back-update', asked)).body['code']).toBe('changed-meanwhile')
    const { seen: newer } = await sent(clerk, {})
    const gone = { ...asked, seen: newer }
    expect((await clerk.ask('take-back-update', gone)).body['code']).toBe('changed-meanwhile')
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
    const { proposals: told, open } = await shown(clerk, 'apple-trees')
    expect(told.map(({ id }) => id)).toEqual(['summer-stage', 'apple-trees'])
    expect(open?.id).toBe('apple-trees')
    const other = { round, proposal: 'bench', seen: open?.seen, at: 0 }
    for (const [action, entry] of [
      ['post-update', { entry: UPDATE }],
      ['take-back-update', {}],
    ] as const)
      expect((await clerk.ask(action, { ...other, ...entry })).body['code']).toBe('not-delivered')
  })

  test('has nothing while the round is under way', async () => {
    const { clerk } = await withProject({ now: DURING })
    expect(await shown(clerk)).toEqual({ proposals: [] })
  })
})
