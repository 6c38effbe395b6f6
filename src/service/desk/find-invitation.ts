/**
 * Finds what a link of invitation stands for: an invitation by a clerk, or the set-up.
 *
 * Talks to the desk's store and the setting. Invariant: each works once; what uses it up is written with what
 * it was used for; and none works for longer than whoever gave it is a clerk. Decided in docs/decisions/0022.
 */
import {
  deskSecretId,
  INVITATION,
  PERSON,
  USED_SECRET,
  type DeskRole,
} from '../../domain/desk-person.ts'
import { refuseDesk, type DeskRefusal } from '../../domain/desk-refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Ports } from '../ports.ts'
import type { DeskChange } from '../ports-desk.ts'
import { added, findRecord, removed } from './find-record.ts'

export type Invited = {
  readonly role: DeskRole
  /** As the clerk named them, and the id that is theirs; neither at the set-up. */
  readonly name: string | undefined
  readonly person: string | undefined
  /** Uses it up for this person. */
  use(person: string): DeskChange
}

/** Who is invited by a secret. */
export async function findInvitation(
  ports: Ports,
  secret: string,
): Promise<Result<Invited, DeskRefusal>> {
  const found = await findRecord(ports, INVITATION, deskSecretId('invitation', secret))
  if (found !== undefined && (await isClerk(ports, found.value.by))) {
    const { name, role, person } = found.value
    return ok({ name, role, person, use: () => removed(INVITATION, found) })
  }
  const { setupSecret } = ports
  // Hashes are compared: how long that takes tells nothing about the secret.
  const id = deskSecretId('set-up', secret)
  if (setupSecret === undefined || id !== deskSecretId('set-up', setupSecret))
    return refuseDesk('invitation-unknown')
  if (await findRecord(ports, USED_SECRET, id)) return refuseDesk('set-up-used')
  const use = (person: string) =>
    added(USED_SECRET, { id, value: { at: ports.clock.now(), person } })
  return ok({ name: undefined, person: undefined, role: 'clerk', use })
}

async function isClerk(ports: Ports, id: string): Promise<boolean> {
  return (await findRecord(ports, PERSON, id))?.value.role === 'clerk'
}
