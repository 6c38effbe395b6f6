/**
 * Which faults strike which runs: each once in the short form, and all of them with three seeds in the long.
 *
 * Pure. Invariant: every fault of a home is in its plan, whatever the form.
 */
import { FAULTS_OF, NETWORK_FAULTS, type FaultName, type HomeName } from './faults-names.ts'

export type PlannedRun = {
  readonly names: readonly FaultName[]
  readonly seed: number
  /** In a real repository: where git itself is struck. */
  readonly withGit: boolean
}

const SEEDS = [1, 2, 3]

/** Runs of one fault and seed in the long form, each with other places and other voters. */
const VARIANTS = 2

/** Faults that only a server can have; it costs a hundred processes of git, so it is not for every run. */
const OF_SERVER: readonly FaultName[] = [
  'git host fails before the commit',
  'git host loses the answer',
]

/** Faults that strike branches: in a real repository once in each home of the long form, else in memory. */
const OF_BRANCHES: readonly FaultName[] = [
  'stale head',
  'board force-pushed back',
  'board force-pushed anew',
]

/** Faults that leave the store's commands to others, so that one of the network can strike as well. */
const WITH_ANOTHER: readonly FaultName[] = [
  'redis-server killed between two steps',
  'function killed before the EVAL',
  'function killed after the EVAL',
  'lease holder asleep',
  'stale head',
  'clock of a function 10 min behind',
]

export function planRuns(home: HomeName, isLong: boolean): readonly PlannedRun[] {
  return isLong ? SEEDS.flatMap((seed) => longRuns(home, seed)) : shortRuns(home)
}

/** Faults of the network three at a time, each at another voter's cast; all others alone. */
function shortRuns(home: HomeName): readonly PlannedRun[] {
  const network = home === 'redis' ? NETWORK_FAULTS : []
  const others = FAULTS_OF[home].filter((name) => !network.some((each) => each === name))
  const groups = [...inThrees(network), ...others.map((name) => [name])]
  const inGit = [...OF_SERVER, ...(home === 'sqlite' ? OF_BRANCHES.slice(0, 1) : [])]
  return groups.map((names, seed) => ({
    names,
    seed,
    withGit: names.some((name) => inGit.includes(name)),
  }))
}

function longRuns(home: HomeName, seed: number): readonly PlannedRun[] {
  return FAULTS_OF[home].flatMap((name, at) => {
    const variants = OF_SERVER.includes(name) ? 1 : VARIANTS
    return Array.from({ length: variants }, (_, variant) => ({
      names: variant > 0 && home === 'redis' ? withAnother(name, at + seed) : [name],
      seed: seed * 1000 + at * 10 + variant,
      withGit: OF_SERVER.includes(name) || (OF_BRANCHES.includes(name) && seed + variant === 1),
    }))
  })
}

function withAnother(name: FaultName, at: number): readonly FaultName[] {
  const another = NETWORK_FAULTS[at % NETWORK_FAULTS.length]
  const canJoin = NETWORK_FAULTS.some((each) => each === name) || WITH_ANOTHER.includes(name)
  return another === undefined || another === name || !canJoin ? [name] : [name, another]
}

function inThrees<T>(list: readonly T[]): T[][] {
  const groups = Math.ceil(list.length / 3)
  return Array.from({ length: groups }, (_, at) => list.slice(3 * at, 3 * at + 3))
}
