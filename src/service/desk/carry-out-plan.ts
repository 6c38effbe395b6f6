/**
 * Carries out what a use case of the desk planned: its changes and its entry of the log in one step, then what
 * lies outside of the desk's records.
 *
 * Talks to the desk's store. Invariant: nothing outside is done before the log says so, and where it was refused
 * or failed the log says that too. Decided in docs/decisions/0022.
 */
import type { DeskActionName } from '../../domain/desk-action.ts'
import { LOG_HEAD, type LogFacts } from '../../domain/desk-log.ts'
import { refuseDesk, type AtDesk } from '../../domain/desk-refusal.ts'
import { StoreUnavailable } from '../../domain/fault.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Ports } from '../ports.ts'
import { stageEntry } from './stage-entry.ts'
import type { DeskPlan, PlannedEntry } from './use-case.ts'

export type DeskAnswer = {
  readonly value: object
  readonly session: DeskPlan['session']
  readonly kiosk?: DeskPlan['kiosk']
}

export type Planned = {
  readonly action: DeskActionName
  readonly plan: DeskPlan
  readonly by: string | undefined
}

/** Writes what is planned, then does what lies outside. */
export async function carryOutPlan(
  ports: Ports,
  planned: Planned,
): Promise<Result<DeskAnswer, AtDesk>> {
  const { plan } = planned
  const written = await write(ports, planned, plan.log)
  if (!written.ok) return written
  const { answer = {}, session, kiosk } = plan
  if (plan.effect === undefined) return ok({ value: answer, session, kiosk })
  const done = await plan.effect().catch(async (fault: unknown) => {
    // Where the store is what failed, the log cannot say so.
    await logRefused(ports, planned, 'fault').catch(() => undefined)
    throw fault
  })
  if (done.ok) return ok({ value: done.value, session: plan.session })
  await logRefused(ports, planned, done.error.code)
  return done
}

/** One entry more: the step whose entry is there was not done, or nobody knows. */
async function logRefused(
  ports: Ports,
  planned: Planned,
  why: NonNullable<LogFacts['refused']>,
): Promise<void> {
  const { log } = planned.plan
  if (log === undefined) return
  const refused = log.refused ?? why
  await write(ports, { ...planned, plan: {} }, { ...log, facts: { ...log.facts, refused } })
}

/**
 * Somebody else may append to the same log between reading and writing; the next try stands on theirs. A hall of
 * tellers, and all that one session may begin at once, get their turn.
 */
const TRIES = 40

async function write(
  ports: Ports,
  { action, plan, by }: Planned,
  log: PlannedEntry | undefined,
): Promise<Result<true, AtDesk>> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
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
    await ports.desk.giveWay(pauseAfter(ports, tries))
  }
  throw new StoreUnavailable('the log is written to by too many at once')
}

const SHORTEST_PAUSE = 10
const DOUBLINGS = 5

/** Of random length, and longer with the first tries, so that many at once spread out. */
function pauseAfter({ random }: Ports, tries: number): number {
  const [share = 0] = random.bytes(1)
  return (share / 256) * SHORTEST_PAUSE * 2 ** Math.min(tries, DOUBLINGS)
}
