/**
 * The tally of a home's runs: how many there were, and how often each fault struck.
 *
 * Pure. Invariant: only faults that the journals noted at their instant are counted.
 */
import { firedFaults } from './faults-journal.ts'
import { FAULTS_OF, type FaultName, type HomeName } from './faults-names.ts'
import type { Struck } from './faults-run.ts'
import type { Attempt } from './faults-voter.ts'

export type Tally = {
  add(struck: Struck): void
  /** Runs in which at least one fault struck. */
  injected(): number
  times(fault: FaultName): number
  /** The lines to print. */
  lines(): readonly string[]
}

export function startTally(home: HomeName): Tally {
  const fired: FaultName[] = []
  const counts = { runs: 0, injected: 0, ballots: 0, tellings: 0, unclear: 0, lines: 0 }
  const times = (fault: FaultName) => fired.filter((each) => each === fault).length
  return {
    add({ world, voters }) {
      const struck = firedFaults(world.journal)
      fired.push(...struck)
      const attempts: readonly Attempt[] = voters.flatMap((voter) => voter.attempts)
      const told = attempts.flatMap((attempt) => attempt.told.map(({ outcome }) => outcome))
      counts.runs += 1
      counts.injected += struck.length > 0 ? 1 : 0
      counts.ballots += attempts.filter((each) =>
        each.told.some(({ outcome }) => outcome === 'recorded'),
      ).length
      counts.tellings += told.length
      counts.unclear += told.filter((each) => each === 'unconfirmed' || each === 'settling').length
      counts.lines += world.lines.length
    },
    injected: () => counts.injected,
    times,
    lines: () => [
      `${home}: ${counts.runs} runs, ${counts.injected} with faults, ${fired.length} faults struck; ` +
        `${counts.ballots} ballots, ${counts.tellings} answers, ${counts.unclear} of them unclear at first; ` +
        `${counts.lines} lines of the log`,
      ...FAULTS_OF[home].map((name) => `  ${String(times(name)).padStart(3)}  ${name}`),
    ],
  }
}
