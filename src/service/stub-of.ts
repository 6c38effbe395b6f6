/**
 * What the store knows of the code on a stub.
 *
 * Pure but for the keys. Invariant: the code itself goes no further than this.
 * Decided in docs/decisions/0025.
 */
import { toBase64url } from '../domain/encoding.ts'
import type { RoundId } from '../domain/id.ts'
import { markOfUse, useOf, type Token } from '../domain/token.ts'
import type { Ports } from './ports.ts'
import type { Stub } from './ports-paper.ts'

/** Its mark and its use key. */
export function stubOf({ keys }: Pick<Ports, 'keys'>, round: RoundId, token: Token): Stub {
  const use = useOf(round, token)
  return { mark: keys.storedMark(round, markOfUse(round, use)), use: toBase64url(use) }
}
