/**
 * What stays after voting, in SQLite.
 *
 * Talks to the store file. Invariant: no mark's fate is told before the round was closed.
 * Decided in docs/decisions/0013.
 */
import * as v from 'valibot'
import type { RoundId } from '../../domain/id.ts'
import { ledgerMark, type LedgerMark } from '../../domain/ledger.ts'
import type { Archive } from '../../service/ports-archive.ts'
import { isClosed, notClosed } from '../stored-ballots.ts'
import { readMark } from '../stored-mark.ts'
import type { SqliteDatabase } from './database.ts'
import { stateOf } from './rows.ts'

const MarkSchema = v.object({
  k: v.string(),
  kind: v.picklist(['live', 'reserve']),
  state: v.string(),
})

/** Makes the port. */
export function makeSqliteArchive(database: SqliteDatabase): Archive {
  return {
    ledger: async (round) => readLedger(database, round),
    purge: async (round) => purge(database, round),
  }
}

function readLedger(database: SqliteDatabase, round: RoundId): readonly LedgerMark[] {
  if (!isClosed(stateOf(database, round))) throw notClosed(round)
  const sql = 'SELECT k, kind, state FROM mark WHERE round = ? ORDER BY k'
  return database.all(MarkSchema, sql, round).flatMap(({ k, kind, state }) => {
    const mark = readMark(k, state, kind)
    return mark === undefined ? [] : [ledgerMark(mark, state)]
  })
}

const TABLES = [
  ...['mark', 'serial', 'batch', 'draft', 'ballot', 'lease'],
  ...['paper', 'sheet', 'picture'],
] as const

/** The state is changed last, so that a purge whose files could not be rewritten is done again. */
function purge(database: SqliteDatabase, round: RoundId): boolean {
  const isDue = () => ['published', 'purged'].includes(stateOf(database, round))
  const emptied = database.write(() => {
    if (!isDue()) return false
    for (const table of TABLES) database.run(`DELETE FROM ${table} WHERE round = ?`, round)
    database.run(`UPDATE checkpoint SET places = '' WHERE round = ?`, round)
    return true
  })
  if (!emptied) return false
  database.scrub()
  database.write(() => database.run(`UPDATE meta SET state = 'purged' WHERE round = ?`, round))
  return true
}
