import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { makeToken, type Token } from '../../src/domain/token.ts'
import { readBallotRequest } from '../../src/http/ballot-request.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { reviewBallot } from '../../src/service/review-ballot.ts'
import { aProposal, ids } from '../support/builders.ts'
import { votingPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

/** An open round with two codes, and a review of a ballot for the park. */
async function voting() {
  const ports = await votingPorts(2)
  opened.push(ports)
  const digest = (await ports.content.round('spring'))?.digest ?? ''
  const review = (ballot: object = {}) =>
    reviewBallot(ports, {
      roundId: 'spring',
      choices: ids('park'),
      ballotDigest: digest,
      ...ballot,
    })
  return { ports, digest, review }
}

/** The form that the page without script sends. */
async function formOf(token: Token, digest: string) {
  const fields = new URLSearchParams({ token, choices: 'park', ballotDigest: digest })
  const address = 'http://localhost/api/rounds/spring/ballots'
  const read = await readBallotRequest(new Request(address, { method: 'POST', body: fields }))
  if (!read.ok || !read.value.body.ok) throw new Error('a form of a test could not be read')
  return read.value.body.value
}

describe('reviewBallot', () => {
  test('shows the choices and gives a fresh number each time', async () => {
    const { review } = await voting()
    const [first, second] = [await review(), await review()]
    if (!first.ok || !second.ok) throw new Error('a review was refused')
    expect(first.value.ballot.choices).toEqual(ids('park'))
    expect(first.value.nonce).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(second.value.nonce).not.toBe(first.value.nonce)
  })

  test('is refused where the voter had another list of proposals in hand', async () => {
    const { ports, review } = await voting()
    const changed = { ok: false, error: { code: 'ballot-changed' } }
    expect(await review({ ballotDigest: '0'.repeat(64) })).toMatchObject(changed)
    ports.setContent({ proposals: [aProposal('park', { cost: 1 })] })
    expect(await review()).toMatchObject(changed)
  })

  test('is refused like the ballot itself, and in a round or area that is not there', async () => {
    const { review } = await voting()
    expect(await review({ choices: ids('moon') })).toMatchObject({
      error: { code: 'proposal-not-on-ballot' },
    })
    expect(await review({ roundId: 'autumn' })).toMatchObject({
      error: { code: 'round-not-found' },
    })
    expect(await review({ area: 'moon' })).toMatchObject({ error: { code: 'area-missing' } })
  })

  test('says the same of a fresh, a used and a made-up code, and asks the box nothing', async () => {
    const { ports, digest } = await voting()
    const used = ports.letters[0]!.token
    const nonce = Uint8Array.from(randomBytes(16))
    const ballot = { choices: ids('park'), ballotDigest: digest, channel: 'online' } as const
    await castBallot(ports, { ...ballot, roundId: 'spring', token: used, nonce })
    const asked: (string | symbol)[] = []
    const box = new Proxy(ports.box, {
      get: (target, name, receiver) => {
        asked.push(name)
        return Reflect.get(target, name, receiver)
      },
    })
    const reviews = []
    for (const token of [used, ports.letters[1]!.token, makeToken(randomBytes(10))]) {
      const { nonce: _, ...form } = await formOf(token, digest)
      const outcome = await reviewBallot({ ...ports, box }, { ...form, roundId: 'spring' })
      if (!outcome.ok) throw new Error(outcome.error.code)
      reviews.push({ ...outcome.value, nonce: '' })
      expect(JSON.stringify(outcome)).not.toContain(token)
    }
    expect(asked).toEqual([])
    expect(reviews).toEqual([reviews[0], reviews[0], reviews[0]])
  })
})
