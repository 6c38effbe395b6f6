/**
 * The records of the desk in SQLite.
 *
 * Talks to the store file. Invariant: all changes of a write are checked before the first is made, in one
 * transaction. Decided in docs/decisions/0022.
 */
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import type { Instant } from '../../domain/time.ts'
import type { DeskChange, DeskStore, StoredRecord } from '../../service/ports-desk.ts'
import type { SqliteDatabase } from './database.ts'

const RowSchema = v.object({ id: v.string(), version: v.number(), text: v.string() })
const VersionSchema = v.object({ version: v.number() })

/** Makes the store. */
export function makeSqliteDesk(database: SqliteDatabase): DeskStore {
  return {
    get: async (kind, id, now) => get(database, { kind, id }, now),
    list: async (kind, now) => list(database, kind, now),
    write: async (changes, now) => write(database, changes, now),
    giveWay: (milliseconds) => wait(milliseconds),
  }
}

type Place = Pick<DeskChange, 'kind' | 'id'>

function get(
  database: SqliteDatabase,
  { kind, id }: Place,
  now: Instant,
): StoredRecord | undefined {
  const sql = `SELECT id, version, text FROM desk
    WHERE kind = ? AND id = ? AND (endsAt IS NULL OR endsAt > ?)`
  return database.one(RowSchema, sql, kind, id, now)
}

function list(database: SqliteDatabase, kind: string, now: Instant): readonly StoredRecord[] {
  const sql = `SELECT id, version, text FROM desk
    WHERE kind = ? AND (endsAt IS NULL OR endsAt > ?) ORDER BY id`
  return database.all(RowSchema, sql, kind, now)
}

function write(
  database: SqliteDatabase,
  changes: readonly DeskChange[],
  now: Instant,
): DeskChange | undefined {
  return database.write(() => {
    database.run('DELETE FROM desk WHERE endsAt <= ?', now)
    const stale = changes.find(
      (change) => change.expected !== 'any' && versionOf(database, change) !== change.expected,
    )
    if (stale === undefined) for (const change of changes) put(database, change)
    return stale
  })
}

function versionOf(database: SqliteDatabase, { kind, id }: Place): number {
  const sql = 'SELECT version FROM desk WHERE kind = ? AND id = ?'
  return database.one(VersionSchema, sql, kind, id)?.version ?? 0
}

function put(database: SqliteDatabase, change: DeskChange): void {
  const { kind, id } = change
  if (change.text === undefined) {
    database.run('DELETE FROM desk WHERE kind = ? AND id = ?', kind, id)
    return
  }
  const { expected, endsAt, text } = change
  const sql = `INSERT INTO desk (kind, id, version, endsAt, text) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET version = excluded.version, endsAt = excluded.endsAt, text = excluded.text`
  database.run(sql, kind, id, expected + 1, endsAt ?? null, text)
}
