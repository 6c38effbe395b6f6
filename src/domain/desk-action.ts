/**
 * The desk's actions: the closed table of everything that can be asked of the desk, reading too.
 *
 * Pure. Invariant: what is not in the table cannot be asked, and nothing is done before its row was checked
 * (src/service/answer-desk.ts). Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import type { DeskAction } from './desk-actions/action.ts'
import { ASSESSMENT_ACTIONS } from './desk-actions/assessments.ts'
import { COUNT_ACTIONS } from './desk-actions/count.ts'
import { CODE_ACTIONS } from './desk-actions/codes.ts'
import { DELIVERY_ACTIONS } from './desk-actions/delivery.ts'
import { DOOR_ACTIONS } from './desk-actions/door.ts'
import { OVERVIEW_ACTIONS } from './desk-actions/overview.ts'
import { PAPER_ACTIONS } from './desk-actions/paper.ts'
import { PEOPLE_ACTIONS } from './desk-actions/people.ts'
import { ROUND_ACTIONS } from './desk-actions/rounds.ts'
import { SUBMISSION_ACTIONS } from './desk-actions/submissions.ts'
import { VOTING_ACTIONS } from './desk-actions/voting.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'

/** A room joins by one line. */
const ROWS = {
  ...DOOR_ACTIONS,
  ...OVERVIEW_ACTIONS,
  ...PEOPLE_ACTIONS,
  ...ROUND_ACTIONS,
  ...SUBMISSION_ACTIONS,
  ...ASSESSMENT_ACTIONS,
  ...VOTING_ACTIONS,
  ...COUNT_ACTIONS,
  ...CODE_ACTIONS,
  ...PAPER_ACTIONS,
  ...DELIVERY_ACTIONS,
} as const

type Rows = typeof ROWS

export type DeskActionName = keyof Rows

/** What each action is told. */
export type DeskInputs = {
  readonly [Name in DeskActionName]: v.InferOutput<Rows[Name]['input']>
}

/** What each action is sent, before it is read. */
export type DeskSent = {
  readonly [Name in DeskActionName]: v.InferInput<Rows[Name]['input']>
}

/** The actions that write an entry of the log. */
export type LoggedAction = {
  [Name in DeskActionName]: Rows[Name]['logged'] extends true ? Name : never
}[DeskActionName]

/** The actions that can be asked for without a session. */
export type OpenAction = {
  [Name in DeskActionName]: Rows[Name]['needs'] extends 'nobody' ? Name : never
}[DeskActionName]

/** The actions that need somebody who signed in. */
export type SignedAction = Exclude<DeskActionName, OpenAction>

export const DESK_ACTIONS: { readonly [Name in DeskActionName]: DeskAction<DeskInputs[Name]> } =
  ROWS

export const DESK_ACTION_NAMES = Object.keys(ROWS).filter(isDeskAction)

/** Whether there is an action of this name. */
export function isDeskAction(name: string): name is DeskActionName {
  return Object.hasOwn(ROWS, name)
}

/** Whether an action can be asked for without a session. */
export function isOpenAction(name: DeskActionName): name is OpenAction {
  return ROWS[name].needs === 'nobody'
}

/** Reads what a caller sent, by the action's own schema. */
export function parseDeskInput<Name extends DeskActionName>(
  name: Name,
  sent: unknown,
): Result<DeskInputs[Name], Refusal> {
  const parsed = v.safeParse(DESK_ACTIONS[name].input, sent)
  return parsed.success ? ok(parsed.output) : refuse('body-invalid')
}
