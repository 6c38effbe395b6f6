/**
 * Ends a session: one's own on another device, and for a clerk anybody's.
 *
 * Talks to the desk's store. Invariant: a teller ends no session of somebody else, and is not told whether
 * there is one. Decided in docs/decisions/0022.
 */
import { SESSION } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { findRecord, removed } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** The session is over. */
export const endSession: SignedUseCase<'end-session'> = async (
  ports,
  input,
  { person, session },
) => {
  const found = await findRecord(ports, SESSION, input.session)
  const mayEnd = found?.value.person === person.id || person.value.role === 'clerk'
  if (found === undefined || !mayEnd) return refuseDesk('not-there')
  return ok({
    changes: [removed(SESSION, found)],
    log: { facts: { person: found.value.person } },
    ...(found.id === session.id && { session: 'ended' as const }),
  })
}
