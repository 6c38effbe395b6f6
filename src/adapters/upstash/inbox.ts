/**
 * The inbox in Redis. A submission is five lines: state, reason as JSON text, proposal, the instant it
 * was received, and the submission as JSON.
 *
 * Talks to Upstash Redis. Invariant: state and content lie in one value, so that nobody ever reads one
 * without the other, and the limit is checked in the step that adds. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import type { RoundId } from '../../domain/id.ts'
import type { StoredSubmission, SubmissionState } from '../../domain/submission.ts'
import type { Decision, Inbox } from '../../service/ports-inbox.ts'
import {
  byArrival,
  printText,
  SubmissionStateSchema,
  SubmittedTextSchema,
} from '../stored-submission.ts'
import { YesSchema, type UpstashClient } from './client.ts'
import { roundKeys } from './keys.ts'
import { scanHash } from './reading.ts'
import { INBOX_ADD_SCRIPT, INBOX_DECIDE_SCRIPT } from './inbox-scripts.ts'

const LinesSchema = v.strictTuple([
  SubmissionStateSchema,
  v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => undefined),
    ),
    v.pipe(v.string(), v.parseJson(), v.string()),
  ]),
  v.string(),
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)),
  SubmittedTextSchema,
])

/** Makes the inbox. */
export function makeUpstashInbox(client: UpstashClient): Inbox {
  return {
    add: (submission, most) => add(client, submission, most),
    find: (round, id) => find(client, round, id),
    list: (round) => list(client, round),
    decide: (round, id, from, decision) => decide(client, { round, id, from, decision }),
  }
}

/** Yes also where it lies there already: its id is the proposer's own, so this is a retry. */
function add(client: UpstashClient, submission: StoredSubmission, most: number): Promise<boolean> {
  const { inbox, waiting } = roundKeys(submission.round)
  return client.run(YesSchema, INBOX_ADD_SCRIPT, {
    keys: [inbox, waiting],
    values: [submission.id, printLines(submission), most],
  })
}

async function find(
  client: UpstashClient,
  round: RoundId,
  id: string,
): Promise<StoredSubmission | undefined> {
  const command = ['HGET', roundKeys(round).inbox, id] as const
  const lines = await client.command(v.nullable(v.string()), command)
  return lines === null ? undefined : readLines(round, id, lines)
}

async function list(client: UpstashClient, round: RoundId): Promise<readonly StoredSubmission[]> {
  const stored = await scanHash(client, roundKeys(round).inbox)
  return [...stored].map(([id, lines]) => readLines(round, id, lines)).toSorted(byArrival)
}

function decide(
  client: UpstashClient,
  change: {
    readonly round: RoundId
    readonly id: string
    readonly from: readonly SubmissionState[]
    readonly decision: Decision
  },
): Promise<boolean> {
  const { inbox, waiting } = roundKeys(change.round)
  const { state, reason, proposal = '', text, seen } = change.decision
  const [replaced, read] = [text, seen].map((each) => (each === undefined ? '' : printText(each)))
  return client.run(YesSchema, INBOX_DECIDE_SCRIPT, {
    keys: [inbox, waiting],
    values: [
      change.id,
      state,
      printReason(reason),
      proposal,
      replaced ?? '',
      read ?? '',
      ...change.from,
    ],
  })
}

function printLines(stored: StoredSubmission): string {
  const { state, reason, proposal, receivedAt } = stored
  const lines = [state, printReason(reason), proposal ?? '', receivedAt, printText(stored)]
  return lines.join('\n')
}

/** What a clerk wrote may have lines of its own, so it stands there as JSON text. */
function printReason(reason: string | undefined): string {
  return reason === undefined ? '' : JSON.stringify(reason)
}

function readLines(round: RoundId, id: string, lines: string): StoredSubmission {
  const parsed = v.parse(LinesSchema, lines.split('\n'))
  const [state, reason, proposal, receivedAt, text] = parsed
  return { id, round, receivedAt, state, ...text, reason, proposal: proposal || undefined }
}
