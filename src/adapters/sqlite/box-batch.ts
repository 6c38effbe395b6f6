/**
 * The boxing in SQLite: the one step in which the codes of a paper batch are used and its ballots are boxed.
 *
 * Talks to the store file, inside one transaction. Invariant: a batch is boxed whole and once; which code was
 * on which sheet is not known here, nor afterwards. Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import type { Pool, RoundId } from '../../domain/id.ts'
import { markState } from '../../domain/mark.ts'
import type { BoxBatchRequest } from '../../service/ports-paper.ts'
import { countName } from '../stored-counts.ts'
import type { SqliteDatabase } from './database.ts'
import { readStand, setStand } from './paper-sheets.ts'
import { addToCount, readMeta } from './rows.ts'

type Outcome =
  'batch-unknown' | 'wrong-state' | 'boxed' | 'changed' | 'ballot-changed' | 'nonce-taken'

const HeldSchema = v.object({ k: v.string(), use: v.string() })

/** Boxes a batch. The order of the checks is that of the script for Redis. */
export function boxBatch(
  database: SqliteDatabase,
  round: RoundId,
  request: BoxBatchRequest,
): Outcome {
  const stand = readStand(database, round, request.batch)
  if (stand === undefined) return 'batch-unknown'
  if (stand.state === 'boxed') return 'boxed'
  if (stand.state !== 'compared') return 'wrong-state'
  if (stand.revision !== request.revision) return 'changed'
  if (readMeta(database, round)?.digest !== request.digest) return 'ballot-changed'
  const held = readHeld(database, round, request)
  const sheets = request.records.length + request.invalid
  if (held.length !== sheets || request.retries.length !== sheets) return 'changed'
  if (request.records.some(({ receipt }) => liesInBox(database, round, { ...request, receipt })))
    return 'nonce-taken'
  useMarks(database, round, { ...request, held })
  boxRecords(database, round, request)
  setStand(database, round, { batch: request.batch, state: 'boxed' })
  return 'boxed'
}

function readHeld(
  database: SqliteDatabase,
  round: RoundId,
  { pool, batch }: Pick<BoxBatchRequest, 'pool' | 'batch'>,
): readonly v.InferOutput<typeof HeldSchema>[] {
  const sql = `SELECT k, substr(state, ?1) AS use FROM mark
    WHERE round = ?2 AND substr(state, 1, ?1 - 1) = ?3 ORDER BY k`
  const before = markState.held(pool, batch, '')
  return database.all(HeldSchema, sql, before.length + 1, round, before)
}

function liesInBox(
  database: SqliteDatabase,
  round: RoundId,
  { pool, receipt }: { readonly pool: Pool; readonly receipt: string },
): boolean {
  const sql = 'SELECT 1 FROM ballot WHERE round = ? AND pool = ? AND receipt = ?'
  return database.one(v.unknown(), sql, round, pool, receipt) !== undefined
}

function useMarks(
  database: SqliteDatabase,
  round: RoundId,
  {
    pool,
    batch,
    retries,
    held,
  }: Pick<BoxBatchRequest, 'pool' | 'batch' | 'retries'> & {
    readonly held: readonly v.InferOutput<typeof HeldSchema>[]
  },
): void {
  for (const [at, { k, use }] of held.entries()) {
    const state = markState.used(pool, retries[at] ?? '', use)
    database.run('UPDATE mark SET state = ? WHERE round = ? AND k = ?', state, round, k)
  }
  database.run('DELETE FROM count WHERE round = ? AND name = ?', round, countName.held(batch))
}

function boxRecords(
  database: SqliteDatabase,
  round: RoundId,
  { pool, records, invalid }: BoxBatchRequest,
): void {
  const sql = 'INSERT INTO ballot (round, pool, receipt, record) VALUES (?, ?, ?, ?)'
  for (const { receipt, record } of records) database.run(sql, round, pool, receipt, record)
  if (records.length > 0)
    addToCount(database, round, countName.recorded('paper', pool), records.length)
  if (invalid > 0) addToCount(database, round, countName.invalid(pool), invalid)
}
