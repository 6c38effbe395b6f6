/**
 * Ports whose steps are noted in the journal of a run.
 *
 * Talks to the real ports. Invariant: nothing of what is asked or answered is changed.
 */
import type { Ports } from '../../src/service/ports.ts'
import type { Journal } from './faults-journal.ts'
import type { Step } from './faults-names.ts'

/** The same ports, watched. */
export function watch(ports: Ports, actor: string, journal: Journal): Ports {
  const { box, chain, publisher } = ports
  const noted =
    <Given extends unknown[], Answer>(step: Step, call: (...given: Given) => Promise<Answer>) =>
    (...given: Given) =>
      journal.passing(actor, step, () => call(...given))
  return {
    ...ports,
    box: {
      ...box,
      cast: noted('cast', box.cast),
      pinResult: noted('pin', box.pinResult),
      transition: (round, change, given) =>
        change === 'pause' || change === 'resume'
          ? box.transition(round, change, given)
          : journal.passing(actor, change, () => box.transition(round, change, given)),
    },
    chain: {
      ...chain,
      lease: noted('lease', chain.lease),
      survey: noted('survey', chain.survey),
      stage: noted('stage', chain.stage),
      confirm: noted('confirm', chain.confirm),
      release: noted('release', chain.release),
    },
    publisher: {
      ...publisher,
      commit: (request) =>
        journal.passing(actor, request.branch === 'board' ? 'commit-board' : 'commit-result', () =>
          publisher.commit(request),
        ),
    },
  }
}
