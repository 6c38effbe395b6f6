/**
 * Rows that several parts of the SQLite store read and write.
 *
 * Talks to the store file. Invariant: what comes out of the file passes a schema once, here or where it
 * is asked for. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import { printBoxEvent, type BoxEvent } from '../../domain/box-event.ts'
import { BOX_STATES } from '../../domain/box-state.ts'
import type { RoundId } from '../../domain/id.ts'
import type { BoxMeta } from '../../service/ports.ts'
import type { SqliteDatabase } from './database.ts'

export const StateSchema = v.object({ state: v.string() })

const MetaSchema = v.object({
  state: v.picklist(BOX_STATES),
  opensAt: v.number(),
  closesAt: v.number(),
  digest: v.string(),
  schema: v.number(),
  fingerprint: v.string(),
  head: v.string(),
})

const CountSchema = v.object({ name: v.string(), number: v.number() })

/** What was pinned when voting opened; undefined before. */
export function readMeta(database: SqliteDatabase, round: RoundId): BoxMeta | undefined {
  const sql = `SELECT state, opensAt, closesAt, digest, schema, fingerprint, head FROM meta
    WHERE round = ?`
  return database.one(MetaSchema, sql, round)
}

/** The state of a round's boxes; a round that was never opened is a draft. */
export function stateOf(database: SqliteDatabase, round: RoundId): BoxMeta['state'] {
  return readMeta(database, round)?.state ?? 'draft'
}

/** The counters of a round by name. */
export function readCounters(database: SqliteDatabase, round: RoundId): Map<string, number> {
  const rows = database.all(CountSchema, 'SELECT name, number FROM count WHERE round = ?', round)
  return new Map(rows.map(({ name, number }) => [name, number]))
}

/** Adds to a counter, inside a transaction. */
export function addToCount(
  database: SqliteDatabase,
  round: RoundId,
  name: string,
  number = 1,
): void {
  const sql = `INSERT INTO count (round, name, number) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET number = number + excluded.number`
  database.run(sql, round, name, number)
}

/** Notes an event after those before it, inside a transaction. */
export function addEvent(
  database: SqliteDatabase,
  round: RoundId,
  event: BoxEvent | undefined,
): void {
  if (event === undefined) return
  const sql = `INSERT INTO event (round, n, text)
    SELECT ?1, 1 + count(*), ?2 FROM event WHERE round = ?1`
  database.run(sql, round, printBoxEvent(event))
}
