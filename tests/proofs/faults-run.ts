/**
 * One fault run: a small round that votes, closes, is sealed and published while faults strike it.
 *
 * Talks to the world of the run. Invariant: a seed decides who votes, when, and where each fault strikes;
 * a run is judged only after all faults are over, every voter has a clear answer and the schedule has run.
 */
import { BoardDiffers, PublishFailed, StoreUnavailable } from '../../src/domain/fault.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { publishResults } from '../../src/service/publish-results.ts'
import type { Home } from './faults-home.ts'
import type { FaultName, Step } from './faults-names.ts'
import { makeRandom, type Random } from './faults-random.ts'
import { isPending, makeVoter, send, type Voter } from './faults-voter.ts'
import { END, MINUTE, openWorld, type Differences, type World } from './faults-world.ts'

export const PHASES = ['near the end', 'in the grace', 'at the close', 'after the close'] as const

export type Phase = (typeof PHASES)[number]

/** A fault after which nothing may be published until it is mended. */
export type Stop = {
  /** What is wrong with how the software took it; empty where nothing is. */
  complaints(): Promise<readonly string[]>
  mend(): void
}

export type Run = {
  readonly world: World
  readonly random: Random
  readonly names: readonly FaultName[]
  /** A voter that no other fault of this run is meant for, and who votes during voting. */
  voter(): Voter
  /** A step of the schedule that no other fault of this run is meant for. */
  step(among: readonly Step[]): Step | undefined
  during(phase: Phase, act: () => Promise<unknown>): void
  /** Something that must be so at the end; answers what is wrong, or nothing. */
  claim(check: () => string | undefined): void
  stop?: Stop
}

export type Struck = {
  readonly world: World
  readonly voters: readonly Voter[]
  readonly run: Run
  readonly complaints: readonly string[]
}

/** Opens a round, lets `arm` prepare the faults, and lives through the round until it has settled. */
export async function strike(
  home: Home,
  given: Differences & { readonly names: readonly FaultName[]; readonly seed: number },
  arm: (run: Run, name: FaultName) => void,
): Promise<Struck> {
  const random = makeRandom(given.seed)
  const world = await openWorld(home, { ...given, voters: 6 + random.below(7) })
  const voters = world.letters.map((_, number) => makeVoter(world, number, random))
  const plan = planRun(world, voters, { random, names: given.names })
  for (const name of given.names) arm(plan.run, name)
  await voting(plan)
  await phase(plan, 'near the end', END - 5 * MINUTE)
  await phase(plan, 'in the grace', END + MINUTE)
  await phase(plan, 'at the close', END + 2 * MINUTE + 1000)
  await schedule(plan, plan.run.stop ? 2 : 3)
  await phase(plan, 'after the close', world.clock.now)
  await schedule(plan, plan.run.stop ? 1 : 9)
  const stopped = (await plan.run.stop?.complaints()) ?? []
  plan.run.stop?.mend()
  await settle(plan)
  const failed = plan.claims.flatMap((check) => check() ?? [])
  return { world, voters, run: plan.run, complaints: [...stopped, ...failed] }
}

type Plan = {
  readonly world: World
  readonly voters: readonly Voter[]
  readonly run: Run
  readonly acts: ReadonlyMap<Phase, (() => Promise<unknown>)[]>
  readonly claims: (() => string | undefined)[]
  /** Voters that a fault was meant for: they vote during voting, and once at least. */
  readonly meant: ReadonlySet<Voter>
}

function planRun(
  world: World,
  voters: readonly Voter[],
  { random, names }: Pick<Run, 'random' | 'names'>,
): Plan {
  const acts = new Map(PHASES.map((name): [Phase, (() => Promise<unknown>)[]] => [name, []]))
  const claims: Plan['claims'] = []
  const [meant, taken] = [new Set<Voter>(), new Set<Step>()]
  const run: Run = {
    ...{ world, random, names },
    voter() {
      const free = voters.find((voter) => !meant.has(voter))
      if (free === undefined) throw new RangeError('more faults than voters')
      meant.add(free)
      return free
    },
    step(among) {
      const free = among.filter((step) => !taken.has(step))
      if (free.length === 0) return undefined
      const step = random.pick(free)
      taken.add(step)
      return step
    },
    during: (name, act) => void acts.get(name)?.push(act),
    claim: (check) => void claims.push(check),
  }
  return { world, voters, run, acts, claims, meant }
}

/** Everybody votes as they do, in an order that the seed decides, while the schedule runs twice. */
async function voting(plan: Plan): Promise<void> {
  const { world, run, voters, meant, acts } = plan
  const { random } = run
  const habits = voters.map((voter) => ({ voter, habit: habitOf(random, meant.has(voter)) }))
  const turns = habits.flatMap(({ voter, habit }) => habit.voting.map(() => voter))
  const left = new Map(habits.map(({ voter, habit }) => [voter, [...habit.voting]]))
  for (const { voter, habit } of habits)
    for (const at of habit.late) acts.get('after the close')?.push(() => sendTo(world, voter, at))
  const order = random.shuffled([...turns, undefined, undefined])
  for (const voter of order) {
    world.clock.now += 1000
    await world.home.ready()
    const at = voter && left.get(voter)?.shift()
    if (voter === undefined || at === undefined) await tick(world)
    else await sendTo(world, voter, at)
  }
}

/** Which of the two ballots a voter sends during voting and after the close: 0 the first, 1 the other. */
function habitOf(random: Random, isMeant: boolean) {
  const habits = [
    { voting: [0], late: [] },
    { voting: [0, 0], late: [] },
    { voting: [0, 1], late: [] },
    { voting: [0], late: [0] },
    { voting: [0], late: [1] },
    { voting: [], late: [0] },
    { voting: [], late: [] },
  ]
  return random.pick(isMeant ? habits.slice(0, 5) : habits)
}

function sendTo(world: World, voter: Voter, at: number): Promise<void> {
  const attempt = voter.attempts[at]
  if (attempt === undefined) throw new RangeError('a voter has two ballots in mind')
  return send(world, voter, attempt)
}

async function phase({ world, acts }: Plan, name: Phase, now: number): Promise<void> {
  world.clock.now = now
  await world.home.ready()
  if (name === 'in the grace') await tick(world)
  for (const act of acts.get(name) ?? []) {
    await world.home.ready()
    await act()
  }
}

/** Runs the schedule every five minutes, until the result is out and nothing that is armed waits. */
async function schedule({ world }: Plan, most: number): Promise<void> {
  for (let times = 0; times < most && !isOver(world); times++) {
    await world.home.ready()
    await tick(world)
    world.clock.now += 5 * MINUTE
  }
}

function isOver({ home, target, round, journal }: World): boolean {
  const { bridge, hub } = home.production ?? {}
  const waiting =
    journal.waiting() + (bridge?.faults.waiting() ?? 0) + (hub?.hub.faults.waiting() ?? 0)
  return waiting === 0 && home.raw(target, round.id).meta.get('state') === 'published'
}

/** No fault any more: everyone without a clear answer asks again, and the schedule runs until all is out. */
async function settle(plan: Plan): Promise<void> {
  const { world, voters } = plan
  const { bridge, hub } = world.home.production ?? {}
  world.journal.disarm()
  bridge?.faults.clear()
  hub?.hub.faults.clear()
  await world.home.ready()
  await bridge?.idle()
  for (const voter of voters)
    for (const attempt of voter.attempts)
      for (let tries = 0; tries < 3 && isPending(attempt); tries++)
        await send(world, voter, attempt)
  await schedule(plan, 3)
}

/**
 * One run of the schedule's two functions, and a clerk who certifies whatever is sealed, again until it is out.
 * What they throw is logged, as the guard does.
 */
export async function tick(world: World, actor = 'scheduler-1', offset = 0): Promise<void> {
  const ports = world.ports(actor, { offset })
  const certify = async () => {
    if (world.home.raw(world.target, world.round.id).meta.get('state') === 'sealed')
      await publishResult(ports, world.round.id, 'final')
  }
  for (const [name, work] of [
    ['advance-rounds', () => advanceRounds(ports)],
    ['publish-results', () => publishResults(ports)],
    ['desk', certify],
  ] as const)
    try {
      await work()
    } catch (fault) {
      if (!isExpected(fault)) throw fault
      ports.log.fault(name, fault)
    }
}

function isExpected(fault: unknown): boolean {
  if (fault instanceof AggregateError) return fault.errors.every(isExpected)
  return [StoreUnavailable, PublishFailed, BoardDiffers].some((kind) => fault instanceof kind)
}
