/**
 * Admits a caller to an action: the session, the person, the role, and whether the passkey is to be asked again.
 *
 * Talks to the desk's store. Invariant: every refusal comes before anything of the action was looked at, and
 * nothing is changed by one. Decided in docs/decisions/0022.
 */
import { DESK_ACTIONS, type SignedAction } from '../../domain/desk-action.ts'
import {
  deskSecretId,
  isFreshAt,
  PERSON,
  SESSION,
  sessionEndsAt,
  type Session,
} from '../../domain/desk-person.ts'
import type { DeskRecord } from '../../domain/desk-record.ts'
import { refuseDesk, type DeskRefusal } from '../../domain/desk-refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Ports } from '../ports.ts'
import { changed, findRecord } from './find-record.ts'
import type { Visit } from './use-case.ts'

/** A session is written once a minute at most: each write costs commands of the store's month. */
const NOTED_EVERY = 60_000

/** Who it is, where they may do it now. `secret` is that of the cookie. */
export async function admitVisitor(
  ports: Ports,
  name: SignedAction,
  secret: string | undefined,
): Promise<Result<Visit, DeskRefusal>> {
  const { needs, fresh } = DESK_ACTIONS[name]
  const session = secret && (await findRecord(ports, SESSION, deskSecretId('session', secret)))
  if (!session) return refuseDesk('signed-out')
  const person = await findRecord(ports, PERSON, session.value.person)
  if (person === undefined) return refuseDesk('signed-out')
  if (needs === 'clerk' && person.value.role !== 'clerk') return refuseDesk('role-not-enough')
  if (fresh && !isFreshAt(session.value, ports.clock.now())) return refuseDesk('passkey-again')
  const noted = await noteVisit(ports, session)
  return noted === undefined ? refuseDesk('signed-out') : ok({ person, session: noted })
}

/** Puts off the end of the session; undefined where it was ended meanwhile. */
async function noteVisit(
  ports: Ports,
  session: DeskRecord<Session>,
): Promise<DeskRecord<Session> | undefined> {
  const now = ports.clock.now()
  if (now - session.value.seenAt < NOTED_EVERY) return session
  const value = { ...session.value, seenAt: now }
  const change = changed(SESSION, { ...session, value }, sessionEndsAt(value))
  const stale = await ports.desk.write([change], now)
  if (stale === undefined) return { ...session, value, version: session.version + 1 }
  // Another request of the same browser was quicker; or the session is gone.
  return findRecord(ports, SESSION, session.id)
}
