/**
 * Answers whatever is asked of the desk: admits the caller, reads the input, asks the use case, and carries out
 * its plan.
 *
 * Talks to the desk's store and the limiter. Invariant: no use case runs before its row was checked, and what it
 * changes is written in one step with its entry of the log. Decided in docs/decisions/0022.
 */
import {
  DESK_ACTIONS,
  isOpenAction,
  parseDeskInput,
  type DeskActionName,
  type OpenAction,
  type SignedAction,
} from '../../domain/desk-action.ts'
import type { AtDesk } from '../../domain/desk-refusal.ts'
import { networkOf } from '../../domain/network.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { printInstant } from '../../domain/time.ts'
import type { Ports } from '../ports.ts'
import type { PicturePorts } from '../ports-pictures.ts'
import { admitVisitor } from './admit-visitor.ts'
import { carryOutPlan, type DeskAnswer } from './carry-out-plan.ts'
import type { Visit } from './use-case.ts'
import { OPEN_USE_CASES, SIGNED_USE_CASES } from './use-cases.ts'

export type DeskCall = {
  readonly action: DeskActionName
  readonly input: unknown
  /** The secret of the cookie. */
  readonly secret: string | undefined
  /** Where it came from, used only for the limit. */
  readonly address: string
}

/**
 * Only what was refused at the door counts, and whoever may come in is never held up by it: a hall has one address.
 */
const KNOCKS = { name: 'desk', most: 60 } as const

/** A challenge is kept for whoever asks; more than all at a council ask for together, and too few to fill the store. */
const CHALLENGES = { name: 'desk-challenges', most: 300 } as const

const AT_DOOR_SECONDS = 600

/** Faster than hands and a scanner; a program that floods the log is held up before it holds up others. */
const MOST_STEPS = 30
const STEPS_SECONDS = 10

/** Does what is asked, or says why not. */
export function answerDesk(
  ports: PicturePorts,
  call: DeskCall,
): Promise<Result<DeskAnswer, AtDesk>> {
  const { action } = call
  return isOpenAction(action)
    ? answerAnyone(ports, action, call)
    : answerSigned(ports, action, call)
}

async function answerAnyone<Name extends OpenAction>(
  ports: Ports,
  action: Name,
  call: DeskCall,
): Promise<Result<DeskAnswer, AtDesk>> {
  const input = parseDeskInput(action, call.input)
  if (!input.ok) return input
  if (action === 'begin-sign-in') {
    const allowed = await allowAtDoor(ports, call.address, CHALLENGES)
    if (!allowed.ok) return allowed
  }
  const plan = await OPEN_USE_CASES[action](ports, input.value)
  if (plan.ok) return carryOutPlan(ports, { action, plan: plan.value, by: undefined })
  const allowed = await allowAtDoor(ports, call.address, KNOCKS)
  return allowed.ok ? plan : allowed
}

async function answerSigned<Name extends SignedAction>(
  ports: PicturePorts,
  action: Name,
  call: DeskCall,
): Promise<Result<DeskAnswer, AtDesk>> {
  const visit = await admitVisitor(ports, action, call.secret)
  if (!visit.ok) return visit
  const allowed = await allowStep(ports, action, visit.value)
  if (!allowed.ok) return allowed
  const input = parseDeskInput(action, call.input)
  if (!input.ok) return input
  const plan = await SIGNED_USE_CASES[action](ports, input.value, visit.value)
  const by = visit.value.person.id
  return plan.ok ? carryOutPlan(ports, { action, plan: plan.value, by }) : plan
}

/** Only what is logged writes to what others write to, too. */
async function allowStep(
  { clock, limiter }: Ports,
  action: SignedAction,
  { session }: Visit,
): Promise<Result<true, Refusal>> {
  if (!DESK_ACTIONS[action].logged) return ok(true)
  const key = `desk-steps:${session.id}`
  const isAllowed = await limiter.allow(key, MOST_STEPS, STEPS_SECONDS, clock.now())
  return isAllowed ? ok(true) : refuse('too-many-requests')
}

async function allowAtDoor(
  { clock, keys, limiter }: Ports,
  address: string,
  { name, most }: typeof KNOCKS | typeof CHALLENGES,
): Promise<Result<true, Refusal>> {
  const now = clock.now()
  const from = keys.addressHash(printInstant(now).slice(0, 10), networkOf(address))
  const isAllowed = await limiter.allow(`${name}:${from}`, most, AT_DOOR_SECONDS, now)
  return isAllowed ? ok(true) : refuse('too-many-requests')
}
