/**
 * Marks in either store: what a batch must be before it is staged, and how a mark is read back.
 *
 * Pure. Invariant: a mark keeps the kind that it was issued as, whatever became of it since, so that
 * the root over all issued marks can be computed again. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import type { BoxState } from '../domain/box-state.ts'
import { LEDGER_WORDS, type LedgerWord } from '../domain/ledger.ts'
import { AreaIdSchema, WHOLE } from '../domain/id.ts'
import { markState, parseMarkState, type Mark, type MarkKind } from '../domain/mark.ts'
import { MOST_LETTERS } from '../domain/token-batch.ts'
import type { MarkBatch } from '../service/ports.ts'

/** States of a round in which a lost letter is replaced: after the close nothing is live any more. */
export const REISSUE_STATES = ['draft', 'open', 'paused'] as const satisfies readonly BoxState[]

const PoolSchema = v.union([v.literal(WHOLE), AreaIdSchema])

/** Throws a RangeError where a part of a batch is too long or names a mark or a serial twice. */
export function checkBatch({ marks }: MarkBatch): void {
  if (marks.length > MOST_LETTERS) throw tooManyMarks()
  if (new Set(marks.map(({ mark }) => mark)).size < marks.length)
    throw new RangeError('a batch names a mark twice')
  if (new Set(marks.map(({ serial }) => serial)).size < marks.length)
    throw new RangeError('a batch names a serial twice')
}

/** The same fault where the parts of a batch are too long together. */
export function tooManyMarks(): RangeError {
  return new RangeError(`a batch holds at most ${MOST_LETTERS} marks; make several batches`)
}

/** A mark from its state and the kind that it was issued as; undefined for a draft. */
export function readMark(k: string, state: string, kind: MarkKind): Mark | undefined {
  if (state === markState.draft) return undefined
  return { k, pool: v.parse(PoolSchema, parseMarkState(state).pool), kind }
}

/** What became of a letter, from the state of its mark; undefined for a draft, and for none. */
export function readLetter(state: string | undefined): LedgerWord | undefined {
  const { word } = parseMarkState(state ?? '')
  return LEDGER_WORDS.find((each) => each === word)
}
