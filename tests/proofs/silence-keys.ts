/**
 * Keys and random bytes that are the same in both twins, so that only choices can make a difference.
 *
 * Pure. Invariant: the seal is AES-256-GCM with the round's own box key, and the real software opens it; only
 * its first number (iv) comes from the seed instead of the platform.
 */
import { createCipheriv, createHash, hkdfSync } from 'node:crypto'
import { makeKeys } from '../../src/adapters/keys.ts'
import type { Keys } from '../../src/service/ports-keys.ts'

export type SeededBytes = (count: number) => Uint8Array

/** The same bytes for the same seed, one after the other. */
export function seededBytes(seed: string): SeededBytes {
  let drawn = 0
  return (count) => {
    drawn += 1
    return Uint8Array.from(
      createHash('shake256', { outputLength: count }).update(`${seed} ${drawn}`).digest(),
    )
  }
}

/** The real keys with a seal whose iv is drawn from the seed. */
export function twinKeys(secret: Uint8Array, bytes: SeededBytes): Keys {
  return {
    ...makeKeys(secret),
    seal(round, plain, context) {
      const key = hkdfSync('sha256', secret, 'common-chest/1', `box/${round}`, 32)
      const iv = bytes(12)
      const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), iv).setAAD(context)
      const sealed = [iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]
      return Uint8Array.from(Buffer.concat(sealed))
    },
  }
}
