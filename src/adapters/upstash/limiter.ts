/**
 * The limiter in Redis.
 *
 * Talks to Upstash Redis. Invariant: where the store fails nobody is kept from voting by it.
 * Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import { StoreUnavailable } from '../../domain/fault.ts'
import type { Limiter } from '../../service/ports.ts'
import type { UpstashClient } from './client.ts'
import { limitKey } from './keys.ts'
import { LIMIT_SCRIPT } from './scripts.ts'

/** Makes the limiter. A window begins at a multiple of its length, by the caller's clock. */
export function makeUpstashLimiter(client: UpstashClient): Limiter {
  return {
    async allow(key, most, seconds, now) {
      const window = Math.floor(now / (seconds * 1000))
      const given = { keys: [limitKey(key, seconds, window)], values: [seconds] }
      try {
        return (await client.run(v.number(), LIMIT_SCRIPT, given)) <= most
      } catch (fault) {
        if (fault instanceof StoreUnavailable) return true
        throw fault
      }
    },
  }
}
