/**
 * Registration in Redis: marks are staged, made ready, frozen at the opening, and replaced.
 *
 * Talks to Upstash Redis. Invariant: once a round was opened no mark is added to it.
 * Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import type { RoundId } from '../../domain/id.ts'
import type { LedgerWord } from '../../domain/ledger.ts'
import { markState } from '../../domain/mark.ts'
import { MOST_LETTERS } from '../../domain/token-batch.ts'
import type { BoxMeta, MarkBatch } from '../../service/ports.ts'
import { countName } from '../stored-counts.ts'
import { checkBatch, readLetter, REISSUE_STATES, tooManyMarks } from '../stored-mark.ts'
import { YesSchema, type UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'
import {
  ACTIVATE_SCRIPT,
  DRAFT_SCRIPT,
  LOOK_UP_SCRIPT,
  OPEN_SCRIPT,
  REISSUE_SCRIPT,
} from './scripts.ts'

const DraftAnswerSchema = v.picklist(['staged', 'refused', 'too-many'])
const ReissueAnswerSchema = v.picklist(['reissued', 'not-live', 'no-reserve'])

/** Stages a part of a batch. Throws a RangeError where the batch would hold too many marks. */
export async function draftMarks(client: UpstashClient, batch: MarkBatch): Promise<boolean> {
  checkBatch(batch)
  const keys = roundKeys(batch.round)
  const answer = await client.run(DraftAnswerSchema, DRAFT_SCRIPT, {
    keys: [keys.meta, keys.mark, keys.serial, keys.batch, keys.draft(batch.batch)],
    values: [
      batch.batch,
      stagedBatch(batch),
      MOST_LETTERS,
      ...batch.marks.flatMap(({ mark, serial }) => [mark, serial]),
    ],
  })
  if (answer === 'too-many') throw tooManyMarks()
  return answer === 'staged'
}

/** Makes a batch ready; asked again after a lost answer it says yes again. */
export function activateBatch(
  client: UpstashClient,
  batch: Omit<MarkBatch, 'marks'>,
  expected: number,
): Promise<boolean> {
  const { pool, kind } = batch
  const keys = roundKeys(batch.round)
  return client.run(YesSchema, ACTIVATE_SCRIPT, {
    keys: [keys.meta, keys.mark, keys.batch, keys.draft(batch.batch), keys.count, keys.reserve],
    values: [
      batch.batch,
      stagedBatch(batch),
      JSON.stringify({ pool, kind, count: expected, state: 'ready' }),
      expected,
      markState.ready(kind, pool),
      kind,
      countName.issued(kind, pool),
    ],
  })
}

/** Pins what the round is opened with. */
export function openBox(
  client: UpstashClient,
  round: RoundId,
  opening: { readonly meta: Omit<BoxMeta, 'state'>; readonly marks: number },
): Promise<boolean> {
  const { meta, count } = roundKeys(round)
  const fields = Object.entries({ ...opening.meta, state: 'open' }).flat()
  return client.run(YesSchema, OPEN_SCRIPT, {
    keys: [meta, count],
    values: [opening.marks, ...fields],
  })
}

/** Replaces a lost letter by a reserve one. */
export function reissue(
  client: UpstashClient,
  round: RoundId,
  { lost, reserve }: { readonly lost: string; readonly reserve: string },
): Promise<'reissued' | 'not-live' | 'no-reserve'> {
  const { meta, mark, serial, count } = roundKeys(round)
  return client.run(ReissueAnswerSchema, REISSUE_SCRIPT, {
    keys: [meta, mark, serial, count],
    values: [lost, reserve, ...REISSUE_STATES],
  })
}

/** The state of the code on a letter. */
export async function lookUp(
  client: UpstashClient,
  round: RoundId,
  serial: string,
): Promise<LedgerWord | undefined> {
  const keys = roundKeys(round)
  const given = { keys: [keys.mark, keys.serial], values: [serial] }
  return readLetter(await client.run(v.string(), LOOK_UP_SCRIPT, given))
}

/** How a batch stands in its hash while it is staged; the count is known when it is ready. */
function stagedBatch({ pool, kind }: Omit<MarkBatch, 'marks'>): string {
  return JSON.stringify({ pool, kind, count: 0, state: 'staged' })
}
