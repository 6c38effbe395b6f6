/**
 * Counters of a ballot box: their names in either store, and how they are read back.
 *
 * Pure. Invariant: a counter is named by channel, pool and kind, never by a token or a receipt.
 * Decided in docs/decisions/0002.
 */
import type { Pool } from '../domain/id.ts'
import type { MarkKind } from '../domain/mark.ts'
import type { BoxCounts, Channel } from '../service/ports.ts'

export const countName = {
  issued: (kind: MarkKind, pool: Pool) => `issued:${kind}:${pool}`,
  recorded: (channel: Channel | 'paper', pool: Pool) => `recorded:${channel}:${pool}`,
  /** Sheets that are no ballot; their codes are used up. */
  invalid: (pool: Pool) => `invalid:paper:${pool}`,
  held: (batch: string) => `held:${batch}`,
  revoked: 'revoked',
  reissued: 'reissued',
} as const

/** Reads the counters of a round from their names and numbers, in any order. */
export function readCounts(counters: ReadonlyMap<string, number>): BoxCounts {
  return {
    issued: withPrefix(counters, 'issued:'),
    recorded: withPrefix(counters, 'recorded:'),
    invalid: withPrefix(counters, 'invalid:'),
    revoked: counters.get(countName.revoked) ?? 0,
    reissued: counters.get(countName.reissued) ?? 0,
    held: [...withPrefix(counters, 'held:').values()].reduce((sum, number) => sum + number, 0),
  }
}

function withPrefix(counters: ReadonlyMap<string, number>, prefix: string): Map<string, number> {
  const found = [...counters].filter(([name]) => name.startsWith(prefix))
  return new Map(found.map(([name, number]) => [name.slice(prefix.length), number]))
}
