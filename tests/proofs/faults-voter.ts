/**
 * A voter of a fault run: what was sent, and what was told about it.
 *
 * Talks to the function that the voter's ballot is sent to. Invariant: everything that a voter was told is
 * kept in its order, and nothing else decides what the oracle expects.
 */
import { randomBytes } from 'node:crypto'
import { toBase64url } from '../../src/domain/encoding.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { callFunction, type Sent, type Told } from './faults-function.ts'
import type { Random } from './faults-random.ts'
import { CHOICES, type World } from './faults-world.ts'

/** One ballot that a voter wants to cast, however often it is sent. */
export type Attempt = {
  readonly nonce: Uint8Array
  readonly choices: readonly string[]
  readonly told: Told[]
}

export type Sender = (sent: Sent) => Promise<Told>

export type Voter = {
  readonly actor: string
  readonly letter: Letter
  readonly address: string
  readonly attempts: readonly Attempt[]
  /** How the next ballot is sent, and only the next. */
  next?: Sender | undefined
}

/** A voter with a first ballot, and another one for a change of mind: by the same page, or from elsewhere. */
export function makeVoter(world: World, number: number, random: Random): Voter {
  const nonce = Uint8Array.from(randomBytes(16))
  const elsewhere = random.below(2) === 0
  const [first, second, third] = random.shuffled(CHOICES)
  const chosen = [[first, second].filter((choice) => choice !== undefined), third ? [third] : []]
  const attempts = chosen.map((choices, at) => ({
    nonce: at === 1 && elsewhere ? Uint8Array.from(randomBytes(16)) : nonce,
    choices,
    told: [],
  }))
  const letter = world.letters[number]
  if (letter === undefined) throw new RangeError('there are more voters than letters')
  return { actor: `voter-${number}`, letter, address: `192.0.2.${100 + number}`, attempts }
}

let requests = 0

/** Sends a voter's ballot once, and notes what the voter is told. */
export async function send(world: World, voter: Voter, attempt: Attempt): Promise<void> {
  requests += 1
  const sent: Sent = {
    ...{ round: world.round.id, requestId: `r-${requests}`, address: voter.address },
    body: {
      token: voter.letter.token,
      nonce: toBase64url(attempt.nonce),
      choices: attempt.choices,
      ballotDigest: world.digest,
      lang: 'en',
    },
  }
  const by = voter.next ?? ((ballot) => callFunction(world.ports(voter.actor), ballot))
  voter.next = undefined
  attempt.told.push(await by(sent))
}

/** Whether a voter does not know yet what became of a ballot. */
export function isPending({ told }: Attempt): boolean {
  const last = told.at(-1)?.outcome
  return last === 'unconfirmed' || last === 'settling'
}
