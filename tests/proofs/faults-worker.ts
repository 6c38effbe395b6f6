/**
 * A function in a process of its own, which can be killed; started by faults-child.ts.
 *
 * Talks to the store that its order names, and to its parent. Invariant: where it kills itself it says
 * so first, in a way that a killed process cannot lose.
 */
import { writeSync } from 'node:fs'
import { makeGitPublisher } from '../../src/adapters/git/publisher.ts'
import { makeSqliteBallotBox } from '../../src/adapters/sqlite/ballot-box.ts'
import { openDatabase } from '../../src/adapters/sqlite/database.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Round } from '../../src/domain/round.ts'
import type { BallotBox, Ports } from '../../src/service/ports.ts'
import { openStore, type StoreTarget } from '../support/open-store.ts'
import { callFunction, type Sent } from './faults-function.ts'
import { makePorts } from './faults-ports.ts'

/** Where a process with a SQLite file kills itself. */
export type Death = 'before' | 'inside' | 'after'

export type Order = {
  readonly target: StoreTarget
  readonly secret: Uint8Array
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly now: number
  readonly sent: Sent
  readonly dies?: Death | undefined
}

process.once('message', (order: unknown) => {
  // Parent and worker are two halves of one test and share this type.
  const { sent, ...given } = order as Order
  void callFunction(portsOf(given), sent).then((told) => process.send?.(told, () => process.exit()))
})
process.send?.('ready')

function portsOf({ target, dies, now, ...given }: Omit<Order, 'sent'>): Ports {
  const store = openStore(target)
  return makePorts({
    ...given,
    store: dies === undefined ? store : { ...store, box: dyingBox(target, dies) },
    publisher: makeGitPublisher({ directory: '/' }),
    now: () => now,
    write: (line) => void writeSync(1, `${line}\n`),
  })
}

function dyingBox(target: StoreTarget, dies: Death): BallotBox {
  if (target.kind !== 'sqlite') throw new RangeError('a function with Redis is killed from outside')
  const database = openDatabase(target.file)
  const box = makeSqliteBallotBox(database)
  const unfinished: typeof database = {
    ...database,
    write: (act) =>
      database.write(() => {
        act()
        return die('inside')
      }),
  }
  const casts = {
    before: async () => die('before'),
    inside: makeSqliteBallotBox(unfinished).cast,
    after: async (request) => {
      await box.cast(request)
      return die('after')
    },
  } satisfies Record<Death, BallotBox['cast']>
  return { ...box, cast: casts[dies] }
}

function die(where: Death): never {
  writeSync(1, `died ${where}\n`)
  process.kill(process.pid, 'SIGKILL')
  throw new Error('a killed process does not go on')
}
