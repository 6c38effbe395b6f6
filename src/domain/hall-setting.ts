/**
 * The setting that makes a laptop the box of a hall: `round.hall.digest.secret`, in place of the council's own
 * secret.
 *
 * Pure. Invariant: one line says all of it, so that no laptop can have the name of one hall and the secret of
 * another, or put something else to the vote. Decided in docs/decisions/0032.
 */
import * as v from 'valibot'
import { HallIdSchema, RoundIdSchema, type HallId, type RoundId } from './id.ts'

export type HallSetting = {
  readonly round: RoundId
  readonly id: HallId
  /** The ballot digest of what the council will put to the vote. */
  readonly digest: string
  /** 32 bytes as base64url. */
  readonly secret: string
}

export const HallSettingSchema: v.GenericSchema<string, HallSetting> = v.pipe(
  v.string(),
  v.trim(),
  v.transform((line) => {
    const [round, id, digest, secret, ...more] = line.split('.')
    return { round, id, digest, secret: more.length > 0 ? undefined : secret }
  }),
  v.object({
    round: RoundIdSchema,
    id: HallIdSchema,
    digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  }),
)

/** The line. */
export function printHallSetting({ round, id, digest, secret }: HallSetting): string {
  return [round, id, digest, secret].join('.')
}
