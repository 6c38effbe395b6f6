/**
 * Voters under load: what was sent, and what the voter's own page would make of the answers.
 *
 * Talks to the host over HTTP, with the client's own code. Invariant: a voter who got no clear answer sends
 * the same ballot again, as the page asks, until there is one.
 */
import { randomBytes } from 'node:crypto'
import { sendBallot, type Answer, type BallotMessage } from '../../src/client/send-ballot.ts'
import { someAtOnce } from '../../src/commands/some-at-once.ts'
import { ids } from '../support/builders.ts'
import type { LoadedSite } from './load-site.ts'

export type Told = Exclude<Answer, { readonly outcome: 'unconfirmed' }>

/** Choices that every ballot of the example allows. */
const CHOICES = [['garden-beds'], ['repair-cafe'], ['hill-benches'], []] as const

/** Sent so often and never answered, a ballot is given up, and the proof with it. */
const MOST_SENDINGS = 40

/** A ballot with the letter of this number. */
export function ballotOf(
  { letters, content }: Pick<LoadedSite, 'letters' | 'content'>,
  letter: number,
  given: { readonly nonce?: string; readonly choice?: number } = {},
): BallotMessage {
  const { nonce = freshNonce(), choice = letter } = given
  return {
    token: letters[letter]?.token ?? '',
    nonce,
    choices: ids(...(CHOICES[choice % CHOICES.length] ?? [])),
    ballotDigest: content.digest,
    lang: 'en',
  }
}

export function freshNonce(): string {
  return randomBytes(16).toString('base64url')
}

/** Sends it until the answer is clear. */
export async function vote(site: LoadedSite, message: BallotMessage): Promise<Told> {
  for (let sent = 0; sent < MOST_SENDINGS; sent++) {
    const answer = await sendBallot(site.ballots, message)
    if (answer.outcome !== 'unconfirmed') return answer
  }
  throw new Error(`a ballot got no clear answer in ${MOST_SENDINGS} sendings`)
}

/** Lets so many voters vote at a time; each is told of as soon as there is an answer. */
export async function voteInTurn(
  site: LoadedSite,
  messages: readonly BallotMessage[],
  { atOnce, tell }: { readonly atOnce: number; tell(message: BallotMessage, told: Told): void },
): Promise<void> {
  await someAtOnce(messages, atOnce, async (message) => tell(message, await vote(site, message)))
}
