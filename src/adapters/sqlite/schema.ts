/**
 * The tables of the SQLite file.
 *
 * Talks to the file that is being opened. Invariant: a file is read only by software that knows its
 * version; in ballot and mark there is no time, no channel and no row number.
 * Decided in docs/decisions/0002.
 */
import type { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { STORE_SCHEMA } from '../../domain/box-state.ts'
import { StoreUnavailable } from '../../domain/fault.ts'

/** WITHOUT ROWID: a row number would say in which order ballots came. */
const TABLES = `
  CREATE TABLE meta (
    round TEXT PRIMARY KEY, state TEXT NOT NULL, opensAt INTEGER NOT NULL, closesAt INTEGER NOT NULL,
    digest TEXT NOT NULL, schema INTEGER NOT NULL, fingerprint TEXT NOT NULL, head TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE mark (
    round TEXT, k TEXT, kind TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (round, k)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE serial (
    round TEXT, serial TEXT, k TEXT NOT NULL, PRIMARY KEY (round, serial)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE batch (
    round TEXT, batch TEXT, pool TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,
    state TEXT NOT NULL, PRIMARY KEY (round, batch)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE draft (
    round TEXT, batch TEXT, k TEXT, PRIMARY KEY (round, batch, k)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ballot (
    round TEXT, pool TEXT, receipt TEXT, record TEXT NOT NULL, PRIMARY KEY (round, pool, receipt)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE count (
    round TEXT, name TEXT, number INTEGER NOT NULL, PRIMARY KEY (round, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE result (
    round TEXT, snapshot INTEGER, digest TEXT NOT NULL, PRIMARY KEY (round, snapshot)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event (
    round TEXT, n INTEGER, text TEXT NOT NULL, PRIMARY KEY (round, n)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE chain (
    round TEXT PRIMARY KEY, n INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
    recorded INTEGER NOT NULL, events INTEGER NOT NULL, confirmed INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE checkpoint (
    round TEXT, n INTEGER, text TEXT NOT NULL, places TEXT NOT NULL, PRIMARY KEY (round, n)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE lease (
    round TEXT PRIMARY KEY, holder TEXT NOT NULL, endsAt INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE paper (
    round TEXT, batch TEXT, pool TEXT NOT NULL, state TEXT NOT NULL, sheets INTEGER NOT NULL,
    revision INTEGER NOT NULL, PRIMARY KEY (round, batch)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sheet (
    round TEXT, batch TEXT, sheet INTEGER, seat TEXT, teller TEXT NOT NULL, sealed TEXT NOT NULL,
    PRIMARY KEY (round, batch, sheet, seat)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE submission (
    round TEXT, id TEXT, receivedAt INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT,
    proposal TEXT, submission TEXT NOT NULL, PRIMARY KEY (round, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE attempt (
    key TEXT, seconds INTEGER, window INTEGER, endsAt INTEGER NOT NULL, attempts INTEGER NOT NULL,
    PRIMARY KEY (key, seconds, window)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${STORE_SCHEMA};
`

/** Came later than the others, without another version: what is in the others is as it was. */
const LATER = `
  CREATE TABLE IF NOT EXISTS desk (
    kind TEXT, id TEXT, version INTEGER NOT NULL, endsAt INTEGER, text TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS picture (
    round TEXT, submission TEXT, digest TEXT, bytes BLOB NOT NULL,
    PRIMARY KEY (round, submission, digest)
  ) STRICT;
`

const VersionSchema = v.object({ user_version: v.number() })

/** Makes the tables of a new file. Throws StoreUnavailable where the file has another version. */
export function prepareSchema(database: DatabaseSync, write: (act: () => void) => void): void {
  if (versionOf(database) === 0)
    write(() => {
      // Another process may have made them while this one waited for the lock.
      if (versionOf(database) === 0) database.exec(TABLES + LATER)
    })
  if (versionOf(database) === STORE_SCHEMA) {
    if (!hasAll(database)) write(() => database.exec(LATER))
    return
  }
  database.close()
  throw new StoreUnavailable('the store file was made by another version of the software')
}

/** The one that came last. */
function hasAll(database: DatabaseSync): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'picture'`).get() !== undefined
}

function versionOf(database: DatabaseSync): number {
  return v.parse(VersionSchema, database.prepare('PRAGMA user_version').get()).user_version
}
