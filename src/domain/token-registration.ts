/**
 * Token registration: what the clerk's browser sends of the codes that it made, and asks about letters.
 *
 * Pure. Invariant: there is no field in which a token could travel. Decided in docs/decisions/0024.
 */
import * as v from 'valibot'
import { RoundIdSchema } from './id.ts'
import type { MarkKind } from './mark.ts'
import { SerialSchema, type Serial } from './serial.ts'
import { MOST_LETTERS } from './token-batch.ts'
import { MOST_CODES } from './token-order.ts'

/** Marks that travel in one request: about 40 kB. */
export const MARKS_A_PART = 500

const round = v.pipe(
  RoundIdSchema,
  v.transform((id): string => id),
)
const pool = v.pipe(v.string(), v.maxLength(64))
const kind = v.picklist(['live', 'reserve'])
const batch = v.pipe(v.string(), v.regex(/^[0-9A-Z]{4}$/, 'write four letters or digits'))

/** Text, so that what a browser sends is what the desk is told. */
const MarkSchema = v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'write 32 bytes as base64url'))

/** A part of a batch, to be staged. */
export const DraftCodesSchema = v.strictObject({
  round,
  pool,
  kind,
  batch,
  marks: v.pipe(
    v.array(v.strictObject({ mark: MarkSchema, serial: SerialSchema })),
    v.minLength(1),
    v.maxLength(MARKS_A_PART),
  ),
})

/** Batches that are staged whole, to be made ready together. */
export const ActivateCodesSchema = v.strictObject({
  round,
  batches: v.pipe(
    v.array(
      v.strictObject({
        ...{ pool, kind, batch },
        count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_LETTERS)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_CODES / 10),
  ),
})

export const ShowCodesSchema = v.strictObject({ round })

/** A lost letter and the reserve letter that takes its place. */
export const ReissueCodeSchema = v.strictObject({
  ...{ round, lost: SerialSchema, reserve: SerialSchema },
})

export const LookUpLetterSchema = v.strictObject({ round, serial: SerialSchema })

export type DraftCodes = v.InferOutput<typeof DraftCodesSchema>
export type ActivateCodes = v.InferOutput<typeof ActivateCodesSchema>

/** A batch whose letters stay with the clerk, and the marks that are sent of it. */
export type RegisteredBatch = {
  readonly pool: string
  readonly kind: MarkKind
  readonly batch: string
  readonly marks: readonly { readonly mark: string; readonly serial: Serial }[]
}

/** All marks of an order in parts, in the shuffled order of each batch. */
export function registrationParts(
  round: string,
  batches: readonly RegisteredBatch[],
): readonly DraftCodes[] {
  return batches.flatMap(({ pool, kind, batch, marks }) =>
    Array.from({ length: Math.ceil(marks.length / MARKS_A_PART) }, (_, at) => ({
      ...{ round, pool, kind, batch },
      marks: marks.slice(at * MARKS_A_PART, (at + 1) * MARKS_A_PART),
    })),
  )
}

/** What makes them ready when all parts are there. */
export function activationOf(round: string, batches: readonly RegisteredBatch[]): ActivateCodes {
  return {
    round,
    batches: batches.map(({ pool, kind, batch, marks }) => ({
      ...{ pool, kind, batch },
      count: marks.length,
    })),
  }
}
