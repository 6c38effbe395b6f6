/**
 * Signs out.
 *
 * Talks to the desk's store. Invariant: the cookie is worth nothing from then on, wherever a copy of it lies.
 * Decided in docs/decisions/0022.
 */
import { SESSION } from '../../domain/desk-person.ts'
import { ok } from '../../domain/result.ts'
import { removed } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** Ends this session. */
export const signOut: SignedUseCase<'sign-out'> = async (_, __, { session }) =>
  ok({ changes: [removed(SESSION, session)], session: 'ended' })
