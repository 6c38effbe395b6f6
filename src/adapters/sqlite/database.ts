/**
 * The SQLite file: opened, guarded, and written in whole steps.
 *
 * Talks to one file on disk, which several processes may have open. Invariant: every change happens in
 * one immediate transaction, on disk before it is answered. Decided in docs/decisions/0002.
 */
import { closeSync, openSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import * as v from 'valibot'
import { StoreUnavailable } from '../../domain/fault.ts'
import { prepareSchema } from './schema.ts'

export type SqliteDatabase = {
  /** All rows of a query, read by the schema. Throws StoreUnavailable, as the others do. */
  all<Row>(schema: RowSchema<Row>, sql: string, ...values: readonly SQLInputValue[]): Row[]
  /** The first row of a query. */
  one<Row>(
    schema: RowSchema<Row>,
    sql: string,
    ...values: readonly SQLInputValue[]
  ): Row | undefined
  /** Runs a statement inside `write`; answers how many rows it changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number
  /** One whole step: all of what `act` does, or nothing. */
  write<T>(act: () => T): T
  /** Rewrites the file in the order of its keys, and empties the log that still has the order of writing. */
  tidy(): void
  /** The same, and it must succeed: what was deleted is then in no byte of the files. Throws StoreUnavailable. */
  scrub(): void
  close(): void
}

type RowSchema<Row> = v.GenericSchema<unknown, Row>

/** Opens a store, or makes one. A file that another process keeps locked is given up after the timeout. */
export function openDatabase(file: string, busyTimeoutMs = 5000): SqliteDatabase {
  const database = guard(() => connect(file, busyTimeoutMs))
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, known)
    return known
  }
  return {
    all: (schema, sql, ...values) =>
      guard(() => v.parse(v.array(schema), prepare(sql).all(...values))),
    one: (schema, sql, ...values) =>
      guard(() => v.parse(v.optional(schema), prepare(sql).get(...values))),
    run: (sql, ...values) => guard(() => Number(prepare(sql).run(...values).changes)),
    write: (act) => guard(() => inOneStep(database, act)),
    tidy: () => tidy(database),
    scrub: () => guard(() => scrub(database)),
    close: () => database.close(),
  }
}

/** Submissions hold addresses of people, so the file is its owner's alone. */
function connect(file: string, busyTimeoutMs: number): DatabaseSync {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600))
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs })
  // secure_delete: what is deleted is overwritten. temp_store: no copy of the box in a temporary file.
  database.exec(`PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY`)
  prepareSchema(database, (act) => inOneStep(database, act))
  return database
}

/** IMMEDIATE: the lock is taken before the first read, so what was checked still holds when it is written. */
function inOneStep<T>(database: DatabaseSync, act: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = act()
    database.exec('COMMIT')
    return result
  } catch (fault) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw fault
  }
}

/** Best effort: a reader in another process can hold it up, and the next call does it then. */
function tidy(database: DatabaseSync): void {
  try {
    database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (fault) {
    if (!isStoreFault(fault)) throw fault
  }
}

const CheckpointSchema = v.object({ busy: v.number() })

/** A reader in another process keeps the log from being cut off, and SQLite says so without a fault. */
function scrub(database: DatabaseSync): void {
  database.exec('VACUUM')
  const { busy } = v.parse(
    CheckpointSchema,
    database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get(),
  )
  if (busy !== 0) throw new StoreUnavailable('the store file is being read: try the purge again')
}

function guard<T>(act: () => T): T {
  try {
    return act()
  } catch (fault) {
    if (!isStoreFault(fault)) throw fault
    throw new StoreUnavailable('the store file does not answer, or not in time', { cause: fault })
  }
}

/** SQLite's texts name tables and columns, never values; ERR_INVALID_STATE is a file that was closed. */
function isStoreFault(fault: unknown): boolean {
  if (!(fault instanceof Error) || !('code' in fault)) return false
  return fault.code === 'ERR_SQLITE_ERROR' || fault.code === 'ERR_INVALID_STATE'
}
