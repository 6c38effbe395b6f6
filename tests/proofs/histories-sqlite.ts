/**
 * The side of a random history that is SQLite, in memory or in a file.
 *
 * Talks to SQLite. Invariant: the tables are read by SQL of this file, past the adapters.
 */
import * as v from 'valibot'
import { makeSqliteArchive } from '../../src/adapters/sqlite/archive.ts'
import { makeSqliteBallotBox } from '../../src/adapters/sqlite/ballot-box.ts'
import { makeSqliteChain } from '../../src/adapters/sqlite/chain.ts'
import { makeSqliteDesk } from '../../src/adapters/sqlite/desk.ts'
import { openDatabase, type SqliteDatabase } from '../../src/adapters/sqlite/database.ts'
import { makeSqliteInbox } from '../../src/adapters/sqlite/inbox.ts'
import { makeSqliteLimiter } from '../../src/adapters/sqlite/limiter.ts'
import { makeSqlitePaper } from '../../src/adapters/sqlite/paper.ts'
import { makeSqlitePictures } from '../../src/adapters/sqlite/pictures.ts'
import { parseBoxEvent } from '../../src/domain/box-event.ts'
import type { RoundId } from '../../src/domain/id.ts'
import { heldMember, textOfRecord } from './histories-names.ts'
import { portsOver, printEvent, type Side } from './histories-side.ts'
import type { Whole } from './histories-whole.ts'

const TABLES = [
  ...['meta', 'mark', 'serial', 'batch', 'draft', 'ballot', 'count', 'result', 'event', 'chain'],
  ...['checkpoint', 'lease', 'paper', 'sheet'],
] as const

/** `change`: what a store with a mistake in it does instead. */
export function sqliteSide(
  database: SqliteDatabase = openDatabase(':memory:'),
  change = (real: SqliteDatabase) => real,
): Side {
  const changed = change(database)
  return {
    name: 'SQLite',
    ports: portsOver({
      archive: makeSqliteArchive(changed),
      box: makeSqliteBallotBox(changed),
      chain: makeSqliteChain(changed),
      desk: makeSqliteDesk(changed),
      inbox: makeSqliteInbox(changed),
      limiter: makeSqliteLimiter(changed),
      paper: makeSqlitePaper(changed),
      pictures: makeSqlitePictures(changed),
    }),
    whole: async (round) => readWhole(database, round),
    renew: async () =>
      database.write(() => TABLES.forEach((table) => database.run(`DELETE FROM ${table}`))),
    close: () => database.close(),
  }
}

const RowSchema = v.record(v.string(), v.union([v.string(), v.number()]))

function readWhole(database: SqliteDatabase, round: RoundId): Whole {
  const rows = (columns: string, table: string, more = '') =>
    database
      .all(RowSchema, `SELECT ${columns} FROM ${table} WHERE round = ? ${more}`, round)
      .map((row) => Object.values(row).map(String))
  const row = (columns: string, table: string) => rows(columns, table)[0] ?? []
  const hash = (columns: string, table: string) =>
    new Map(rows(columns, table).map(([name = '', ...value]) => [name, value.join(' ')]))
  return {
    meta: row('state, opensAt, closesAt, digest, schema, fingerprint, head', 'meta'),
    marks: hash('k, state', 'mark'),
    reserve: rows('k', 'mark', `AND kind = 'reserve' AND state <> 'draft'`).flat(),
    serials: hash('serial, k', 'serial'),
    batches: hash('batch, pool, kind, count, state', 'batch'),
    drafts: rows(`batch || '/' || k`, 'draft').flat(),
    piles: hash('batch, pool, state, sheets, revision', 'paper'),
    sheets: hash(`batch || '/' || sheet || ':' || seat, teller || ':' || sealed`, 'sheet'),
    // A set of its own in Redis; here the marks say it themselves.
    held: rows('k, state', 'mark').flatMap(([k = '', state = '']) => {
      const [word, , pile = ''] = state.split(':')
      return word === 'held' ? [heldMember(pile, k)] : []
    }),
    box: new Map(
      rows(`pool || ':' || receipt, record`, 'ballot').map(([place = '', record = '']) => [
        place,
        textOfRecord(record),
      ]),
    ),
    counts: hash('name, number', 'count'),
    events: rows('text', 'event', 'ORDER BY n').flat().map(parseBoxEvent).map(printEvent),
    chain: row('n, kind, at, recorded, events, confirmed', 'chain'),
    texts: hash('n, text', 'checkpoint'),
    lease: row('holder, endsAt', 'lease'),
    result: rows('digest', 'result').flat(),
  }
}
