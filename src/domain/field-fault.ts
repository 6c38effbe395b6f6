/**
 * Field faults: what is wrong with a field of a file, as data, so that an author and a clerk each get it in
 * their own words.
 *
 * Pure. Invariant: a fault names the place of its field as a form has it, `phases.2.to`; `words` are the
 * author's. Decided in docs/decisions/0028.
 */
import * as v from 'valibot'

export const FIELD_FAULT_CODES = [
  ...['missing', 'too-long', 'too-short', 'not-a-number', 'out-of-range', 'no-amount'],
  ...['no-date', 'no-id', 'not-a-choice', 'not-known', 'wrong'],
  ...['gap', 'overlap', 'not-after', 'some-budgets', 'budget-twice', 'over-budget', 'twice'],
  ...['phase-order', 'voting-twice', 'ballot-or-voting', 'ballot-limits'],
  ...['proposal-theme', 'proposal-area', 'proposal-cost'],
  ...['lot-lacks', 'lot-unknown', 'group-unknown'],
] as const

export type FieldFaultCode = (typeof FIELD_FAULT_CODES)[number]

export type FieldFault = {
  readonly at: string
  readonly code: FieldFaultCode
  readonly words: string
  /** The number that matters. */
  readonly limit?: number
  /** What it is about, where the field does not say it: the title of a proposal. */
  readonly name?: string
}

type Issue = v.BaseIssue<unknown>

/** What a schema found wrong. */
export function faultsOf(issues: readonly Issue[]): readonly FieldFault[] {
  return issues.map((issue) => {
    const { requirement } = issue
    return {
      ...{ at: v.getDotPath(issue) ?? '', code: codeOf(issue), words: issue.message },
      ...(typeof requirement === 'number' && { limit: requirement }),
    }
  })
}

const CODES: Readonly<Record<string, FieldFaultCode>> = {
  max_length: 'too-long',
  min_length: 'too-short',
  min_value: 'out-of-range',
  max_value: 'out-of-range',
  number: 'not-a-number',
  integer: 'not-a-number',
  picklist: 'not-a-choice',
  variant: 'not-a-choice',
  raw_transform: 'no-amount',
  union: 'no-amount',
}

function codeOf({ type, expected, received, input, message }: Issue): FieldFaultCode {
  if (type === 'strict_object' && expected === 'never') return 'not-known'
  if (received === 'undefined' || input === '') return 'missing'
  if (/^write a day|^this day/.test(message)) return 'no-date'
  if (/^use 1 to 64|^"all"/.test(message)) return 'no-id'
  if (type === 'check' && /max|min/.test(message)) return 'ballot-limits'
  return CODES[type] ?? 'wrong'
}
