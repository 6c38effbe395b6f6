/**
 * Registration in SQLite: marks are staged, made ready, frozen at the opening, and replaced.
 *
 * Talks to the store file, each in one transaction. Invariant: once a round was opened no mark is added
 * to it. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import type { RoundId } from '../../domain/id.ts'
import type { LedgerWord } from '../../domain/ledger.ts'
import { markState, parseMarkState } from '../../domain/mark.ts'
import { MOST_LETTERS } from '../../domain/token-batch.ts'
import type { BoxMeta, MarkBatch } from '../../service/ports.ts'
import { countName } from '../stored-counts.ts'
import { checkBatch, readLetter, REISSUE_STATES, tooManyMarks } from '../stored-mark.ts'
import type { SqliteDatabase } from './database.ts'
import { addToCount, readMeta, stateOf } from './rows.ts'

type Batch = Omit<MarkBatch, 'marks'>

const BatchSchema = v.object({
  pool: v.string(),
  kind: v.string(),
  count: v.number(),
  state: v.string(),
})
const CountedSchema = v.object({ counted: v.number() })
const HolderSchema = v.object({ k: v.string(), state: v.string() })

/** Stages a part of a batch. Throws a RangeError where the batch would hold too many marks. */
export function draftMarks(database: SqliteDatabase, batch: MarkBatch): boolean {
  checkBatch(batch)
  return database.write(() => {
    if (stateOf(database, batch.round) !== 'draft') return false
    const known = readBatch(database, batch)
    if (known !== undefined && !isStaged(known, batch)) return false
    if (!batch.marks.every((each) => isFree(database, batch, each))) return false
    const { round, pool, kind } = batch
    database.run(
      `INSERT INTO batch (round, batch, pool, kind, count, state) VALUES (?, ?, ?, ?, 0, 'staged')
       ON CONFLICT DO NOTHING`,
      round,
      batch.batch,
      pool,
      kind,
    )
    for (const each of batch.marks) stage(database, batch, each)
    if (countDrafts(database, batch) > MOST_LETTERS) throw tooManyMarks()
    return true
  })
}

/** Makes a batch ready; asked again after a lost answer it says yes again. */
export function activateBatch(database: SqliteDatabase, batch: Batch, expected: number): boolean {
  const { round, pool, kind } = batch
  return database.write(() => {
    if (stateOf(database, round) !== 'draft') return false
    const known = readBatch(database, batch)
    if (known === undefined || known.pool !== pool || known.kind !== kind) return false
    if (known.state === 'ready') return known.count === expected
    if (countDrafts(database, batch) !== expected) return false
    const staged = 'SELECT k FROM draft WHERE round = ?2 AND batch = ?3'
    const ready = `UPDATE mark SET state = ?1 WHERE round = ?2 AND k IN (${staged})`
    database.run(ready, markState.ready(kind, pool), round, batch.batch)
    database.run('DELETE FROM draft WHERE round = ? AND batch = ?', round, batch.batch)
    const done = `UPDATE batch SET state = 'ready', count = ? WHERE round = ? AND batch = ?`
    database.run(done, expected, round, batch.batch)
    addToCount(database, round, countName.issued(kind, pool), expected)
    return true
  })
}

/** Pins what the round is opened with. */
export function openBox(
  database: SqliteDatabase,
  round: RoundId,
  { meta, marks }: { readonly meta: Omit<BoxMeta, 'state'>; readonly marks: number },
): boolean {
  const counted = `SELECT count(*) AS counted FROM mark WHERE round = ? AND state <> ?`
  return database.write(() => {
    if (readMeta(database, round) !== undefined) return false
    if (database.one(CountedSchema, counted, round, markState.draft)?.counted !== marks)
      return false
    database.run(
      `INSERT INTO meta (round, state, opensAt, closesAt, digest, schema, fingerprint, head)
       VALUES (?, 'open', ?, ?, ?, ?, ?, ?)`,
      round,
      meta.opensAt,
      meta.closesAt,
      meta.digest,
      meta.schema,
      meta.fingerprint,
      meta.head,
    )
    return true
  })
}

/** Replaces a lost letter by a reserve one. */
export function reissue(
  database: SqliteDatabase,
  round: RoundId,
  { lost, reserve }: { readonly lost: string; readonly reserve: string },
): 'reissued' | 'not-live' | 'no-reserve' {
  return database.write(() => {
    const state = stateOf(database, round)
    if (!REISSUE_STATES.some((allowed) => allowed === state)) return 'not-live'
    const old = readHolder(database, round, lost)
    const { word, pool } = parseMarkState(old?.state ?? markState.draft)
    if (old === undefined || word !== 'live') return 'not-live'
    const next = readHolder(database, round, reserve)
    if (next === undefined || next.state !== `reserve:${pool}`) return 'no-reserve'
    const change = 'UPDATE mark SET state = ? WHERE round = ? AND k = ?'
    database.run(change, `revoked:${pool}`, round, old.k)
    database.run(change, `live:${pool}`, round, next.k)
    addToCount(database, round, countName.revoked)
    addToCount(database, round, countName.reissued)
    return 'reissued'
  })
}

/** The state of the code on a letter. */
export function lookUp(
  database: SqliteDatabase,
  round: RoundId,
  serial: string,
): LedgerWord | undefined {
  return readLetter(readHolder(database, round, serial)?.state)
}

function readBatch(database: SqliteDatabase, { round, batch }: Batch) {
  const sql = 'SELECT pool, kind, count, state FROM batch WHERE round = ? AND batch = ?'
  return database.one(BatchSchema, sql, round, batch)
}

function isStaged(known: v.InferOutput<typeof BatchSchema>, { pool, kind }: Batch): boolean {
  return known.state === 'staged' && known.pool === pool && known.kind === kind
}

/** Whether a mark is new, or staged in this very batch with this very serial: then it is a retry. */
function isFree(
  database: SqliteDatabase,
  { round, batch }: Batch,
  { mark, serial }: MarkBatch['marks'][number],
): boolean {
  const sql = `SELECT 1 FROM mark WHERE round = ?1 AND k = ?2
      AND NOT EXISTS (SELECT 1 FROM draft WHERE round = ?1 AND batch = ?3 AND k = ?2)
    UNION ALL SELECT 1 FROM serial WHERE round = ?1 AND serial = ?4 AND k <> ?2`
  return database.one(v.unknown(), sql, round, mark, batch, serial) === undefined
}

function stage(
  database: SqliteDatabase,
  { round, batch, kind }: Batch,
  { mark, serial }: MarkBatch['marks'][number],
): void {
  const noConflict = 'ON CONFLICT DO NOTHING'
  const newMark = `INSERT INTO mark (round, k, kind, state) VALUES (?, ?, ?, ?) ${noConflict}`
  database.run(newMark, round, mark, kind, markState.draft)
  const newSerial = `INSERT INTO serial (round, serial, k) VALUES (?, ?, ?) ${noConflict}`
  database.run(newSerial, round, serial, mark)
  database.run(
    `INSERT INTO draft (round, batch, k) VALUES (?, ?, ?) ${noConflict}`,
    round,
    batch,
    mark,
  )
}

function countDrafts(database: SqliteDatabase, { round, batch }: Batch): number {
  const sql = 'SELECT count(*) AS counted FROM draft WHERE round = ? AND batch = ?'
  return database.one(CountedSchema, sql, round, batch)?.counted ?? 0
}

function readHolder(database: SqliteDatabase, round: RoundId, serial: string) {
  const sql = `SELECT mark.k AS k, mark.state AS state FROM serial
    JOIN mark ON mark.round = serial.round AND mark.k = serial.k
    WHERE serial.round = ? AND serial.serial = ?`
  return database.one(HolderSchema, sql, round, serial)
}
