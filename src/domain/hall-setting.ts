/**
 * The setting that makes a laptop the box of a hall: `round.hall.secret`, in place of the council's own secret.
 *
 * Pure. Invariant: one line says all of it, so that no laptop can have the name of one hall and the secret of
 * another. Decided in docs/decisions/0032.
 */
import * as v from 'valibot'
import { HallIdSchema, RoundIdSchema, type HallId, type RoundId } from './id.ts'

export type HallSetting = {
  readonly round: RoundId
  readonly id: HallId
  /** 32 bytes as base64url. */
  readonly secret: string
}

export const HallSettingSchema: v.GenericSchema<string, HallSetting> = v.pipe(
  v.string(),
  v.trim(),
  v.transform((line) => {
    const [round, id, secret, ...more] = line.split('.')
    return { round, id, secret: more.length > 0 ? undefined : secret }
  }),
  v.object({
    round: RoundIdSchema,
    id: HallIdSchema,
    secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  }),
)

/** The line. */
export function printHallSetting({ round, id, secret }: HallSetting): string {
  return [round, id, secret].join('.')
}
