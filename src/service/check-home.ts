/**
 * Checks that this deploy has the key and the software that a round was opened with.
 *
 * Pure but for the keys. Invariant: what was sealed or hashed with another secret, or is kept in another
 * form, is never worked on; the setting to mend is named. Decided in docs/decisions/0003.
 */
import { STORE_SCHEMA } from '../domain/box-state.ts'
import { NotConfigured } from '../domain/fault.ts'
import type { RoundId } from '../domain/id.ts'
import type { BoxMeta, Ports } from './ports.ts'

/** Throws NotConfigured. A round that was never opened is not bound yet. */
export function checkHome(
  { keys }: Pick<Ports, 'keys'>,
  round: RoundId,
  meta: BoxMeta | undefined,
) {
  if (meta === undefined) return
  if (meta.fingerprint !== keys.fingerprint(round))
    throw new NotConfigured('CHEST_KEY is not the one that this round was opened with')
  if (meta.schema !== STORE_SCHEMA)
    throw new NotConfigured('STORE holds this round in the form of another version of the software')
}
