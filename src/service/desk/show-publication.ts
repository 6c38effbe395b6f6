/**
 * Shows what certifying or correcting would publish, before it is done.
 *
 * Talks to content, the store, the board, keys and the publisher. Invariant: publishes nothing.
 * Decided in docs/decisions/0022.
 */
import { ok } from '../../domain/result.ts'
import { planPublication } from './plan-publication.ts'
import type { SignedUseCase } from './use-case.ts'

/** The snapshot's number and digest, and its files: one commit, which is deployed once. */
export const showPublication: SignedUseCase<'show-publication'> = async (ports, input) => {
  const planned = await planPublication(ports, input.round, input.reason)
  if (!planned.ok) return planned
  const { snapshot, files } = planned.value
  return ok({
    answer: {
      ...{ snapshot: snapshot.snapshot, status: snapshot.status, digest: snapshot.digest },
      ...{ supersedes: snapshot.supersedes, files: files.map(({ path }) => path) },
      ...{ commits: 1, deploys: 1 },
    },
  })
}
