/**
 * The inbox in SQLite.
 *
 * Talks to the store file. Invariant: the limit is checked in the step that adds, and a decision is
 * taken from a state that still holds. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import type { RoundId } from '../../domain/id.ts'
import type { StoredSubmission, SubmissionState } from '../../domain/submission.ts'
import type { Decision, Inbox } from '../../service/ports.ts'
import { printText, SubmissionStateSchema, SubmittedTextSchema } from '../stored-submission.ts'
import type { SqliteDatabase } from './database.ts'

const textOrNone = v.pipe(
  v.nullable(v.string()),
  v.transform((text) => text ?? undefined),
)

const RowSchema = v.object({
  id: v.string(),
  receivedAt: v.number(),
  state: SubmissionStateSchema,
  reason: textOrNone,
  proposal: textOrNone,
  submission: SubmittedTextSchema,
})

const COLUMNS = 'id, receivedAt, state, reason, proposal, submission'

/** Makes the inbox. */
export function makeSqliteInbox(database: SqliteDatabase): Inbox {
  return {
    add: async (submission, most) => add(database, submission, most),
    find: async (round, id) => find(database, round, id),
    list: async (round) => list(database, round),
    decide: async (round, id, from, decision) => decide(database, { round, id, from, decision }),
  }
}

/** Yes also where it lies there already: its id is the proposer's own, so this is a retry. */
function add(database: SqliteDatabase, stored: StoredSubmission, most: number): boolean {
  const kept = `SELECT state FROM submission WHERE round = ?`
  return database.write(() => {
    if (find(database, stored.round, stored.id) !== undefined) return true
    const states = database.all(v.object({ state: v.string() }), kept, stored.round)
    const waiting = states.filter(({ state }) => state === 'waiting')
    if (waiting.length >= most || states.length >= 4 * most) return false
    database.run(
      `INSERT INTO submission (round, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      stored.round,
      stored.id,
      stored.receivedAt,
      stored.state,
      stored.reason ?? null,
      stored.proposal ?? null,
      printText(stored),
    )
    return true
  })
}

function find(database: SqliteDatabase, round: RoundId, id: string): StoredSubmission | undefined {
  const sql = `SELECT ${COLUMNS} FROM submission WHERE round = ? AND id = ?`
  const row = database.one(RowSchema, sql, round, id)
  return row === undefined ? undefined : storedOf(row, round)
}

function list(database: SqliteDatabase, round: RoundId): readonly StoredSubmission[] {
  const sql = `SELECT ${COLUMNS} FROM submission WHERE round = ? ORDER BY receivedAt, id`
  return database.all(RowSchema, sql, round).map((row) => storedOf(row, round))
}

function storedOf(row: v.InferOutput<typeof RowSchema>, round: RoundId): StoredSubmission {
  const { submission: text, ...rest } = row
  return { ...rest, ...text, round }
}

/** Reason, proposal and text stay as they are where the decision names none. */
function decide(
  database: SqliteDatabase,
  change: {
    readonly round: RoundId
    readonly id: string
    readonly from: readonly SubmissionState[]
    readonly decision: Decision
  },
): boolean {
  const { state, reason = null, proposal = null, text, seen } = change.decision
  const replaced = text === undefined ? null : printText(text)
  const sql = `UPDATE submission SET state = ?, reason = coalesce(?, reason),
    proposal = coalesce(?, proposal), submission = coalesce(?, submission) WHERE round = ? AND id = ?`
  return database.write(() => {
    const stored = find(database, change.round, change.id)
    if (stored === undefined || !change.from.includes(stored.state)) return false
    if (seen !== undefined && printText(seen) !== printText(stored)) return false
    return database.run(sql, state, reason, proposal, replaced, change.round, change.id) === 1
  })
}
