/**
 * Seals a checked ballot: the record as it lies in the ballot box.
 *
 * Talks to keys and random numbers. Invariant: two records of the same choices have nothing in common, and
 * nothing in a record tells how it was cast. Decided in docs/decisions/0003.
 */
import type { Ballot, BallotPaper } from '../domain/ballot.ts'
import { makeRecord, printRecord, sealContext } from '../domain/ballot-record.ts'
import type { Ports } from './ports.ts'

/** The record of a ballot under its receipt. */
export function sealBallot(
  { keys, random }: Pick<Ports, 'keys' | 'random'>,
  paper: BallotPaper,
  { ballot, receipt }: { readonly ballot: Ballot; readonly receipt: string },
): string {
  const numbers = random.bytes(32)
  const { plain, ...clear } = makeRecord(paper, ballot, receipt, {
    salt: numbers.slice(0, 16),
    pairing: numbers.slice(16),
  })
  const context = sealContext(paper.round, paper.pool, receipt)
  return printRecord(clear, keys.seal(paper.round, plain, context))
}
