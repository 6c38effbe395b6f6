/**
 * The faults of the proof, by name, and the steps of a round between which they strike.
 *
 * Pure. Invariant: a fault that is named here is fired by the suite, or the suite fails.
 */

/** What a store or a git host is asked to do for a vote, from the first ballot to the result. */
export const STEPS = [
  'cast',
  'close',
  'lease',
  'survey',
  'stage',
  'commit-board',
  'confirm',
  'release',
  'seal',
  'pin',
  'commit-result',
  'publish',
] as const

export type Step = (typeof STEPS)[number]

/** On the way of one command to the store and back. */
export const NETWORK_FAULTS = [
  'drop before apply',
  'drop after apply',
  'duplicate',
  'status 400',
  'status 401',
  'status 429',
  'status 500 with JSON',
  'status 502 with HTML',
  'truncated JSON',
  'empty 200',
  'null',
  'wrong type',
  'over quota',
] as const

export const REDIS_FAULTS = [
  ...NETWORK_FAULTS,
  'delayed past the timeout and a retry',
  'delayed past the timeout and the end',
  'delayed past the timeout and the close',
  'redis-server killed during a cast',
  'redis-server killed between two steps',
  'function killed before the EVAL',
  'function killed on the way to the EVAL',
  'function killed after the EVAL',
  'git host fails before the commit',
  'git host loses the answer',
] as const

export const SQLITE_FAULTS = [
  'process killed before the transaction',
  'process killed inside the transaction',
  'process killed after the transaction',
  'database busy',
] as const

export const COMMON_FAULTS = [
  'clock of a function 10 min ahead',
  'clock of a function 10 min behind',
  'clock of a scheduler 10 min ahead',
  'clock of a scheduler 10 min behind',
  'second scheduler between two steps',
  'two schedulers at once',
  'lease holder asleep',
  'stale head',
  'board force-pushed back',
  'board force-pushed anew',
] as const

export type FaultName =
  (typeof REDIS_FAULTS)[number] | (typeof SQLITE_FAULTS)[number] | (typeof COMMON_FAULTS)[number]

export type HomeName = 'redis' | 'sqlite'

/** All that can strike a home. */
export const FAULTS_OF: Readonly<Record<HomeName, readonly FaultName[]>> = {
  redis: [...REDIS_FAULTS, ...COMMON_FAULTS],
  sqlite: [...SQLITE_FAULTS, ...COMMON_FAULTS],
}
