import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeToken } from '../../src/domain/token.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { ids } from '../support/builders.ts'
import { inBothHomes, type Vote } from '../support/homes.ts'

const HALL = '192.0.2.7'

/** Casts from the village hall, with the letter of this number or with a code out of the air. */
async function castFrom(vote: Vote, address: string, letter?: number): Promise<string> {
  const token =
    letter === undefined ? makeToken(Uint8Array.from(randomBytes(10))) : vote.letters[letter]!.token
  const outcome = await castBallot(vote, {
    ...{ roundId: vote.round.id, token, address, choices: ids('park'), channel: 'online' },
    nonce: Uint8Array.from(randomBytes(16)),
    ballotDigest: (await vote.content.round(vote.round.id))?.digest ?? '',
  })
  return outcome.ok ? 'recorded' : outcome.error.code
}

inBothHomes((home) => {
  test('twenty guesses an hour from one network are answered, and then an alarm rings', async () => {
    const vote = await home.vote(1)
    const address = `198.51.100.${1 + (process.pid % 200)}`
    const answers: string[] = []
    for (let guess = 0; guess < 22; guess++) answers.push(await castFrom(vote, address))
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'token-unknown'))
    expect(answers.slice(20)).toEqual(['too-many-requests', 'too-many-requests'])
    expect(vote.events.filter((event) => event === 'fault codes-guessed')).toHaveLength(2)
    expect(await castFrom(vote, '203.0.113.9')).toBe('token-unknown')
    expect(await castFrom(vote, address, 0)).toBe('recorded')
  })

  test('a village hall that votes from one address is never limited', async () => {
    const vote = await home.vote(40)
    const asked: string[] = []
    const limiter: Vote['limiter'] = {
      allow: async (key) => (asked.push(key), false),
    }
    for (let letter = 0; letter < 40; letter++)
      expect(await castFrom({ ...vote, limiter }, HALL, letter)).toBe('recorded')
    expect(await castFrom({ ...vote, limiter }, HALL, 0)).toBe('token-used')
    expect(asked).toEqual([])
  })

  test('a limiter that does not answer lets no guess in and keeps no voter out', async () => {
    const vote = await home.vote(1)
    const limiter: Vote['limiter'] = { allow: async () => true }
    expect(await castFrom({ ...vote, limiter }, HALL)).toBe('token-unknown')
    expect(await castFrom({ ...vote, limiter }, HALL, 0)).toBe('recorded')
  })

  test('no address is given to the limiter as it is', async () => {
    const vote = await home.vote(1)
    const keys: string[] = []
    const limiter: Vote['limiter'] = { allow: async (key) => (keys.push(key), true) }
    await castFrom({ ...vote, limiter }, HALL)
    expect(keys).toEqual([
      expect.stringMatching(/^guess:[0-9a-f]{16}$/),
      `guesses:${vote.round.id}`,
    ])
  })
})
