/**
 * A process that casts ballots at the instants that the test names; started by race.ts.
 *
 * Talks to the store under test. Invariant: it has nothing in common with the test but the store.
 * Decided in docs/decisions/0002.
 */
import type { CastRequest } from '../../src/service/ports.ts'
import { serveAtBarrier } from './at-barrier.ts'

serveAtBarrier<CastRequest>(({ box }, request) => box.cast(request))
