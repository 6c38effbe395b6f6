/**
 * The inside of a racing process: opens the store, waits for the common instant, acts, and reports.
 *
 * Talks to the store that its first argument names, and to its parent. Invariant: the instants that it
 * reports are of the machine's one monotonic clock, so that two processes can be compared.
 * Decided in docs/decisions/0002.
 */
import { openStore, type Store, type StoreTarget } from './open-store.ts'

/** What the parent sends: act on `work`, not before `startAt` (nanoseconds of process.hrtime). */
export type Order<Work> = { readonly startAt: bigint; readonly work: Work }

/** What the process answers. */
export type Run<Outcome> = {
  readonly startedAt: bigint
  readonly endedAt: bigint
  readonly outcome: Outcome
}

/** Serves orders until the parent lets go. */
export function serveAtBarrier<Work>(act: (store: Store, work: Work) => Promise<unknown>): void {
  // The parent, race.ts, is the only one who starts this, with a target as its one argument.
  const store = openStore(JSON.parse(process.argv[2] ?? '') as StoreTarget)
  process.on('message', (order: unknown) => {
    // Parent and worker are two halves of one test and share this type.
    void run(order as Order<Work>, (work) => act(store, work))
  })
  process.send?.('ready')
}

async function run<Work>(
  { startAt, work }: Order<Work>,
  act: (work: Work) => Promise<unknown>,
): Promise<void> {
  // Turning on the spot: a timer would wake each process at its own time.
  while (process.hrtime.bigint() < startAt);
  const startedAt = process.hrtime.bigint()
  const outcome = await act(work)
  process.send?.({ startedAt, endedAt: process.hrtime.bigint(), outcome })
}
