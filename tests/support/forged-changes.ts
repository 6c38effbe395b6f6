/**
 * Changes that a forger makes to an election's facts, each complete: ballot, receipt and code together.
 *
 * Pure but for random numbers. Invariant: the facts that come out are as whole as those that came in.
 */
import { randomBytes } from 'node:crypto'
import { toBase32, toBase64url } from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import type { Pool } from '../../src/domain/id.ts'
import type { LedgerMark } from '../../src/domain/ledger.ts'
import type { Round } from '../../src/domain/round.ts'
import { ids } from './builders.ts'
import type { Facts, Secret } from './forged-facts.ts'
import type { Voter } from './held-election.ts'

/** The mark of a letter. */
export function markOf({ ports, round }: Facts, token: string): string {
  return ports.keys.storedMark(round.id, hash('mark', round.id, hash('use', round.id, token)))
}

/** Another state of the code of a letter. */
export function withMark(facts: Facts, token: string, changes: Partial<LedgerMark>): Facts {
  const k = markOf(facts, token)
  return {
    ...facts,
    marks: facts.marks.map((mark) => (mark.k === k ? { ...mark, ...changes } : mark)),
  }
}

/** Voted, as the box would have it. */
export function withUsed(facts: Facts, token: string): Facts {
  return withMark(facts, token, {
    word: 'used',
    use: toBase64url(hash('use', facts.round.id, token)),
  })
}

/** Not voted. */
export function withUnused(facts: Facts, token: string): Facts {
  return withMark(facts, token, { word: 'live', use: undefined })
}

export function withRevoked(facts: Facts, token: string): Facts {
  return withMark(facts, token, { word: 'revoked', use: undefined })
}

export function withoutMark(facts: Facts, token: string): Facts {
  const k = markOf(facts, token)
  return { ...facts, marks: facts.marks.filter((mark) => mark.k !== k) }
}

/** One more issued code, which has not voted. */
export function withForeignMark(facts: Facts, token: string, pool: Pool = 'all'): Facts {
  const mark = {
    k: markOf(facts, token),
    pool,
    kind: 'live',
    word: 'live',
    use: undefined,
  } as const
  return { ...facts, marks: [...facts.marks, mark].toSorted((a, b) => (a.k < b.k ? -1 : 1)) }
}

/** Without a voter's ballot, and as if the code had not voted. */
export function withoutBallot(facts: Facts, { letter, receipt }: Voter): Facts {
  const secrets = facts.secrets.filter((secret) => secret.receipt !== receipt)
  return withUnused({ ...facts, secrets }, letter.token)
}

/** A ballot that nobody cast. */
export function aForgedBallot(choices: readonly string[], given: Partial<Secret> = {}): Secret {
  const bytes = (count: number) => Uint8Array.from(randomBytes(count))
  return {
    ...{ pool: 'all', receipt: toBase32(bytes(10), 80), q: bytes(16), salt: bytes(16), first: 3 },
    ballot: { choices: ids(...choices) },
    ...given,
  }
}

/** One ballot more, on this code. */
export function withStuffed(facts: Facts, token: string, ballot: Secret): Facts {
  return withUsed({ ...facts, secrets: [...facts.secrets, ballot] }, token)
}

/** A voter's ballot with other choices, or another place. */
export function withChanged(
  facts: Facts,
  voter: Voter | undefined,
  changes: Partial<Secret>,
): Facts {
  const secrets = facts.secrets.map((secret) =>
    secret.receipt === voter?.receipt ? { ...secret, ...changes } : secret,
  )
  return { ...facts, secrets }
}

/** What other choices would be. */
export function chosen(...names: readonly string[]): Pick<Secret, 'ballot'> {
  return { ballot: { choices: ids(...names) } }
}

/** The round as if it had been written otherwise. */
export function withContent(facts: Facts, fields: Partial<Round>): Facts {
  return { ...facts, round: { ...facts.round, ...fields } }
}

/** Every checkpoint's step changed. */
export function withSteps(
  facts: Facts,
  change: (step: Facts['steps'][number], n: number) => Facts['steps'][number],
): Facts {
  return { ...facts, steps: facts.steps.map((step, at) => change(step, at + 1)) }
}

/** Another public key of Ed25519 that signs nothing. */
export function withSignKey(facts: Facts, seed: string): Facts {
  const signKey = toBase64url(hash('key', facts.round.id, seed))
  return { ...facts, opening: { ...facts.opening, signKey } }
}
