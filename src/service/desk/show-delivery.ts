/**
 * Shows what can be told of a round's projects, and what was told of each, as it is at the newest commit.
 *
 * Talks to content, the ballot box and the publisher. Invariant: what is shown is named by `seen`, and only from
 * there it can be changed. Decided in docs/decisions/0018.
 */
import { ok } from '../../domain/result.ts'
import { openFile } from '../change-files.ts'
import { findDelivered } from '../find-delivered.ts'
import type { SignedUseCase } from './use-case.ts'

/** Each with its updates as they stand in its file. */
export const showDelivery: SignedUseCase<'show-delivery'> = async (ports, { round }) => {
  const delivered = await findDelivered(ports, round)
  if (!delivered.ok) return delivered
  const projects = await Promise.all(
    delivered.value.map(async ({ id, title }) => {
      const file = await openFile(ports, `rounds/${round}/proposals/${id}.md`)
      if (file === undefined) return []
      const { updates = [] } = ports.content.fields(file.path, file.text).fields
      return [{ id, title, seen: file.seen, updates }]
    }),
  )
  return ok({ answer: { projects: projects.flat() } })
}
