/**
 * From the name of a fault to what arms it.
 *
 * Talks to nobody itself. Invariant: every name has one way to be armed, so that a list of names is a plan.
 */
import { pushAnew, pushBack } from './faults-board.ts'
import {
  delay,
  isDelay,
  keepBusy,
  killFunction,
  killProcess,
  killRedisBetween,
  killRedisInCast,
} from './faults-deaths.ts'
import type { FaultName } from './faults-names.ts'
import { armNetwork, isNetworkFault } from './faults-network.ts'
import type { Run } from './faults-run.ts'
import {
  failGitHost,
  secondScheduler,
  sleepPastLease,
  staleHead,
  twoAtOnce,
  wrongFunctionClock,
  wrongSchedulerClock,
} from './faults-schedule.ts'
import { MINUTE } from './faults-world.ts'

/** Prepares a fault of a run that is about to begin. */
export function arm(run: Run, name: FaultName): void {
  if (isNetworkFault(name)) return armNetwork(run, name)
  if (isDelay(name)) return delay(run, name)
  switch (name) {
    case 'redis-server killed during a cast':
      return killRedisInCast(run, name)
    case 'redis-server killed between two steps':
      return killRedisBetween(run, name)
    case 'function killed before the EVAL':
    case 'function killed on the way to the EVAL':
    case 'function killed after the EVAL':
      return killFunction(run, name)
    case 'process killed before the transaction':
      return killProcess(run, name, 'before')
    case 'process killed inside the transaction':
      return killProcess(run, name, 'inside')
    case 'process killed after the transaction':
      return killProcess(run, name, 'after')
    case 'database busy':
      return keepBusy(run, name)
    case 'git host fails before the commit':
    case 'git host loses the answer':
      return failGitHost(run, name)
    case 'clock of a function 10 min ahead':
      return wrongFunctionClock(run, name, 10 * MINUTE)
    case 'clock of a function 10 min behind':
      return wrongFunctionClock(run, name, -10 * MINUTE)
    case 'clock of a scheduler 10 min ahead':
      return wrongSchedulerClock(run, name, 10 * MINUTE)
    case 'clock of a scheduler 10 min behind':
      return wrongSchedulerClock(run, name, -10 * MINUTE)
    case 'second scheduler between two steps':
      return secondScheduler(run, name)
    case 'two schedulers at once':
      return twoAtOnce(run, name)
    case 'lease holder asleep':
      return sleepPastLease(run, name)
    case 'stale head':
      return staleHead(run, name)
    case 'board force-pushed back':
      return pushBack(run, name)
    case 'board force-pushed anew':
      return pushAnew(run, name)
  }
}
