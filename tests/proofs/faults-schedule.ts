/**
 * Faults of the schedule and of clocks: a second scheduler, a writer that slept, wrong clocks, and a git
 * host that has moved or whose answer is lost.
 *
 * Talks to the world of the run. Invariant: a second scheduler is a whole run of the real one, at the
 * instant between two steps of the first.
 */
import { isMutation } from '../adapters/github-home.ts'
import { callFunction } from './faults-function.ts'
import type { Mark, Place } from './faults-journal.ts'
import type { FaultName } from './faults-names.ts'
import { productionOf, within } from './faults-network.ts'
import { tick, type Run } from './faults-run.ts'
import { send } from './faults-voter.ts'
import { MINUTE, type World } from './faults-world.ts'

type Gap = readonly [after: Mark, before: Mark]

/** The first scheduler holds the lease, so what comes next is what would have come anyway. */
const ANOTHER: readonly Gap[] = [
  ['lease ends', 'survey begins'],
  ['survey ends', 'stage begins'],
  ['stage ends', 'commit-board begins'],
  ['commit-board ends', 'confirm begins'],
  ['pin ends', 'publish begins'],
  ['commit-result ends', 'publish begins'],
]

export function secondScheduler(run: Run, name: FaultName): void {
  armBetween(run, name, run.random.pick(ANOTHER), () => tick(run.world, 'scheduler-2'))
}

/** The second one finds the lease ended and does everything; what the first does next is what it woke up for. */
const ASLEEP: readonly Gap[] = [
  ['lease ends', 'release begins'],
  ['survey ends', 'stage begins'],
  ['stage ends', 'confirm begins'],
  ['commit-board ends', 'confirm begins'],
]

export function sleepPastLease(run: Run, name: FaultName): void {
  const { world } = run
  armBetween(run, name, run.random.pick(ASLEEP), async () => {
    world.clock.now += 3 * MINUTE
    await tick(world, 'scheduler-2')
  })
  run.claim(() => {
    const wrote = world.journal.entries.some(
      (each) => 'mark' in each && each.actor === 'scheduler-2' && each.mark === 'confirm ends',
    )
    return wrote ? undefined : 'nobody took over from the writer that slept'
  })
}

function armBetween(
  { world }: Run,
  fault: FaultName,
  [after, before]: Gap,
  act: () => Promise<void>,
): void {
  world.journal.arm({ fault, actor: 'scheduler-1', at: after, place: { after, before }, act })
}

/** Both begin at one instant, and take turns at every answer that they wait for. */
export function twoAtOnce(run: Run, name: FaultName): void {
  const { journal } = run.world
  run.during('at the close', async () => {
    const from = journal.entries.length
    journal.fired('scheduler-1', name, { before: 'close begins' })
    await Promise.all([tick(run.world), tick(run.world, 'scheduler-2')])
    const actors = journal.entries
      .slice(from)
      .flatMap((each) => ('mark' in each ? [each.actor] : []))
    const turns = actors.filter((actor, at) => actor !== actors[at + 1])
    run.claim(() => (turns.length > 2 ? undefined : 'the two schedulers did not overlap'))
  })
}

/** A voter's function near the end of voting, on the wrong side of it by its own clock. */
export function wrongFunctionClock(run: Run, name: FaultName, offset: number): void {
  const { world } = run
  const voter = run.voter()
  const [, attempt] = voter.attempts
  const phase = offset > 0 ? 'near the end' : 'in the grace'
  for (const [when, ballot] of [
    [phase, voter.attempts[0]],
    ['after the close', attempt],
  ] as const)
    run.during(when, async () => {
      world.journal.fired(voter.actor, name, { before: 'cast begins' })
      voter.next = (sent) => callFunction(world.ports(voter.actor, { offset }), sent)
      if (ballot) await send(world, voter, ballot)
    })
}

/** Ahead: it closes early by its own clock. Behind: it comes upon a lease that seems to last. */
export function wrongSchedulerClock(run: Run, name: FaultName, offset: number): void {
  const { world } = run
  const act = () => tick(world, 'scheduler-2', offset)
  if (offset < 0) return armBetween(run, name, ['lease ends', 'survey begins'], act)
  run.during('near the end', async () => {
    world.journal.fired('scheduler-2', name, { before: 'close begins' })
    await act()
  })
}

/** Somebody else commits between the look at the head and the commit. */
export function staleHead(run: Run, name: FaultName): void {
  const { world } = run
  const [branch, after, at] = run.random.pick([
    ['board', 'stage ends', 'commit-board begins'],
    ['content', 'pin ends', 'commit-result begins'],
  ] as const)
  const act = () => commitAsStranger(world, branch)
  const place: Place = { after, before: at }
  world.journal.arm({ fault: name, actor: 'scheduler-1', at, place, act })
  const made = at === 'commit-board begins' ? 'commit-board ends' : 'commit-result ends'
  run.claim(() => {
    const own = world.journal.entries.flatMap((each) => ('mark' in each ? [each.mark] : []))
    return own.filter((mark) => mark === made).length > own.filter((mark) => mark === after).length
      ? undefined
      : 'the commit on a stale head was not made again'
  })
}

async function commitAsStranger({ ports, round }: World, branch: 'board' | 'content') {
  const { publisher } = ports('a stranger')
  const expectedHead = await publisher.head(branch)
  const files = [{ path: `notes/${round.id}-${branch}.md`, text: `${round.id}\n` }]
  await publisher.commit({ branch, expectedHead, message: 'A note', files })
}

/** At the commit of a checkpoint or of the result. */
export function failGitHost(run: Run, name: FaultName): void {
  const { hub } = productionOf(run).hub
  const { journal } = run.world
  const step = run.random.pick(['commit-board', 'commit-result'] as const)
  const kind =
    name === 'git host fails before the commit'
      ? '502-before-commit'
      : run.random.pick(['502-after-commit', 'drop-after-commit'] as const)
  hub.faults.next({
    match: (call) => isMutation(call) && journal.inside(step) === 'scheduler-1',
    kind,
    onFire: () => journal.fired('scheduler-1', name, within(step)),
  })
}
