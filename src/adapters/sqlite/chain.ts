/**
 * The chain of checkpoints in SQLite.
 *
 * Talks to the store file. Invariant: a checkpoint is staged once, on the one before it, and what it is
 * made of is read in one transaction. Decided in docs/decisions/0012.
 */
import * as v from 'valibot'
import { parseBoxEvent } from '../../domain/box-event.ts'
import { CHECKPOINT_KINDS } from '../../domain/checkpoint.ts'
import type { Pool, RoundId } from '../../domain/id.ts'
import type { Instant } from '../../domain/time.ts'
import type { ChainState, ChainStore, StagedCheckpoint, Survey } from '../../service/ports-chain.ts'
import { boxedFrom, firstSeenIn, LEAF_LETTERS, printPlaces } from '../stored-chain.ts'
import { readCounts } from '../stored-counts.ts'
import type { SqliteDatabase } from './database.ts'
import { readCounters, readMeta } from './rows.ts'

const ChainSchema = v.object({
  n: v.number(),
  kind: v.picklist(CHECKPOINT_KINDS),
  at: v.number(),
  recorded: v.number(),
  events: v.number(),
  confirmed: v.pipe(
    v.number(),
    v.transform((flag) => flag === 1),
  ),
})
const TextSchema = v.object({ text: v.string() })
const PlacesSchema = v.object({ n: v.number(), places: v.string() })
const LeafSchema = v.object({ receipt: v.string(), leaf: v.string() })

type Lease = { readonly holder: string; readonly now: Instant; readonly until: Instant }

/** Makes the port. */
export function makeSqliteChain(database: SqliteDatabase): ChainStore {
  return {
    state: async (round) => readState(database, round),
    lease: async (round, holder, time) => lease(database, round, { holder, ...time }),
    release: async (round, holder) => release(database, round, holder),
    survey: async (round, pools) => database.write(() => survey(database, round, pools)),
    stage: async (round, staged) => stage(database, round, staged),
    text: async (round, n) => readText(database, round, n),
    confirm: async (round, n, head) => confirm(database, round, { n, head }),
  }
}

function readState(database: SqliteDatabase, round: RoundId): ChainState | undefined {
  const sql = 'SELECT n, kind, at, recorded, events, confirmed FROM chain WHERE round = ?'
  return database.one(ChainSchema, sql, round)
}

function lease(database: SqliteDatabase, round: RoundId, { holder, now, until }: Lease): boolean {
  const sql = `INSERT INTO lease (round, holder, endsAt) VALUES (?1, ?2, ?3)
    ON CONFLICT DO UPDATE SET holder = ?2, endsAt = ?3 WHERE holder = ?2 OR endsAt <= ?4`
  return database.write(() => database.run(sql, round, holder, until, now) === 1)
}

function release(database: SqliteDatabase, round: RoundId, holder: string): void {
  const sql = 'DELETE FROM lease WHERE round = ? AND holder = ?'
  database.write(() => database.run(sql, round, holder))
}

function survey(database: SqliteDatabase, round: RoundId, pools: readonly Pool[]): Survey {
  const leaves = `SELECT receipt, substr(record, 1, ${LEAF_LETTERS}) AS leaf FROM ballot
    WHERE round = ? AND pool = ? ORDER BY receipt`
  const events = 'SELECT text FROM event WHERE round = ? ORDER BY n'
  const places = 'SELECT n, places FROM checkpoint WHERE round = ?'
  return {
    boxed: pools.flatMap((pool) =>
      database
        .all(LeafSchema, leaves, round, pool)
        .map(({ receipt, leaf }) => boxedFrom(pool, receipt, leaf)),
    ),
    counts: readCounts(readCounters(database, round)),
    events: database.all(TextSchema, events, round).map(({ text }) => parseBoxEvent(text)),
    firstSeen: firstSeenIn(database.all(PlacesSchema, places, round)),
  }
}

function stage(database: SqliteDatabase, round: RoundId, staged: StagedCheckpoint): boolean {
  const { n, kind, at, recorded, events } = staged
  const head = `INSERT INTO chain (round, n, kind, at, recorded, events, confirmed)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0) ON CONFLICT DO UPDATE
    SET n = ?2, kind = ?3, at = ?4, recorded = ?5, events = ?6, confirmed = 0`
  const text = 'INSERT INTO checkpoint (round, n, text, places) VALUES (?, ?, ?, ?)'
  return database.write(() => {
    const last = readState(database, round)
    if (last?.confirmed === false || n !== (last?.n ?? 0) + 1) return false
    database.run(head, round, n, kind, at, recorded, events)
    database.run(text, round, n, staged.text, printPlaces(staged.places))
    return true
  })
}

function readText(database: SqliteDatabase, round: RoundId, n: number): string | undefined {
  const sql = 'SELECT text FROM checkpoint WHERE round = ? AND n = ?'
  return database.one(TextSchema, sql, round, n)?.text
}

function confirm(
  database: SqliteDatabase,
  round: RoundId,
  { n, head }: { readonly n: number; readonly head: string },
): boolean {
  return database.write(() => {
    if (readMeta(database, round) === undefined) return false
    const done = 'UPDATE chain SET confirmed = 1 WHERE round = ? AND n = ?'
    if (database.run(done, round, n) === 0) return false
    return database.run('UPDATE meta SET head = ? WHERE round = ?', head, round) === 1
  })
}
