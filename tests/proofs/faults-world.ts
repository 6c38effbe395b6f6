/**
 * One round of a fault run: opened in a home, with a clock, a journal and a log of its own.
 *
 * Talks to the home's store and git host. Invariant: everything that the real logger writes is kept, and
 * every function and schedule of the run works through ports that note its steps.
 */
import { randomBytes } from 'node:crypto'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { ballotDigest } from '../../src/domain/digest.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Round } from '../../src/domain/round.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { aRoundId } from '../support/box-data.ts'
import { aProposal, aRound } from '../support/builders.ts'
import { openStore, type Store, type StoreTarget } from '../support/open-store.ts'
import { councilInMemory, type Council } from './faults-council.ts'
import type { Home } from './faults-home.ts'
import { startJournal, type Journal } from './faults-journal.ts'
import { makePorts } from './faults-ports.ts'
import { watch } from './faults-watch.ts'

/** When voting ends: Sunday, 16 May 2027, 20:00 in Copenhagen. */
export const END = Date.parse('2027-05-16T18:00:00Z')
export const MINUTE = 60_000

/** Words that stand nowhere else, so that a log that held a choice would show it. */
export const CHOICES = ['zebra-crossing', 'quokka-garden', 'narwhal-basin'] as const

/** A store with another cast, for the stores that must be found out. */
export type Mutation = (target: StoreTarget, store: Store) => Store

/** In what a run is unlike the others. */
export type Differences = {
  /** Published in the home's own repository, and not in memory. */
  readonly withGit?: boolean
  readonly mutate?: Mutation
}

export type World = {
  readonly home: Home
  readonly target: StoreTarget
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly digest: string
  readonly letters: readonly Letter[]
  readonly secret: Uint8Array
  readonly clock: { now: number }
  readonly journal: Journal
  /** Every line of the log, also of other processes. */
  readonly lines: string[]
  /** The ports of one actor, whose clock may be wrong by `offset`. */
  ports(actor: string, differences?: { offset?: number; timeoutMs?: number }): Ports
  readonly council: Council
  close(): void
}

/** Opens voting for so many voters, 20 minutes before its end. */
export async function openWorld(
  home: Home,
  { voters, withGit = false, mutate }: { voters: number } & Pick<Differences, 'withGit' | 'mutate'>,
): Promise<World> {
  const target = home.target()
  const opened: Store[] = []
  const open = (timeoutMs?: number): Store => {
    const given = timeoutMs === undefined ? target : { ...target, timeoutMs }
    const store = openStore(given)
    opened.push(store)
    return mutate?.(given, store) ?? store
  }
  const [store, secret] = [open(), Uint8Array.from(randomBytes(32))]
  const round = { ...aRound({ publication: { floor: 5 } }), id: aRoundId() }
  const proposals = CHOICES.map((id) => aProposal(id))
  const clock = { now: END - 20 * MINUTE }
  const lines: string[] = []
  const journal = startJournal()
  const write = (line: string) => void lines.push(line)
  const council = withGit ? home.council : councilInMemory()
  const { publisher } = council
  const given = { store, publisher, secret, round, proposals, now: () => clock.now, write }
  const letters = await issueAndOpen(makePorts(given), round, voters)
  return {
    ...{ home, council, target, round, proposals, secret, clock, journal, lines, letters },
    digest: ballotDigest(round, proposals),
    ports: (actor, { offset = 0, timeoutMs } = {}) => {
      const own = timeoutMs === undefined ? store : open(timeoutMs)
      const now = () => clock.now + offset
      return watch(makePorts({ ...given, store: own, now }), actor, journal)
    },
    close: () => opened.forEach((each) => each.close()),
  }
}

async function issueAndOpen(ports: Ports, round: Round, count: number) {
  const request = {
    round: round.id,
    pool: 'all',
    kind: 'live',
    count,
    keep: async () => {},
  } as const
  const made = await makeLetters(ports, request)
  const opened = await openRound(ports, round.id)
  if (!made.ok || !opened.ok) throw new Error(JSON.stringify([made, opened]))
  return made.value
}
