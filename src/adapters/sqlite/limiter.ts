/**
 * The limiter in SQLite.
 *
 * Talks to the store file. Invariant: where the store fails nobody is kept from voting by it.
 * Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import type { Instant } from '../../domain/time.ts'
import { StoreUnavailable } from '../../domain/fault.ts'
import type { Limiter } from '../../service/ports.ts'
import type { SqliteDatabase } from './database.ts'

const AttemptsSchema = v.object({ attempts: v.number() })

/** Makes the limiter. A window begins at a multiple of its length, by the caller's clock. */
export function makeSqliteLimiter(database: SqliteDatabase): Limiter {
  return {
    async allow(key, most, seconds, now) {
      try {
        return countAttempt(database, { key, seconds, now }) <= most
      } catch (fault) {
        if (fault instanceof StoreUnavailable) return true
        throw fault
      }
    },
  }
}

function countAttempt(
  database: SqliteDatabase,
  { key, seconds, now }: { readonly key: string; readonly seconds: number; readonly now: Instant },
): number {
  const length = seconds * 1000
  const window = Math.floor(now / length)
  const sql = `INSERT INTO attempt (key, seconds, window, endsAt, attempts) VALUES (?, ?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET attempts = attempts + 1 RETURNING attempts`
  return database.write(() => {
    database.run('DELETE FROM attempt WHERE endsAt <= ?', now)
    const found = database.one(AttemptsSchema, sql, key, seconds, window, (window + 1) * length)
    return found?.attempts ?? 1
  })
}
