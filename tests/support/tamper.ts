/**
 * Writing into a store past the ports, as someone with its password or its file could.
 *
 * Talks to a SQLite file or to Redis. Invariant: the ports know nothing of it; what they notice, they
 * notice by their own checks.
 */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import * as v from 'valibot'
import type { UpstashClient } from '../../src/adapters/upstash/client.ts'
import { roundKeys } from '../../src/adapters/upstash/keys.ts'
import type { Pool, RoundId } from '../../src/domain/id.ts'

/** Each sets what stands in the store; undefined takes it out. */
export type Tamper = {
  mark(round: RoundId, k: string, state: string | undefined): Promise<void>
  count(round: RoundId, name: string, number: number): Promise<void>
  record(round: RoundId, place: Place, record: string | undefined): Promise<void>
  meta(round: RoundId, field: 'head' | 'digest' | 'fingerprint', text: string): Promise<void>
}

type Place = { readonly pool: Pool; readonly receipt: string }

/** In a SQLite file, through a connection of its own. */
export function tamperWithSqlite(file: string): Tamper {
  const run = async (sql: string, ...values: readonly SQLInputValue[]) => {
    const database = new DatabaseSync(file)
    database.prepare(sql).run(...values)
    database.close()
  }
  return {
    mark: (round, k, state) =>
      state === undefined
        ? run('DELETE FROM mark WHERE round = ? AND k = ?', round, k)
        : run('INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?)', round, k, 'live', state),
    count: (round, name, number) =>
      run('INSERT OR REPLACE INTO count VALUES (?, ?, ?)', round, name, number),
    record: (round, { pool, receipt }, record) =>
      record === undefined
        ? run('DELETE FROM ballot WHERE round = ? AND receipt = ?', round, receipt)
        : run('INSERT OR REPLACE INTO ballot VALUES (?, ?, ?, ?)', round, pool, receipt, record),
    meta: (round, field, text) => run(`UPDATE meta SET ${field} = ? WHERE round = ?`, text, round),
  }
}

/** In Redis. */
export function tamperWithRedis(client: UpstashClient): Tamper {
  const set = async (key: string, field: string, value: string | number | undefined) => {
    const command =
      value === undefined ? (['HDEL', key, field] as const) : (['HSET', key, field, value] as const)
    await client.command(v.number(), command)
  }
  return {
    mark: (round, k, state) => set(roundKeys(round).mark, k, state),
    count: (round, name, number) => set(roundKeys(round).count, name, number),
    record: (round, { pool, receipt }, record) => set(roundKeys(round).box(pool), receipt, record),
    meta: (round, field, text) => set(roundKeys(round).meta, field, text),
  }
}
