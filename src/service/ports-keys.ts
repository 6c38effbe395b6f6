/**
 * The port of the council's secret: what it is needed for.
 *
 * Types only; src/adapters makes it real. Invariant: nothing here gives the secret away; the
 * secret of one sitting of a hall, made from it, leads to no other.
 * Decided in docs/decisions/0003.
 */
import type { HallId, RoundId } from '../domain/id.ts'

/** What the council's secret (CHEST_KEY) is needed for. Nothing here gives the secret away. */
export type Keys = {
  /** First 64 bits of H("key"), 16 hex letters: tells which secret a round was opened with. */
  fingerprint(round: RoundId): string
  /** `k`: the mark as the store knows it, base64url, from `m`. */
  storedMark(round: RoundId, mark: Uint8Array): string
  /** The serial number on a letter as the store knows it, base64url. */
  storedSerial(round: RoundId, serial: string): string
  /** Seals with the box key; `context` must be given again to unseal. Includes its own iv. */
  seal(round: RoundId, plain: Uint8Array, context: Uint8Array): Uint8Array
  /** Throws where the bytes, the key or the context are not the ones of seal. */
  unseal(round: RoundId, sealed: Uint8Array, context: Uint8Array): Uint8Array
  /** Ed25519, 64 bytes. */
  sign(round: RoundId, message: Uint8Array): Promise<Uint8Array>
  /** Ed25519 public key, 32 bytes. */
  signKey(round: RoundId): Uint8Array
  /** Whether a signature was made with the secret half of a public key. */
  verify(signKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
  /** Kmark of a round, 32 bytes: published with the final result, and never before. */
  markKey(round: RoundId): Uint8Array
  /** The secret of a hall's laptop for one sitting of a round, 32 bytes: what CHEST_KEY is to the council. */
  hallSecret(round: RoundId, hall: HallId, sitting: number): Uint8Array
  /** The keys that a hall's laptop makes from its secret. */
  ofHall(round: RoundId, hall: HallId, sitting: number): Keys
  /** A caller's address as 16 hex letters that change every day and mean nothing without the secret. */
  addressHash(day: string, address: string): string
}
