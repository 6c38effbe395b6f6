/**
 * The actions of assessments: what departments say about a proposal.
 *
 * Pure. Invariant: only the posting and the taking back change anything, and they are logged.
 * Decided in docs/decisions/0022 and 0031.
 */
import * as v from 'valibot'
import type { DeskActions } from './action.ts'
import { ShownEntriesSchema, TakenBackSchema, TYPED_ENTRY } from './entry-place.ts'

const asked = { needs: 'clerk', fresh: false, logged: true } as const

export const ASSESSMENT_ACTIONS = {
  'show-assessments': { needs: 'clerk', fresh: false, logged: false, input: ShownEntriesSchema },
  'post-assessment': { ...asked, input: v.strictObject(TYPED_ENTRY) },
  'take-back-assessment': { ...asked, input: TakenBackSchema },
} as const satisfies DeskActions
