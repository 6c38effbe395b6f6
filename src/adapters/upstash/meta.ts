/**
 * The meta hash in Redis: what was pinned when voting opened.
 *
 * Talks to Upstash Redis. Invariant: it is read whole or not at all.
 * Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import { BOX_STATES } from '../../domain/box-state.ts'
import type { RoundId } from '../../domain/id.ts'
import type { BoxMeta } from '../../service/ports.ts'
import type { UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'

const FIELDS = [
  'state',
  'opensAt',
  'closesAt',
  'digest',
  'schema',
  'fingerprint',
  'head',
] as const satisfies readonly (keyof BoxMeta)[]

/** A whole number as Redis keeps it. */
export const numberText = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))

const MetaSchema = v.strictTuple([
  v.picklist(BOX_STATES),
  numberText,
  numberText,
  v.string(),
  numberText,
  v.string(),
  v.string(),
])

/** Where none of the fields is there. */
export const NoneSchema = v.pipe(
  v.array(v.null()),
  v.transform(() => undefined),
)

/** Undefined before the opening. */
export async function readMeta(
  client: UpstashClient,
  round: RoundId,
): Promise<BoxMeta | undefined> {
  const command = ['HMGET', roundKeys(round).meta, ...FIELDS] as const
  const fields = await client.command(v.union([NoneSchema, MetaSchema]), command)
  if (fields === undefined) return undefined
  const [state, opensAt, closesAt, digest, schema, fingerprint, head] = fields
  return { state, opensAt, closesAt, digest, schema, fingerprint, head }
}
