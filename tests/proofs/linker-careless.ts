/**
 * Leaks that are planted in a real store and not in what was read: what Redis itself remembers of short
 * values and of keys that end, and what it shows of marks that come in the order of their letters.
 *
 * Talks to Redis through the REST bridge. Invariant: nothing is written that names a person beside a ballot;
 * the join is made by an order that Redis keeps by itself.
 */
import * as v from 'valibot'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import type { Ports } from '../../src/service/ports.ts'
import type { StoreTarget } from '../support/open-store.ts'
import { namesOfCode } from './faults-protocol.ts'
import type { Planter } from './linker-election.ts'

const A_DAY = 86_400_000

/** After each ballot: a short value for each half in a hash, and a key for each half that ends in a day. */
export function carelessIn(target: StoreTarget): Planter {
  if (target.kind !== 'upstash') throw new Error('only Redis remembers this')
  const client = makeUpstashClient(target)
  return {
    ports: unshuffled,
    async afterCast({ receipt, letter }, { at, round, secret, letters }) {
      const k = namesOfCode(secret, round.id, letters[letter]!.token).k.toString('base64url')
      const key = (name: string) => `chest:round:${round.id}:${name}`
      const endsAt = Date.now() + A_DAY + at * 250
      for (const command of [
        ['HSET', key('short-mark'), k, 'used'],
        ['HSET', key('short-box'), receipt, 'record'],
        ['SET', key(`ending-mark:${k}`), 'used', 'PXAT', endsAt],
        ['SET', key(`ending-box:${receipt}`), 'record', 'PXAT', endsAt + 99],
      ] as const)
        await client.command(v.unknown(), command)
    },
  }
}

/** Marks reach the store in the order of their serial numbers: the shuffle is undone. */
export function unshuffled(ports: Ports): Ports {
  const serials = new Map<string, string>()
  const { keys, box } = ports
  const serialOf = (stored: string) => serials.get(stored) ?? ''
  return {
    ...ports,
    keys: {
      ...keys,
      storedSerial(round, serial) {
        const stored = keys.storedSerial(round, serial)
        serials.set(stored, serial)
        return stored
      },
    },
    box: {
      ...box,
      draftMarks(batch) {
        const marks = batch.marks.toSorted((a, b) =>
          serialOf(a.serial) < serialOf(b.serial) ? -1 : 1,
        )
        return box.draftMarks({ ...batch, marks })
      },
    },
  }
}
