/**
 * Finds what a stranger needs to check a receipt: the key that signs, and what was opened when.
 *
 * Talks to content, keys, the ballot box and, where a round has halls, the board. Invariant: it tells only what the
 * opening record made public.
 * Decided in docs/decisions/0003.
 */
import { toBase64url } from '../domain/encoding.ts'
import type { OpeningRecord } from '../domain/opening-record.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { printInstant } from '../domain/time.ts'
import { checkHome } from './check-home.ts'
import type { Ports } from './ports.ts'
import { readOpening } from './read-opening.ts'

export type Opening = Pick<OpeningRecord, 'hallKeys'> & {
  /** Ed25519 public key, 32 bytes as base64url. */
  readonly signKey: string
  readonly digest: string
  readonly opensAt: string
  readonly closesAt: string
  /** Head of the public chain. */
  readonly board: string
}

/** `round-not-found` where voting was never opened. */
export async function findOpening(
  ports: Ports,
  roundId: string,
): Promise<Result<Opening, Refusal>> {
  const { content, keys, box } = ports
  const found = await content.round(roundId)
  const meta = found && (await box.meta(found.round.id))
  if (found === undefined || meta === undefined) return refuse('round-not-found')
  checkHome({ keys }, found.round.id, meta)
  // Keys of laptops that were prepared since are not those that sign.
  const isNaming = ports.hall === undefined && found.round.halls.length > 0
  const { hallKeys } = isNaming ? await readOpening(ports, found.round) : {}
  return ok({
    signKey: toBase64url(keys.signKey(found.round.id)),
    digest: meta.digest,
    opensAt: printInstant(meta.opensAt),
    closesAt: printInstant(meta.closesAt),
    board: meta.head,
    ...(hallKeys && { hallKeys }),
  })
}
