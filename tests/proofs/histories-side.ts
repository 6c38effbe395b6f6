/**
 * One side of a random history: a real store, and the use cases of a clerk over it.
 *
 * Talks to the store that it is given. Invariant: the git host of these histories is always away, so that
 * checkpoints are staged and confirmed by the history itself, step by step.
 */
import * as v from 'valibot'
import type { BoxEvent } from '../../src/domain/box-event.ts'
import { PublishFailed } from '../../src/domain/fault.ts'
import { RoundIdSchema, type Pool, type RoundId } from '../../src/domain/id.ts'
import type { Ports, Publisher } from '../../src/service/ports.ts'
import { NORTH, SOUTH } from '../support/box-data.ts'
import { aRound } from '../support/builders.ts'
import type { Store } from '../support/open-store.ts'
import { makePorts } from './faults-ports.ts'
import { PINNED, type PoolName } from './histories-commands.ts'
import type { Whole } from './histories-whole.ts'

export const POOL_IDS = [NORTH, SOUTH] as const
export const [NORTH_POOL] = POOL_IDS

export type Side = {
  readonly name: 'Redis' | 'SQLite'
  readonly ports: Ports
  /** All that lies there of a round, read past the adapters. */
  whole(round: RoundId): Promise<Whole>
  /** Takes out all rounds so far. */
  renew(): Promise<void>
  close(): void
}

const COUNCIL = aRound({
  budget: undefined,
  areas: [
    { id: 'north', name: 'North', budget: 20_000 },
    { id: 'south', name: 'South', budget: 15_000 },
  ],
})

async function isAway(): Promise<never> {
  throw new PublishFailed('the git host of a history is away')
}

const AWAY: Publisher = {
  head: isAway,
  read: isAway,
  readBytes: isAway,
  readFolder: isAway,
  commit: isAway,
}

/** The ports of the use cases; the key is the one that rounds are opened with here, and the clock is 0. */
export function portsOver(store: Omit<Store, 'close'>): Ports {
  const given = { store, publisher: AWAY, round: COUNCIL, proposals: [], now: () => 0 }
  const ports = makePorts({ ...given, secret: new Uint8Array(32), write: () => undefined })
  const round = async (id: string) => ({
    ...{ proposals: [], digest: PINNED.digest },
    round: { ...COUNCIL, id: v.parse(RoundIdSchema, id) },
  })
  return {
    ...ports,
    content: { ...ports.content, round },
    keys: { ...ports.keys, fingerprint: () => PINNED.fingerprint },
  }
}

/** An event in short: what, when, and until when. */
export function printEvent(event: BoxEvent): string {
  const end = event.kind === 'extension' ? [Date.parse(event.closesAt)] : []
  return [event.kind, Date.parse(event.at), ...end].join(' ')
}

/** A ballot box by its name. */
export function poolOf(name: PoolName): Pool {
  const [north, south] = POOL_IDS
  return name === 'north' ? north : south
}
