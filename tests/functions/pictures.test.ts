import type { Context } from '@netlify/functions'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { handle as revise } from '../../functions/revise-submission.ts'
import { handle as submit } from '../../functions/submit-proposal.ts'
import { askChanges } from '../../src/service/ask-changes.ts'
import { rejectSubmission } from '../../src/service/reject-submission.ts'
import { withdrawSubmission } from '../../src/service/withdraw-submission.ts'
import { aPhoto, BAD_PICTURES } from '../support/bad-pictures.ts'
import { aRound } from '../support/builders.ts'
import { testPorts, type TestPorts } from '../support/ports.ts'

const { id: round } = aRound()
const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function open(): Promise<TestPorts> {
  const now = Date.parse('2027-03-10T12:00:00Z')
  const ports = await testPorts({ now, round: aRound({ lot: undefined }) })
  opened.push(ports)
  return ports
}

/** The context of a production deploy; a test reads no more of it. */
const context = (params: object) =>
  ({
    params: { round, ...params },
    deploy: { context: 'production' },
    ip: '10.0.0.1',
    requestId: 'r-1',
  }) as unknown as Context

const ALT = 'A cinder path between dark trees'
const PROPOSAL = {
  title: 'A herb garden',
  summary: 'Herbs for everyone who cooks.',
  description: 'Twelve pots by the school kitchen, watered by class 5.',
  cost: '4,500',
  proposerKind: 'group',
  proposerName: 'Class 5',
  contactName: 'Somebody Private',
  contact: 'private@example.org',
}

async function form(fields: object, picture?: Uint8Array, name = 'picture.jpg'): Promise<Request> {
  const body = new FormData()
  for (const [field, value] of Object.entries({ ...PROPOSAL, ...fields }))
    body.append(field, String(value))
  // What a browser sends where no file was chosen.
  body.append('picture', picture ? new File([Uint8Array.from(picture)], name) : new File([], ''))
  const sent = new Response(body)
  const type = sent.headers.get('content-type') ?? ''
  return new Request('http://localhost/', {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': type },
    body: await sent.arrayBuffer(),
  })
}

async function detailsOf(response: Response): Promise<unknown> {
  const { details } = await response.json()
  return details
}

async function keyOf(response: Response): Promise<string> {
  expect(response.status).toBe(201)
  const { link } = await response.json()
  return String(link).split('/').at(-1) ?? ''
}

async function onlyPicture({ inbox, pictures }: TestPorts) {
  const [stored] = await inbox.list(round)
  const { digest = '', alt } = stored?.submission.picture ?? {}
  const bytes = await pictures.find({ round, submission: stored?.id ?? '', digest })
  return { id: stored?.id ?? '', digest, alt, bytes }
}

describe('a proposal with a picture', () => {
  test('is kept with a picture that was made anew', async () => {
    const ports = await open()
    const sent = await form({ pictureAlt: ALT }, await aPhoto())
    await keyOf(await submit(ports, sent, context({})))
    const { alt, bytes = new Uint8Array() } = await onlyPicture(ports)
    expect(alt).toBe(ALT)
    const { format, exif, width } = await sharp(bytes).metadata()
    expect({ format, exif, width }).toEqual({ format: 'webp', exif: undefined, width: 900 })
  })

  test('is taken in without one, as a form with files and no file', async () => {
    const ports = await open()
    await keyOf(await submit(ports, await form({}), context({})))
    expect((await onlyPicture(ports)).alt).toBeUndefined()
  })

  test('needs a text with the picture, and a picture with the text', async () => {
    const ports = await open()
    const answers = [
      [await form({}, await aPhoto()), { pictureAlt: 'missing' }],
      [await form({ pictureAlt: 'Path' }, await aPhoto()), { pictureAlt: 'too-short 5' }],
      [await form({ pictureAlt: ALT }), { picture: 'not-chosen' }],
    ] as const
    for (const [sent, details] of answers)
      expect(await detailsOf(await submit(ports, sent, context({})))).toEqual(details)
    expect(await ports.inbox.list(round)).toEqual([])
  })

  test.each(BAD_PICTURES)('refuses $name: $fault', async ({ bytes, name, fault }) => {
    const ports = await open()
    const sent = await form({ pictureAlt: ALT }, await bytes(), name)
    const response = await submit(ports, sent, context({}))
    const { details, errors } = await response.json()
    expect([response.status, details]).toEqual([422, { picture: fault }])
    expect(errors[0].sentence.length).toBeGreaterThan(40)
    expect(await ports.inbox.list(round)).toEqual([])
  })

  test('refuses a picture above 4 MB beside the other faults, and a body above 6 MB whole', async () => {
    const ports = await open()
    const heavy = new Uint8Array(4_000_001)
    heavy.set(await aPhoto(10, 10))
    const both = await form({ pictureAlt: ALT, title: '' }, heavy)
    expect(await detailsOf(await submit(ports, both, context({})))).toEqual({
      title: 'missing',
      picture: 'too-heavy 4',
    })
    const whole = await form({ pictureAlt: ALT }, new Uint8Array(6_000_000))
    expect((await submit(ports, whole, context({}))).status).toBe(413)
    const texts = await form({ pictureAlt: ALT, website: 'x'.repeat(300_000) })
    expect((await submit(ports, texts, context({}))).status).toBe(413)
  })

  test('is refused with a sentence where the round keeps all the pictures it may', async () => {
    const ports = await open()
    const pictures = { ...ports.pictures, add: async () => false }
    const sent = await form({ pictureAlt: ALT }, await aPhoto())
    const response = await submit({ ...ports, pictures }, sent, context({}))
    expect(await detailsOf(response)).toEqual({ picture: 'no-room' })
  })

  test('leaves no picture behind once it is withdrawn or rejected', async () => {
    const ports = await open()
    const key = await keyOf(
      await submit(ports, await form({ pictureAlt: ALT }, await aPhoto()), context({})),
    )
    const { id, digest } = await onlyPicture(ports)
    await withdrawSubmission(ports, round, key)
    expect(await ports.pictures.find({ round, submission: id, digest })).toBeUndefined()
    const other = await open()
    await submit(other, await form({ pictureAlt: ALT }, await aPhoto()), context({}))
    const kept = await onlyPicture(other)
    expect(kept.bytes).toBeDefined()
    await rejectSubmission(other, { roundId: round, id: kept.id, reason: 'Too dear.' })
    expect((await onlyPicture(other)).bytes).toBeUndefined()
  })
})

describe('a proposal that is sent in again', () => {
  async function asked() {
    const ports = await open()
    const key = await keyOf(
      await submit(ports, await form({ pictureAlt: ALT }, await aPhoto()), context({})),
    )
    const before = await onlyPicture(ports)
    await askChanges(ports, { roundId: round, id: before.id, question: 'Where is it?' })
    return { ports, key, before }
  }

  test('keeps its picture under another text', async () => {
    const { ports, key, before } = await asked()
    const sent = await form({ pictureAlt: 'The same path by day' })
    await keyOf(await revise(ports, sent, context({ key })))
    expect(await onlyPicture(ports)).toEqual({ ...before, alt: 'The same path by day' })
  })

  test('loses the text of its picture only with a fault', async () => {
    const { ports, key } = await asked()
    const response = await revise(ports, await form({ pictureAlt: '' }), context({ key }))
    expect(await detailsOf(response)).toEqual({ pictureAlt: 'missing' })
  })

  test('gets another picture, and the first is forgotten', async () => {
    const { ports, key, before } = await asked()
    const sent = await form({ pictureAlt: ALT }, await aPhoto(400, 300))
    await keyOf(await revise(ports, sent, context({ key })))
    const after = await onlyPicture(ports)
    expect(after.digest).not.toBe(before.digest)
    expect(after.bytes).toBeDefined()
    const { digest } = before
    expect(await ports.pictures.find({ round, submission: before.id, digest })).toBeUndefined()
  })

  test('is without a picture where that was taken away', async () => {
    const { ports, key, before } = await asked()
    const sent = await form({ pictureAlt: ALT, pictureRemove: 'true' })
    await keyOf(await revise(ports, sent, context({ key })))
    expect((await onlyPicture(ports)).alt).toBeUndefined()
    const { id: submission, digest } = before
    expect(await ports.pictures.find({ round, submission, digest })).toBeUndefined()
  })
})
