/**
 * The actions of the room Paper: from the first stub of a batch to the box.
 *
 * Pure. Invariant: no input holds a code and a reading, and what is logged is the batch and at most the number
 * of a sheet. Decided in docs/decisions/0025 and 0026.
 */
import * as v from 'valibot'
import { AreaIdSchema, RoundIdSchema } from '../id.ts'
import { MOST_SHEETS, PaperBatchIdSchema } from '../paper-batch.ts'
import { SheetReadingSchema } from '../paper-sheet.ts'
import { TokenSchema } from '../token.ts'
import type { DeskActions } from './action.ts'

const round = RoundIdSchema
const place = { round, batch: PaperBatchIdSchema }
const sheets = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_SHEETS))
const sheet = v.pipe(sheets, v.minValue(1))
const stub = v.strictObject({ ...place, code: TokenSchema })
const read = v.strictObject({ ...place, sheet, reading: SheetReadingSchema })

const look = { needs: 'teller', fresh: false, logged: false } as const
const step = { needs: 'teller', fresh: false, logged: true } as const

export const PAPER_ACTIONS = {
  'show-paper': { ...look, input: v.strictObject({ round }) },
  'begin-batch': { ...step, input: v.strictObject({ ...place, area: v.optional(AreaIdSchema) }) },
  'hold-stub': { ...step, input: stub },
  'release-stub': { ...step, input: stub },
  /** `held`: how many stubs the page showed. */
  'release-batch': {
    ...{ needs: 'clerk', fresh: true, logged: true },
    input: v.strictObject({ ...place, held: sheets }),
  },
  'separate-batch': {
    ...step,
    /** `sheets`: as counted by hand. */
    input: v.strictObject({ ...place, sheets, isLast: v.boolean() }),
  },
  'show-typing': { ...look, input: v.strictObject(place) },
  'enter-sheet': { ...step, input: read },
  'compare-batch': { ...step, input: v.strictObject(place) },
  'show-differences': { ...look, input: v.strictObject(place) },
  'settle-sheet': { ...step, input: read },
  'box-batch': { ...step, input: v.strictObject(place) },
} as const satisfies DeskActions
