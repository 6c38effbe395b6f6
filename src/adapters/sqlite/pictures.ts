/**
 * Pictures that wait, in SQLite.
 *
 * Talks to the store file. Invariant: the limit is checked in the step that adds. Decided in docs/decisions/0029.
 */
import * as v from 'valibot'
import type { RoundId } from '../../domain/id.ts'
import type { PicturePlace, PictureStore } from '../../service/ports-pictures.ts'
import type { SqliteDatabase } from './database.ts'

const BytesSchema = v.object({ bytes: v.instance(Uint8Array) })
const KeptSchema = v.object({ kept: v.number() })
const DigestSchema = v.object({ digest: v.string() })

/** Makes the store. */
export function makeSqlitePictures(database: SqliteDatabase): PictureStore {
  return {
    add: async (place, bytes, most) => add(database, { place, bytes, most }),
    find: async (place) => find(database, place),
    keepOnly: async (round, submission, digests) =>
      keepOnly(database, { round, submission, digests }),
  }
}

function add(
  database: SqliteDatabase,
  given: { readonly place: PicturePlace; readonly bytes: Uint8Array; readonly most: number },
): boolean {
  const { round, submission, digest } = given.place
  return database.write(() => {
    if (find(database, given.place) !== undefined) return true
    const count = 'SELECT count(*) AS kept FROM picture WHERE round = ?'
    if ((database.one(KeptSchema, count, round)?.kept ?? 0) >= given.most) return false
    const sql = 'INSERT INTO picture (round, submission, digest, bytes) VALUES (?, ?, ?, ?)'
    return database.run(sql, round, submission, digest, given.bytes) === 1
  })
}

function find(
  database: SqliteDatabase,
  { round, submission, digest }: PicturePlace,
): Uint8Array | undefined {
  const sql = 'SELECT bytes FROM picture WHERE round = ? AND submission = ? AND digest = ?'
  return database.one(BytesSchema, sql, round, submission, digest)?.bytes
}

function keepOnly(
  database: SqliteDatabase,
  given: {
    readonly round: RoundId
    readonly submission: string
    readonly digests: readonly string[]
  },
): void {
  const place = 'FROM picture WHERE round = ? AND submission = ?'
  const { round, submission } = given
  database.write(() => {
    for (const { digest } of database.all(
      DigestSchema,
      `SELECT digest ${place}`,
      round,
      submission,
    ))
      if (!given.digests.includes(digest))
        database.run(`DELETE ${place} AND digest = ?`, round, submission, digest)
  })
}
