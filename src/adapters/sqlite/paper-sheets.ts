/**
 * Paper sheets in SQLite: two blind readings of each, and a third where they differ.
 *
 * Talks to the store file, inside one transaction. Invariant: a sheet has one reading a seat, and a person one
 * seat at most. Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import type { RoundId } from '../../domain/id.ts'
import type { PaperBatchId } from '../../domain/paper-batch.ts'
import type { Seat, Teller } from '../../domain/paper-sheet.ts'
import type { StoredEntry } from '../../service/ports-paper.ts'
import { bySheet, readEntry } from '../stored-paper.ts'
import type { SqliteDatabase } from './database.ts'

type Refused = 'batch-unknown' | 'wrong-state'

type Entry = Omit<StoredEntry, 'seat'> & { readonly batch: PaperBatchId }

const StandSchema = v.object({
  state: v.string(),
  pool: v.string(),
  sheets: v.number(),
  revision: v.number(),
})

/** Where a batch stands; `sheets` is 0 while it is collecting. */
export function readStand(database: SqliteDatabase, round: RoundId, batch: PaperBatchId) {
  const sql = 'SELECT state, pool, sheets, revision FROM paper WHERE round = ? AND batch = ?'
  return database.one(StandSchema, sql, round, batch)
}

/** Moves a batch on, or stays; either way what was read of it is no more the newest. */
export function setStand(
  database: SqliteDatabase,
  round: RoundId,
  { batch, state }: { readonly batch: PaperBatchId; readonly state: string },
): void {
  const sql = `UPDATE paper SET state = ?, revision = revision + 1 WHERE round = ? AND batch = ?`
  database.run(sql, state, round, batch)
}

/** Keeps a teller's reading in the seat that is theirs, or free. */
export function enterSheet(
  database: SqliteDatabase,
  round: RoundId,
  entry: Entry,
): Refused | 'entered' | 'sheet-unknown' | 'typed-twice' {
  const stand = readStand(database, round, entry.batch)
  if (stand === undefined) return 'batch-unknown'
  if (stand.state !== 'separated') return 'wrong-state'
  if (entry.sheet < 1 || entry.sheet > stand.sheets) return 'sheet-unknown'
  const tellers = tellersOf(database, round, entry)
  const seats = ['first', 'second'] as const
  const seat = seats.find((each) => [undefined, entry.teller].includes(tellers.get(each)))
  if (seat === undefined) return 'typed-twice'
  keep(database, round, { ...entry, seat })
  setStand(database, round, { batch: entry.batch, state: 'separated' })
  return 'entered'
}

/** Ends the typing. */
export function freezeSheets(
  database: SqliteDatabase,
  round: RoundId,
  { batch, seen }: { readonly batch: PaperBatchId; readonly seen: number },
): Refused | 'frozen' | 'changed' {
  const stand = readStand(database, round, batch)
  if (stand === undefined) return 'batch-unknown'
  if (stand.state !== 'separated') return 'wrong-state'
  if (stand.revision !== seen) return 'changed'
  setStand(database, round, { batch, state: 'compared' })
  return 'frozen'
}

/** Keeps the third look. */
export function settleSheet(
  database: SqliteDatabase,
  round: RoundId,
  entry: Entry,
): Refused | 'settled' | 'sheet-unknown' | 'third-person-needed' {
  const stand = readStand(database, round, entry.batch)
  if (stand === undefined) return 'batch-unknown'
  if (stand.state !== 'compared') return 'wrong-state'
  if (entry.sheet < 1 || entry.sheet > stand.sheets) return 'sheet-unknown'
  const tellers = tellersOf(database, round, entry)
  if ([tellers.get('first'), tellers.get('second')].includes(entry.teller))
    return 'third-person-needed'
  keep(database, round, { ...entry, seat: 'third' })
  setStand(database, round, { batch: entry.batch, state: 'compared' })
  return 'settled'
}

/** Everything that was read on the sheets of a batch. */
export function readEntries(
  database: SqliteDatabase,
  round: RoundId,
  batch: PaperBatchId,
): readonly StoredEntry[] {
  const sql = 'SELECT sheet, seat, teller, sealed FROM sheet WHERE round = ? AND batch = ?'
  return database.all(v.unknown(), sql, round, batch).map(readEntry).toSorted(bySheet)
}

function tellersOf(
  database: SqliteDatabase,
  round: RoundId,
  { batch, sheet }: Entry,
): ReadonlyMap<Seat, Teller> {
  const entries = readEntries(database, round, batch).filter((entry) => entry.sheet === sheet)
  return new Map(entries.map(({ seat, teller }) => [seat, teller]))
}

function keep(
  database: SqliteDatabase,
  round: RoundId,
  { batch, sheet, seat, teller, sealed }: StoredEntry & { readonly batch: PaperBatchId },
): void {
  const sql = `INSERT INTO sheet (round, batch, sheet, seat, teller, sealed)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
    SET teller = excluded.teller, sealed = excluded.sealed`
  database.run(sql, round, batch, sheet, seat, teller, sealed)
}
