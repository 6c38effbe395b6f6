/**
 * Keys: the name of everything that lies in Redis.
 *
 * Pure. Invariant: all names are made here, begin with `chest:`, and none is made from a token.
 * Decided in docs/decisions/0002.
 */
import type { Pool, RoundId } from '../../domain/id.ts'

/** The names of one round's data. Ids are safe in a name without escaping. */
export function roundKeys(round: RoundId) {
  const prefix = `chest:round:${round}`
  return {
    /** Hash: the fields of BoxMeta. It exists from the opening on. */
    meta: `${prefix}:meta`,
    /** Hash: k -> state, as domain/mark.ts writes it. */
    mark: `${prefix}:mark`,
    /** Hash: serial as the store knows it -> k. */
    serial: `${prefix}:serial`,
    /** Set: every k that was issued as a reserve, whatever became of it. */
    reserve: `${prefix}:reserve`,
    /** Hash: name of a counter -> number, as stored-counts.ts names them. */
    count: `${prefix}:count`,
    /** Hash: batch -> JSON of pool, kind, count and state. */
    batch: `${prefix}:batch`,
    /** Hash: number of a snapshot -> digest of the result. */
    result: `${prefix}:result`,
    /** List: events of the vote, first to last, as domain/box-event.ts prints them. */
    event: `${prefix}:event`,
    /** Hash: where the chain of checkpoints stands. */
    chain: `${prefix}:chain`,
    /** Hash: n -> text of the checkpoint, `n:places` -> the places that are new in it. */
    checkpoint: `${prefix}:checkpoint`,
    /** Hash: who writes checkpoints, and until when. */
    lease: `${prefix}:lease`,
    /** Hash: id -> submission, in the four lines of upstash/inbox.ts. */
    inbox: `${prefix}:inbox`,
    /** Set: ids of the submissions that wait. */
    waiting: `${prefix}:waiting`,
    /** Hash: `submission:digest` -> base64 of a picture that waits. */
    picture: `${prefix}:picture`,
    /** Hash: receipt -> record; one ballot box. */
    box: (pool: Pool) => `${prefix}:box:${pool}`,
    /** Hash: paper batch -> `state:pool:sheets:revision`. */
    paper: `${prefix}:paper`,
    /** Set: `k:u` of each mark that a paper batch holds, until it is boxed. */
    held: (batch: string) => `${prefix}:held:${batch}`,
    /** Hash: `sheet:seat` -> `teller:sealed reading`, of a paper batch. */
    sheet: (batch: string) => `${prefix}:sheet:${batch}`,
    /** Set: k of each mark of a batch, while it is staged. */
    draft: (batch: string) => `${prefix}:draft:${batch}`,
  } as const
}

/** A counter of attempts in one window of time: the only kind of key that ends by itself. */
export function limitKey(key: string, seconds: number, window: number): string {
  return `chest:limit:${seconds}:${window}:${key}`
}

/** The names of one kind of the desk's records, as src/domain/desk-record.ts calls it. */
export function deskKeys(kind: string) {
  return {
    /** Hash: id -> version, end and text, in the form of upstash/desk.ts. */
    records: `chest:desk:${kind}`,
    /** Sorted set: ids by the instant at which they end. */
    ends: `chest:desk-ends:${kind}`,
  } as const
}
