/**
 * Answers whatever is asked of the desk: admits the caller, reads the input, asks the use case, and carries out
 * its plan.
 *
 * Talks to the desk's store and the limiter. Invariant: no use case runs before its row was checked, and what it
 * changes is written in one step with its entry of the log. Decided in docs/decisions/0022.
 */
import {
  isOpenAction,
  parseDeskInput,
  type DeskActionName,
  type OpenAction,
  type SignedAction,
} from '../../domain/desk-action.ts'
import { LOG_HEAD } from '../../domain/desk-log.ts'
import { refuseDesk, type AtDesk } from '../../domain/desk-refusal.ts'
import { StoreUnavailable } from '../../domain/fault.ts'
import { networkOf } from '../../domain/network.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { printInstant } from '../../domain/time.ts'
import type { Ports } from '../ports.ts'
import { admitVisitor } from './admit-visitor.ts'
import { stageEntry } from './stage-entry.ts'
import type { DeskPlan, PlannedEntry } from './use-case.ts'
import { OPEN_USE_CASES, SIGNED_USE_CASES } from './use-cases.ts'

export type DeskCall = {
  readonly action: DeskActionName
  readonly input: unknown
  /** The secret of the cookie. */
  readonly secret: string | undefined
  /** Where it came from, used only for the limit. */
  readonly address: string
}

export type DeskAnswer = {
  readonly value: object
  readonly session: DeskPlan['session']
}

/** People who share a network sign in one after the other; a program that tries keys does not wait. */
const MOST_KNOCKS = 60
const KNOCKS_SECONDS = 600

/** Does what is asked, or says why not. */
export function answerDesk(ports: Ports, call: DeskCall): Promise<Result<DeskAnswer, AtDesk>> {
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
  const allowed = await allowKnock(ports, call.address)
  if (!allowed.ok) return allowed
  const input = parseDeskInput(action, call.input)
  if (!input.ok) return input
  const plan = await OPEN_USE_CASES[action](ports, input.value)
  return plan.ok ? carryOut(ports, { action, plan: plan.value, by: undefined }) : plan
}

async function answerSigned<Name extends SignedAction>(
  ports: Ports,
  action: Name,
  call: DeskCall,
): Promise<Result<DeskAnswer, AtDesk>> {
  const visit = await admitVisitor(ports, action, call.secret)
  if (!visit.ok) return visit
  const input = parseDeskInput(action, call.input)
  if (!input.ok) return input
  const plan = await SIGNED_USE_CASES[action](ports, input.value, visit.value)
  const by = visit.value.person.id
  return plan.ok ? carryOut(ports, { action, plan: plan.value, by }) : plan
}

async function allowKnock(
  { clock, keys, limiter }: Ports,
  address: string,
): Promise<Result<true, Refusal>> {
  const now = clock.now()
  const from = keys.addressHash(printInstant(now).slice(0, 10), networkOf(address))
  const isAllowed = await limiter.allow(`desk:${from}`, MOST_KNOCKS, KNOCKS_SECONDS, now)
  return isAllowed ? ok(true) : refuse('too-many-requests')
}

type Planned = {
  readonly action: DeskActionName
  readonly plan: DeskPlan
  readonly by: string | undefined
}

async function carryOut(ports: Ports, planned: Planned): Promise<Result<DeskAnswer, AtDesk>> {
  const { plan } = planned
  const written = await write(ports, planned, plan.log)
  if (!written.ok) return written
  if (plan.effect === undefined) return ok({ value: plan.answer ?? {}, session: plan.session })
  const done = await plan.effect()
  if (done.ok) return ok({ value: done.value, session: plan.session })
  const { log } = plan
  const refused = { ...log?.facts, refused: done.error.code }
  if (log) await write(ports, { ...planned, plan: {} }, { ...log, facts: refused })
  return done
}

/** Somebody else may append to the same log between reading and writing; the next try stands on theirs. */
const TRIES = 8

async function write(
  ports: Ports,
  { action, plan, by }: Planned,
  log: PlannedEntry | undefined,
): Promise<Result<true, AtDesk>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const entry =
      log === undefined
        ? []
        : await stageEntry(ports, {
            ...{ person: by ?? log.by ?? 'nobody', action, facts: log.facts ?? {} },
            round: log.round,
          })
    const changes = [...(plan.changes ?? []), ...entry]
    if (changes.length === 0) return ok(true)
    const stale = await ports.desk.write(changes, ports.clock.now())
    if (stale === undefined) return ok(true)
    if (stale.kind !== LOG_HEAD.kind) return refuseDesk('desk-changed')
  }
  throw new StoreUnavailable('the log is written to by too many at once')
}
