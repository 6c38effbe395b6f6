/**
 * A round whose voting is over: ballots were cast, and the clock stands behind the end.
 *
 * Talks to a temporary folder. Invariant: every ballot went through the real cast.
 */
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { castBallot } from '../../src/service/cast-ballot.ts'
import type { Ports } from '../../src/service/ports.ts'
import { ids } from './builders.ts'
import { AFTER, votingPorts } from './ports.ts'

/** A round in which each of these ballots was cast, at a time after its end. The caller closes it. */
export async function endedRound(
  ballots: readonly string[],
  {
    nonce,
    ...given
  }: Parameters<typeof votingPorts>[1] & {
    /** Of the first ballot; random, as all others, where none is given. */
    readonly nonce?: Uint8Array
  } = {},
) {
  const ports = await votingPorts(Math.max(1, ballots.length), given)
  const { digest } = (await ports.content.round('spring')) ?? { digest: '' }
  for (const [index, words] of ballots.entries()) {
    const outcome = await castBallot(ports, {
      roundId: 'spring',
      token: ports.letters[index]!.token,
      nonce: (index === 0 && nonce) || Uint8Array.from(randomBytes(16)),
      choices: ids(...words.split(' ').filter(Boolean)),
      ballotDigest: digest,
      channel: 'online',
    })
    expect(outcome).toMatchObject({ ok: true })
  }
  ports.setNow(AFTER)
  return ports
}

/** A published file of the round, by its path below the round's folder. */
export async function publishedFile(ports: Ports, path: string): Promise<string | undefined> {
  const head = await ports.publisher.head('content')
  return head === undefined ? undefined : ports.publisher.read(head, `rounds/spring/${path}`)
}
