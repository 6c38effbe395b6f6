/**
 * Where an entry stands that a clerk adds, changes or takes back: in a list of a proposal's file.
 *
 * Pure. Invariant: a place is named by the file that the clerk was shown. Decided in docs/decisions/0031.
 */
import * as v from 'valibot'
import { ProposalIdSchema, RoundIdSchema } from '../id.ts'

/** The proposal, whose entries are shown; the first one where none is named. */
export const ShownEntriesSchema = v.strictObject({
  round: RoundIdSchema,
  proposal: v.optional(ProposalIdSchema),
})

const at = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const file = {
  ...{ round: RoundIdSchema, proposal: ProposalIdSchema },
  /** Of the proposal's file, as the clerk was shown it. */
  seen: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
}

/** An entry that goes. */
export const TakenBackSchema = v.strictObject({ ...file, at })

/** An entry as it was typed; read by the schema of the file. */
export const TYPED_ENTRY = {
  ...file,
  /** The one in whose place it is put; a new one where there is none. */
  at: v.optional(at),
  entry: v.record(v.string(), v.unknown()),
}
