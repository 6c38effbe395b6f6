/**
 * A round being written: the fields of round.md as a form or a hand left them, before they are known to be right.
 *
 * Pure. Invariant: a draft without faults is a round that can be published, and a field that nobody touched
 * stays as it was. Decided in docs/decisions/0028.
 */
import * as v from 'valibot'
import { faultsOf, type FieldFault } from './field-fault.ts'
import { proposalFaults, type Proposal } from './proposal.ts'
import { roundFaults, RoundSchema, type RoundText } from './round.ts'
import { RuleSchema } from './rule.ts'

/** Fields of a file by their names, as its YAML has them. */
export type DraftFields = Readonly<Record<string, unknown>>

export type ReadDraft = {
  /** Undefined where a field is not what its schema wants. */
  readonly round: RoundText | undefined
  readonly faults: readonly FieldFault[]
}

/** Reads a draft as the build will, with everything that is wrong. */
export function readDraft(
  fields: DraftFields,
  timeZone: string,
  proposals: readonly Proposal[] = [],
): ReadDraft {
  const parsed = v.safeParse(RoundSchema, fields)
  if (!parsed.success) return { round: undefined, faults: faultsOf(parsed.issues) }
  const round = parsed.output
  return {
    round,
    faults: [
      ...roundFaults(round, timeZone),
      ...proposals.flatMap((proposal) => claimFaults(proposal, round)),
    ],
  }
}

/** Proposals that are there already, and that the round would have no place for. */
function claimFaults(proposal: Proposal, round: RoundText): readonly FieldFault[] {
  return proposalFaults(proposal, round).flatMap(({ field, fault }): FieldFault[] => {
    const words = `proposals/${proposal.id}.md: ${field}: ${fault}`
    const name = proposal.title
    if (field === 'cost')
      return [{ at: `proposalCost.${CLAIMED[fault]}`, code: 'proposal-cost', words, name }]
    if (field === 'theme') return [{ at: 'themes', code: 'proposal-theme', words, name }]
    return field === 'area' ? [{ at: 'areas', code: 'proposal-area', words, name }] : []
  })
}

const CLAIMED = { 'too-high': 'max', 'too-low': 'min', unknown: 'max', missing: 'max' } as const

/** The options that a rule of this method can have. */
export function optionsOf(method: unknown): readonly string[] {
  const rule = RuleSchema.options.find(({ entries }) => entries.method.literal === method)
  return rule === undefined ? [] : Object.keys(rule.entries)
}

/** The fields that differ; undefined for one that is gone. */
export function changedFields(before: DraftFields, after: DraftFields): DraftFields {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]),
  )
}

/** What somebody typed over `base`, on a newer state of the file: what they left alone is taken from there. */
export function rebased(base: DraftFields, typed: DraftFields, newer: DraftFields): DraftFields {
  const merged = { ...newer, ...changedFields(base, typed) }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
}

/** Whether two values of a file say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  if (!isMap(a) || !isMap(b) || Array.isArray(a) !== Array.isArray(b)) return a === b
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return names.every((name) => isSame(a[name], b[name]))
}

function isMap(value: unknown): value is DraftFields {
  return typeof value === 'object' && value !== null
}
