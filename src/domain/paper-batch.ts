/**
 * Paper batches: sheets of one ballot box on their way from the pile into the box, together.
 *
 * Pure. Invariant: a sheet is looked at only after its stub was torn off, and never in company so small
 * that whoever saw the stubs knows whose it is. Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import type { Pool } from './id.ts'

/**
 * `collecting`: stubs are scanned, sheets still hang on them. `separated`: stubs are off, sheets are numbered
 * and typed. `compared`: both typings lie beside each other and stand still. `boxed`: all are in the box.
 */
export const PAPER_STATES = ['collecting', 'separated', 'compared', 'boxed'] as const

export type PaperState = (typeof PAPER_STATES)[number]

/** A batch's name on its folder: `hall-1`. */
export const PaperBatchIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, 'use 1 to 32 small letters, digits and dashes'),
  v.brand('PaperBatchId'),
)

export type PaperBatchId = v.InferOutput<typeof PaperBatchIdSchema>

export type PaperBatch = {
  readonly batch: PaperBatchId
  readonly pool: Pool
  readonly state: PaperState
  /** Stubs held so far; from the separation on, how many sheets there are. */
  readonly sheets: number
  /** Goes up with every change from the separation on: what was read is known to stand still. */
  readonly revision: number
}

/** So many sheets of one box hide each other from those who saw the stubs. */
export const FEWEST_SHEETS = 10

/** The last paper of a box may be less; with two, each voter could work out the other's ballot. */
export const FEWEST_LAST_SHEETS = 3

/** One step boxes a batch, and a pile of more is no pile for two people. */
export const MOST_SHEETS = 500

/**
 * How few sheets a batch may be separated with. `isLast`: the clerk says that no more paper of this box is to
 * come; once for a box, and not while stubs of it are held in another batch, with which these can be put together.
 */
export function fewestSheets(
  batch: PaperBatch,
  all: readonly PaperBatch[],
  isLast: boolean,
): number {
  const others = all.filter(({ batch: id, pool }) => id !== batch.batch && pool === batch.pool)
  const canJoin = others.some(({ state, sheets }) => state === 'collecting' && sheets > 0)
  return isLast && !canJoin && !others.some(wasLast) ? FEWEST_LAST_SHEETS : FEWEST_SHEETS
}

/** Whether no more paper of its box was to come: only so is a batch separated with less than ten sheets. */
export function wasLast({ state, sheets }: PaperBatch): boolean {
  return state !== 'collecting' && sheets < FEWEST_SHEETS
}
