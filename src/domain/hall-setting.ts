/**
 * The setting that makes a laptop the box of a hall: `round.hall.sitting.opensAt.digest.secret`, in place of the
 * council's own secret.
 *
 * Pure. Invariant: one line says all of it, so that no laptop can have the name of one hall and the secret of
 * another, or put something else to the vote. Decided in docs/decisions/0032.
 */
import * as v from 'valibot'
import { HallIdSchema, RoundIdSchema, type HallId, type RoundId } from './id.ts'

/** Which start of a hall's box it is: every fresh start has keys of its own. */
export const SittingSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** The sitting of a hall whose laptop nobody prepared yet. */
export const FIRST_SITTING = 1

export type HallSetting = {
  readonly round: RoundId
  readonly id: HallId
  readonly sitting: number
  /** When voting opens, as opening records name it. */
  readonly opensAt: string
  /** The ballot digest of what the council will put to the vote. */
  readonly digest: string
  /** 32 bytes as base64url. */
  readonly secret: string
}

export const HallSettingSchema: v.GenericSchema<string, HallSetting> = v.pipe(
  v.string(),
  v.trim(),
  v.transform((line) => {
    const [round, id, sitting, opensAt, digest, secret, ...more] = line.split('.')
    const rest = { opensAt, digest, secret: more.length > 0 ? undefined : secret }
    return { round, id, sitting: Number(sitting), ...rest }
  }),
  v.object({
    round: RoundIdSchema,
    id: HallIdSchema,
    sitting: SittingSchema,
    opensAt: v.pipe(v.string(), v.isoTimestamp()),
    digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  }),
)

/** The line. */
export function printHallSetting(setting: HallSetting): string {
  const { round, id, sitting, opensAt, digest, secret } = setting
  return [round, id, sitting, opensAt, digest, secret].join('.')
}
