/**
 * Reviews a ballot before it is cast: what "check your answers" shows where there is no script.
 *
 * Talks to content and randomness; writes nothing. Invariant: a review neither asks nor tells whether
 * the code is known, so it cannot be used to try codes. Decided in docs/decisions/0003.
 */
import { ballotPaper, checkBallot, type Ballot, type BallotPaper } from '../domain/ballot.ts'
import type { Choices } from '../domain/choices.ts'
import { toBase64url } from '../domain/encoding.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { findPool } from './find-pool.ts'
import type { Ports } from './ports.ts'

export type Review = {
  readonly ballot: Ballot
  readonly paper: BallotPaper
  /** A fresh `r` for the voter to send with the ballot, base64url. */
  readonly nonce: string
}

/** Checks choices by the ballot paper that the voter had in hand. */
export async function reviewBallot(
  ports: Ports,
  request: {
    readonly roundId: string
    readonly area?: string | undefined
    readonly choices: Choices
    readonly ballotDigest: string
  },
): Promise<Result<Review, Refusal>> {
  const content = await ports.content.round(request.roundId)
  if (content?.round.ballot === undefined) return refuse('round-not-found')
  const pool = findPool(content.round, request.area)
  if (!pool.ok) return pool
  if (request.ballotDigest !== content.digest) return refuse('ballot-changed')
  const paper = ballotPaper(content.round, content.proposals, pool.value)
  const ballot = checkBallot(request.choices, paper)
  if (!ballot.ok) return ballot
  return ok({ ballot: ballot.value, paper, nonce: toBase64url(ports.random.bytes(16)) })
}
