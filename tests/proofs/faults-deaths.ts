/**
 * Deaths: of Redis, of the function that casts, and a store that does not answer while it lives.
 *
 * Talks to the processes of the run's home. Invariant: a process counts as killed only where the system
 * itself says that it is gone by signal 9.
 */
import { DatabaseSync } from 'node:sqlite'
import { startFunction, type FunctionProcess } from './faults-child.ts'
import { callFunction, type Sent, type Told } from './faults-function.ts'
import type { Mark } from './faults-journal.ts'
import { STEPS, type FaultName } from './faults-names.ts'
import { productionOf, strikeCommand, within } from './faults-network.ts'
import type { Phase, Run } from './faults-run.ts'
import { send, type Voter } from './faults-voter.ts'
import type { Death } from './faults-worker.ts'

/** Where the schedule pauses for a moment when nothing else strikes. */
const GAPS: readonly (readonly [after: Mark, before: Mark])[] = [
  ['close ends', 'lease begins'],
  ['lease ends', 'survey begins'],
  ['survey ends', 'stage begins'],
  ['stage ends', 'commit-board begins'],
  ['commit-board ends', 'confirm begins'],
  ['confirm ends', 'release begins'],
  ['release ends', 'seal begins'],
  ['seal ends', 'lease begins'],
  ['pin ends', 'commit-result begins'],
  ['commit-result ends', 'publish begins'],
]

/** Killed before it applies, while it does, or when it has answered: the voter may be told anything but a lie. */
export function killRedisInCast(run: Run, name: FaultName): void {
  const { redis } = productionOf(run)
  const pid = redis.pid()
  const kind = run.random.pick([
    { before: () => redis.kill(), then: 'apply' as const },
    { before: async () => redis.strike(), then: 'apply' as const },
    { after: () => redis.kill() },
  ])
  strikeCommand(run, { name, step: 'cast', actor: run.voter().actor, kind, place: within('cast') })
  run.claim(() => (redis.pid() === pid ? 'redis-server was not killed' : undefined))
}

export function killRedisBetween(run: Run, name: FaultName): void {
  const { redis } = productionOf(run)
  const [after, before] = run.random.pick(GAPS)
  const pid = redis.pid()
  const act = async () => {
    await redis.kill()
    await run.world.home.ready()
  }
  run.world.journal.arm({
    fault: name,
    actor: 'scheduler-1',
    at: after,
    place: { after, before },
    act,
  })
  run.claim(() => (redis.pid() === pid ? 'redis-server was not killed' : undefined))
}

/** The voter's first ballot is cast by a process of its own, which is killed on its way to Redis or back. */
export function killFunction(run: Run, name: FaultName): void {
  const voter = run.voter()
  castInProcess(run, voter, {}, (child) => {
    const kill = () => child.kill()
    const kind =
      name === 'function killed after the EVAL'
        ? { after: kill }
        : ({
            before: kill,
            then: name === 'function killed before the EVAL' ? 'drop' : 'apply',
          } as const)
    const place = within('cast', { fails: true })
    strikeCommand(run, { name, step: 'cast', actor: voter.actor, kind, place })
  })
}

/** The same with a SQLite file: the process kills itself at its own transaction. */
export function killProcess(run: Run, name: FaultName, dies: Death): void {
  const voter = run.voter()
  castInProcess(run, voter, { dies }, (child, isOver) => {
    if (isOver && child.lines().includes(`died ${dies}`))
      run.world.journal.fired(voter.actor, name, within('cast', { fails: true }))
  })
}

/** `strike` is called when the process is ready, and again when it is gone. */
function castInProcess(
  { world, claim }: Run,
  voter: Voter,
  { dies }: { readonly dies?: Death },
  strike: (child: FunctionProcess, isOver?: true) => void,
): void {
  const { target, secret, round, proposals, clock } = world
  voter.next = async (sent) => {
    const child = await startFunction()
    const order = { target, secret, round, proposals, now: clock.now, sent, dies }
    if (dies === undefined) strike(child)
    const told = await world.journal
      .passing(voter.actor, 'cast', () => answerOf(child, order, strike))
      .catch((): Told => ({ outcome: 'unconfirmed' }))
    world.lines.push(...child.lines().filter((line) => line.startsWith('{')))
    claim(() => (child.signal() === 'SIGKILL' ? undefined : 'the function was not killed'))
    return told
  }
}

async function answerOf(
  child: FunctionProcess,
  order: Parameters<FunctionProcess['cast']>[0],
  strike: (child: FunctionProcess, isOver: true) => void,
): Promise<Told> {
  const told = await child.cast(order)
  if (order.dies !== undefined) strike(child, true)
  if (told === undefined) throw new Error('the function died')
  return told
}

/** Another program holds the write lock longer than the function waits: at a cast, and at a step of the schedule. */
export function keepBusy(run: Run, name: FaultName): void {
  const { journal, target } = run.world
  if (target.kind !== 'sqlite') throw new RangeError('only a SQLite file is locked')
  const lock = () => {
    const other = new DatabaseSync(target.file)
    other.exec('BEGIN IMMEDIATE')
    return () => other.close()
  }
  const schedule = run.step(STEPS.filter((step) => step !== 'cast' && !step.startsWith('commit')))
  const places = [
    { step: 'cast' as const, actor: run.voter().actor },
    ...(schedule && run.names.length === 1 ? [{ step: schedule, actor: 'scheduler-1' }] : []),
  ]
  for (const { step, actor } of places) {
    const at: Mark = `${step} begins`
    journal.arm({ fault: name, actor, at, place: { before: at, fails: true }, act: lock })
  }
}

const HELD_UNTIL = {
  'delayed past the timeout and a retry': 'near the end',
  'delayed past the timeout and the end': 'in the grace',
  'delayed past the timeout and the close': 'after the close',
} as const satisfies Record<string, Phase>

export function isDelay(name: FaultName): name is keyof typeof HELD_UNTIL {
  return name in HELD_UNTIL
}

/** The store gets the command long after the function gave it up, and after the voter asked again. */
export function delay(run: Run, name: keyof typeof HELD_UNTIL): void {
  const { world } = run
  const { bridge } = productionOf(run)
  const voter = run.voter()
  const gate = Promise.withResolvers<void>()
  const kind = { before: () => gate.promise, then: 'apply' } as const
  const place = within('cast', { fails: true })
  strikeCommand(run, { name, step: 'cast', actor: voter.actor, kind, place })
  voter.next = (sent: Sent) => callFunction(world.ports(voter.actor, { timeoutMs: 400 }), sent)
  const [first, second] = voter.attempts
  run.during(HELD_UNTIL[name], async () => {
    const again =
      name === 'delayed past the timeout and a retry' && run.random.below(2) ? second : first
    if (again) await send(world, voter, again)
    gate.resolve()
    await bridge.idle()
  })
}
