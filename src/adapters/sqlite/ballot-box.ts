/**
 * The ballot box in SQLite.
 *
 * Talks to the store file. Invariant: every change is one transaction, so that nothing is ever half
 * done, also where several processes use the file. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import type { BoxEvent } from '../../domain/box-event.ts'
import { TRANSITIONS, type Transition } from '../../domain/box-state.ts'
import type { Pool, RoundId } from '../../domain/id.ts'
import { parseMarkState, type Mark } from '../../domain/mark.ts'
import type { Instant } from '../../domain/time.ts'
import type { BallotBox, TransitionGiven } from '../../service/ports.ts'
import { isClosed, notClosed } from '../stored-ballots.ts'
import { readCounts } from '../stored-counts.ts'
import { readMark } from '../stored-mark.ts'
import { cast } from './cast.ts'
import type { SqliteDatabase } from './database.ts'
import { activateBatch, draftMarks, lookUp, openBox, reissue } from './registration.ts'
import { addEvent, readCounters, readMeta, StateSchema, stateOf } from './rows.ts'

const MarkSchema = v.object({
  k: v.string(),
  kind: v.picklist(['live', 'reserve']),
  state: v.string(),
})
const BallotSchema = v.object({ receipt: v.string(), record: v.string() })
const DigestSchema = v.object({ digest: v.string() })

/** Makes the ballot box. The methods are async as the port wants; each works without a pause. */
export function makeSqliteBallotBox(database: SqliteDatabase): BallotBox {
  return {
    meta: async (round) => readMeta(database, round),
    draftMarks: async (batch) => draftMarks(database, batch),
    activateBatch: async (batch, expected) => activateBatch(database, batch, expected),
    marks: async (round) => readAllMarks(database, round),
    open: async (round, meta, marks) => openBox(database, round, { meta, marks }),
    cast: async (request) => cast(database, request),
    hasRecorded: async (round, mark, retry) => hasRecorded(database, round, { mark, retry }),
    reissue: async (round, lost, reserve) => reissue(database, round, { lost, reserve }),
    lookUp: async (round, serial) => lookUp(database, round, serial),
    transition: async (round, change, given) => transition(database, round, { ...given, change }),
    extend: async (round, closesAt, event) => extend(database, round, { closesAt, event }),
    counts: async (round) => readCounts(readCounters(database, round)),
    ballots: async (round, pool) => readBallots(database, round, pool),
    pinResult: async (round, snapshot, digest) => pinResult(database, round, { snapshot, digest }),
  }
}

function readAllMarks(database: SqliteDatabase, round: RoundId): readonly Mark[] {
  return database
    .all(MarkSchema, 'SELECT k, kind, state FROM mark WHERE round = ?', round)
    .map(({ k, kind, state }) => readMark(k, state, kind))
    .filter((mark) => mark !== undefined)
}

function hasRecorded(
  database: SqliteDatabase,
  round: RoundId,
  { mark, retry }: { readonly mark: string; readonly retry: string },
): boolean {
  const sql = 'SELECT state FROM mark WHERE round = ? AND k = ?'
  const found = database.one(StateSchema, sql, round, mark)
  const { word, retry: recorded } = parseMarkState(found?.state ?? '')
  return word === 'used' && recorded === retry
}

function transition(
  database: SqliteDatabase,
  round: RoundId,
  { change, event, closesAt }: TransitionGiven & { readonly change: Exclude<Transition, 'open'> },
): boolean {
  const { from, to } = TRANSITIONS[change]
  const changed = database.write(() => {
    const meta = readMeta(database, round)
    if (!from.some((allowed) => allowed === (meta?.state ?? 'draft'))) return false
    if (closesAt !== undefined && closesAt !== meta?.closesAt) return false
    if (to === 'sealed' && readCounts(readCounters(database, round)).held > 0) return false
    addEvent(database, round, event)
    return database.run('UPDATE meta SET state = ? WHERE round = ?', to, round) === 1
  })
  // SQLite keeps new rows where there is room, so the file tells their order until it is rewritten.
  if (changed && isClosed(to)) database.tidy()
  return changed
}

function extend(
  database: SqliteDatabase,
  round: RoundId,
  { closesAt, event }: { readonly closesAt: Instant; readonly event: BoxEvent | undefined },
): boolean {
  const sql = `UPDATE meta SET closesAt = ?1
    WHERE round = ?2 AND closesAt < ?1 AND state IN ('open', 'paused')`
  return database.write(() => {
    if (database.run(sql, closesAt, round) === 0) return false
    addEvent(database, round, event)
    return true
  })
}

function readBallots(database: SqliteDatabase, round: RoundId, pool: Pool) {
  if (!isClosed(stateOf(database, round))) throw notClosed(round)
  const sql = 'SELECT receipt, record FROM ballot WHERE round = ? AND pool = ? ORDER BY receipt'
  return database.all(BallotSchema, sql, round, pool)
}

function pinResult(
  database: SqliteDatabase,
  round: RoundId,
  { snapshot, digest }: { readonly snapshot: number; readonly digest: string },
): string {
  const pin = 'INSERT INTO result (round, snapshot, digest) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
  const pinned = 'SELECT digest FROM result WHERE round = ? AND snapshot = ?'
  return database.write(() => {
    database.run(pin, round, snapshot, digest)
    return database.one(DigestSchema, pinned, round, snapshot)?.digest ?? digest
  })
}
