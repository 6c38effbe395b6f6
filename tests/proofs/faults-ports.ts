/**
 * The ports of a fault run: real keys and a real log over the store and the publisher that are given.
 *
 * Talks to what it is given. Invariant: the process of the run and the functions that are killed have the
 * same ports, so that both are the software and not a copy of it.
 */
import { randomBytes } from 'node:crypto'
import { MARKDOWN } from '../../src/adapters/content/source.ts'
import { makeKeys } from '../../src/adapters/keys.ts'
import { makePasskeys } from '../../src/adapters/passkeys.ts'
import { makeLog } from '../../src/adapters/log.ts'
import { ballotDigest } from '../../src/domain/digest.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Round } from '../../src/domain/round.ts'
import type { Ports, Publisher } from '../../src/service/ports.ts'
import { aCouncil } from '../support/builders.ts'
import type { Store } from '../support/open-store.ts'
import { SITE } from './faults-function.ts'

export type PortsGiven = {
  readonly store: Omit<Store, 'close'>
  readonly publisher: Publisher
  readonly secret: Uint8Array
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly now: () => number
  readonly write: (line: string) => void
}

export function makePorts(given: PortsGiven): Ports {
  const { store, publisher, secret, round, proposals, now, write } = given
  const content = { round, proposals, digest: ballotDigest(round, proposals) }
  return {
    ...store,
    publisher,
    storePlan: undefined,
    clock: { now },
    random: { bytes: (count) => Uint8Array.from(randomBytes(count)) },
    keys: makeKeys(secret),
    content: {
      council: async () => aCouncil(),
      roundIds: async () => [round.id],
      round: async (id) => (id === round.id ? content : undefined),
      ...MARKDOWN,
      slug: (title) => title,
    },
    pages: { siteUrl: SITE, read: async () => undefined },
    passkeys: makePasskeys(SITE),
    setupSecret: undefined,
    log: makeLog(write),
  }
}
