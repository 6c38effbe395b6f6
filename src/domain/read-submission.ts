/**
 * Reading a submission: the fields of a form against its schema and its round, every fault at once.
 *
 * Pure. Invariant: every fault is told by its field, as `too-long 80` with its limit where there is one.
 * Decided in docs/decisions/0005.
 */
import * as v from 'valibot'
import { refuse, type Refusal, type RefusalDetails } from './refusal.ts'
import { ok, type Result } from './result.ts'
import type { RoundText } from './round.ts'
import { submissionDetails, submissionFaults, SubmissionSchema } from './submission.ts'

/** `found`: faults that the caller knows of, which are told too. */
export function readSubmission<Parsed>(
  schema: v.GenericSchema<unknown, Parsed>,
  fields: Readonly<Record<string, unknown>>,
  { round, found = {} }: { readonly round: RoundText | undefined; readonly found?: RefusalDetails },
): Result<Parsed, Refusal> {
  const parsed = v.safeParse(schema, fields)
  const limits = round
    ? submissionDetails(submissionFaults(v.parse(KnownSchema, fields), round))
    : {}
  const isWhole = Object.keys({ ...limits, ...found }).length === 0
  if (parsed.success && isWhole) return ok(parsed.output)
  return refuse('submission-invalid', {
    ...limits,
    ...(parsed.success ? {} : issueDetails(parsed.issues)),
    ...found,
  })
}

/** The fault of one value by its own schema; none where there is none. */
export function faultIn(schema: v.GenericSchema, value: unknown): string | undefined {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? undefined : faultOf(parsed.issues[0])
}

/** What of a faulty submission can be held against the round's limits all the same. */
const KnownSchema = v.object({
  cost: v.fallback(v.optional(SubmissionSchema.entries.cost), undefined),
  theme: v.fallback(SubmissionSchema.entries.theme, undefined),
  area: v.fallback(SubmissionSchema.entries.area, undefined),
  proposerKind: v.fallback(v.optional(SubmissionSchema.entries.proposerKind), undefined),
  nameConsent: v.fallback(v.optional(SubmissionSchema.entries.nameConsent), false),
})

function issueDetails(issues: readonly v.BaseIssue<unknown>[]): RefusalDetails {
  return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? 'title', faultOf(issue)]))
}

/** The fault and its limit, as in `too-long 80`. */
function faultOf(issue: v.BaseIssue<unknown>): string {
  const empty = issue.input === undefined || issue.input === ''
  if (empty) return 'missing'
  if (issue.type === 'max_length') return `too-long ${limitOf(issue)}`
  if (issue.type === 'min_length') return `too-short ${limitOf(issue)}`
  return 'unknown'
}

function limitOf(issue: v.BaseIssue<unknown>): string {
  return 'requirement' in issue && typeof issue.requirement === 'number'
    ? String(issue.requirement)
    : ''
}
