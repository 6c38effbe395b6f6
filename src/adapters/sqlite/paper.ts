/**
 * Paper ballots in SQLite: batches and what is read on their sheets.
 *
 * Talks to the store file, each in one transaction. Invariant: a stub changes nothing but its mark, and no
 * row holds a code and a choice. Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import type { Pool, RoundId } from '../../domain/id.ts'
import { markState, parseMarkState } from '../../domain/mark.ts'
import { MOST_SHEETS, type PaperBatch, type PaperBatchId } from '../../domain/paper-batch.ts'
import type { HoldOutcome, PaperStore, Stub } from '../../service/ports-paper.ts'
import { countName } from '../stored-counts.ts'
import { HOLD_STATES, readBatch } from '../stored-paper.ts'
import { boxBatch } from './box-batch.ts'
import type { SqliteDatabase } from './database.ts'
import { enterSheet, freezeSheets, readEntries, settleSheet } from './paper-sheets.ts'
import { addToCount, readCounters, StateSchema, stateOf } from './rows.ts'

type Refused = 'batch-unknown' | 'wrong-state'

/** Makes the port. The methods are async as the port wants; each works without a pause. */
export function makeSqlitePaper(database: SqliteDatabase): PaperStore {
  const write = async <T>(act: () => T) => database.write(act)
  return {
    begin: (round, batch, pool) => write(() => begin(database, round, { batch, pool })),
    batches: async (round) => readBatches(database, round),
    hold: (round, batch, stub) => write(() => hold(database, round, { batch, ...stub })),
    release: (round, batch, stub) => write(() => release(database, round, { batch, ...stub })),
    releaseBatch: (round, batch, held) =>
      write(() => releaseBatch(database, round, { batch, held })),
    separate: (round, batch, sheets) => write(() => separate(database, round, { batch, sheets })),
    enter: (round, batch, entry) => write(() => enterSheet(database, round, { batch, ...entry })),
    freeze: (round, batch, seen) => write(() => freezeSheets(database, round, { batch, seen })),
    settle: (round, batch, entry) => write(() => settleSheet(database, round, { batch, ...entry })),
    entries: async (round, batch) => readEntries(database, round, batch),
    box: async (round, request) => {
      const outcome = database.write(() => boxBatch(database, round, request))
      // SQLite keeps new rows where there is room: what was typed when, and which stubs came together.
      if (outcome === 'boxed') database.tidy()
      return outcome
    },
  }
}

function isHolding(database: SqliteDatabase, round: RoundId): boolean {
  return HOLD_STATES.some((state) => state === stateOf(database, round))
}

function begin(
  database: SqliteDatabase,
  round: RoundId,
  { batch, pool }: { readonly batch: PaperBatchId; readonly pool: Pool },
): boolean {
  if (!isHolding(database, round)) return false
  const known = findBatch(database, round, batch)
  if (known !== undefined) return known.state === 'collecting' && known.pool === pool
  const sql = `INSERT INTO paper (round, batch, pool, state, sheets, revision)
    VALUES (?, ?, ?, 'collecting', 0, 0)`
  database.run(sql, round, batch, pool)
  return true
}

function hold(
  database: SqliteDatabase,
  round: RoundId,
  { batch, mark, use }: Stub & { readonly batch: PaperBatchId },
): HoldOutcome {
  const known = findBatch(database, round, batch)
  if (known === undefined) return 'batch-unknown'
  if (!isHolding(database, round) || known.state !== 'collecting') return 'wrong-state'
  const refusal = checkStub(database, round, { mark, pool: known.pool })
  if (refusal !== undefined) return refusal
  if (known.sheets >= MOST_SHEETS) return 'full'
  setMark(database, round, { mark, state: markState.held(known.pool, batch, use) })
  addToCount(database, round, countName.held(batch))
  return 'held'
}

function checkStub(
  database: SqliteDatabase,
  round: RoundId,
  { mark, pool }: { readonly mark: string; readonly pool: Pool },
): HoldOutcome | undefined {
  const state = readState(database, round, mark)
  const { word } = parseMarkState(state)
  if (word === 'revoked' || word === 'used') return word
  if (word === 'held') return 'already-held'
  if (word !== 'live') return 'unknown'
  return state === markState.ready('live', pool) ? undefined : 'other-pool'
}

function release(
  database: SqliteDatabase,
  round: RoundId,
  { batch, mark, use }: Stub & { readonly batch: PaperBatchId },
): Refused | 'released' | 'not-held' {
  const known = findBatch(database, round, batch)
  if (known === undefined) return 'batch-unknown'
  if (known.state !== 'collecting') return 'wrong-state'
  if (readState(database, round, mark) !== markState.held(known.pool, batch, use)) return 'not-held'
  setMark(database, round, { mark, state: markState.ready('live', known.pool) })
  addToCount(database, round, countName.held(batch), -1)
  return 'released'
}

function releaseBatch(
  database: SqliteDatabase,
  round: RoundId,
  { batch, held }: { readonly batch: PaperBatchId; readonly held: number },
): Refused | 'released' | 'changed' {
  const known = findBatch(database, round, batch)
  if (known === undefined) return 'batch-unknown'
  if (known.state !== 'collecting') return 'wrong-state'
  if (known.sheets !== held) return 'changed'
  const before = markState.held(known.pool, batch, '')
  const sql = 'UPDATE mark SET state = ? WHERE round = ? AND substr(state, 1, ?) = ?'
  database.run(sql, markState.ready('live', known.pool), round, before.length, before)
  database.run('DELETE FROM count WHERE round = ? AND name = ?', round, countName.held(batch))
  return 'released'
}

function separate(
  database: SqliteDatabase,
  round: RoundId,
  { batch, sheets }: { readonly batch: PaperBatchId; readonly sheets: number },
): Refused | 'separated' | 'sheets-differ' {
  const known = findBatch(database, round, batch)
  if (known === undefined) return 'batch-unknown'
  if (known.state === 'separated' && known.sheets === sheets) return 'separated'
  if (known.state !== 'collecting' || stateOf(database, round) !== 'closed') return 'wrong-state'
  if (known.sheets !== sheets) return 'sheets-differ'
  const sql = `UPDATE paper SET state = 'separated', sheets = ?, revision = revision + 1
    WHERE round = ? AND batch = ?`
  database.run(sql, sheets, round, batch)
  return 'separated'
}

function readState(database: SqliteDatabase, round: RoundId, mark: string): string {
  const sql = 'SELECT state FROM mark WHERE round = ? AND k = ?'
  return database.one(StateSchema, sql, round, mark)?.state ?? markState.draft
}

function setMark(
  database: SqliteDatabase,
  round: RoundId,
  { mark, state }: { readonly mark: string; readonly state: string },
): void {
  database.run('UPDATE mark SET state = ? WHERE round = ? AND k = ?', state, round, mark)
}

const COLUMNS = 'batch, pool, state, sheets, revision'

/** All batches of a round by name. */
function readBatches(database: SqliteDatabase, round: RoundId): readonly PaperBatch[] {
  const sql = `SELECT ${COLUMNS} FROM paper WHERE round = ? ORDER BY batch`
  const counters = readCounters(database, round)
  return database.all(v.looseObject({ batch: v.string() }), sql, round).map((stored) => {
    return readBatch(stored, counters.get(countName.held(stored.batch)) ?? 0)
  })
}

/** A batch by its name. */
function findBatch(
  database: SqliteDatabase,
  round: RoundId,
  batch: PaperBatchId,
): PaperBatch | undefined {
  return readBatches(database, round).find((each) => each.batch === batch)
}
