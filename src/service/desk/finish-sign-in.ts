/**
 * Signs in somebody whose passkey signed the challenge.
 *
 * Talks to the desk's store and passkeys. Invariant: every sign-in is in the log.
 * Decided in docs/decisions/0022.
 */
import { ok } from '../../domain/result.ts'
import { checkSigned } from './check-signed.ts'
import { newSession } from './new-session.ts'
import type { OpenUseCase } from './use-case.ts'

/** A new session. */
export const finishSignIn: OpenUseCase<'finish-sign-in'> = async (ports, input) => {
  const signed = await checkSigned(ports, input, 'sign-in')
  if (!signed.ok) return signed
  const { person, counted } = signed.value
  const { secret, change } = newSession(ports, person.id)
  return ok({
    answer: { name: person.value.name, role: person.value.role },
    changes: [change, counted],
    session: { secret },
    log: { by: person.id, facts: { role: person.value.role } },
  })
}
