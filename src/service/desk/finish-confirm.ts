/**
 * Notes that the passkey was asked for again.
 *
 * Talks to the desk's store and passkeys. Invariant: another person's passkey does not count.
 * Decided in docs/decisions/0022.
 */
import { SESSION, sessionEndsAt } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { checkSigned } from './check-signed.ts'
import { changed } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** The same session, fresh. */
export const finishConfirm: SignedUseCase<'finish-confirm'> = async (ports, input, visit) => {
  const signed = await checkSigned(ports, input, 'confirm')
  if (!signed.ok) return signed
  const { challenge, person, counted } = signed.value
  if (person.id !== visit.person.id || challenge.person !== person.id)
    return refuseDesk('passkey-unknown')
  const value = { ...visit.session.value, freshAt: ports.clock.now() }
  const fresh = changed(SESSION, { ...visit.session, value }, sessionEndsAt(value))
  return ok({ changes: [counted, fresh] })
}
