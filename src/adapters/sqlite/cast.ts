/**
 * The cast in SQLite: the one step that checks a code and puts its ballot into the box.
 *
 * Talks to the store file, inside one transaction. Invariant: a mark becomes used in the same step in
 * which its one ballot is written, and never again. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import { markState, parseMarkState } from '../../domain/mark.ts'
import type { BoxMeta, CastOutcome, CastRequest } from '../../service/ports.ts'
import { countName } from '../stored-counts.ts'
import type { SqliteDatabase } from './database.ts'
import { addToCount, readMeta, StateSchema } from './rows.ts'

type Refusal = Exclude<CastOutcome['outcome'], 'recorded'>

/** Casts a ballot. The order of the checks is the protocol's, the same as in the script for Redis. */
export function cast(database: SqliteDatabase, request: CastRequest): CastOutcome {
  return database.write(() => {
    const meta = readMeta(database, request.round)
    if (meta !== undefined && meta.fingerprint !== request.fingerprint)
      return { outcome: 'other-key' }
    const mark = checkMark(database, request)
    if (mark === 'retry') return { outcome: 'recorded', head: meta?.head ?? '' }
    const refusal = mark ?? checkRound(meta, request)
    if (refusal !== undefined || meta === undefined)
      return { outcome: refusal ?? 'round-not-voting' }
    return record(database, request)
      ? { outcome: 'recorded', head: meta.head }
      : { outcome: 'nonce-taken' }
  })
}

function checkMark(database: SqliteDatabase, request: CastRequest): Refusal | 'retry' | undefined {
  const { state } =
    database.one(
      StateSchema,
      'SELECT state FROM mark WHERE round = ? AND k = ?',
      request.round,
      request.mark,
    ) ?? {}
  const { word, retry } = parseMarkState(state ?? markState.draft)
  if (word === 'revoked') return 'token-revoked'
  if (word === 'held') return 'token-used'
  if (word === 'used' && retry === request.retry) return 'retry'
  if (word === 'used') return liesInBox(database, request) ? 'first-choices-stand' : 'token-used'
  if (word !== 'live') return 'token-unknown'
  return state === markState.ready('live', request.pool) ? undefined : 'token-other-area'
}

function checkRound(meta: BoxMeta | undefined, request: CastRequest): Refusal | undefined {
  if (meta === undefined) return 'round-not-voting'
  if (meta.schema !== request.schema) return 'reload'
  if (meta.state === 'paused') return 'voting-paused'
  if (meta.state !== 'open') return 'round-not-voting'
  if (request.now < meta.opensAt || request.now >= meta.closesAt) return 'round-not-voting'
  return meta.digest === request.digest ? undefined : 'ballot-changed'
}

/** False where the receipt lies in the box already: somebody else drew the same nonce. */
function record(database: SqliteDatabase, request: CastRequest): boolean {
  const { round, pool, receipt, mark, retry, use, channel } = request
  const written = database.run(
    'INSERT INTO ballot (round, pool, receipt, record) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    round,
    pool,
    receipt,
    request.record,
  )
  if (written === 0) return false
  const state = markState.used(pool, retry, use)
  database.run('UPDATE mark SET state = ? WHERE round = ? AND k = ?', state, round, mark)
  addToCount(database, round, countName.recorded(channel, pool))
  return true
}

function liesInBox(database: SqliteDatabase, { round, pool, receipt }: CastRequest): boolean {
  const sql = 'SELECT 1 FROM ballot WHERE round = ? AND pool = ? AND receipt = ?'
  return database.one(v.unknown(), sql, round, pool, receipt) !== undefined
}
