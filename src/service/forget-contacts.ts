/**
 * Forgets how to reach those who sent something in for a round.
 *
 * Talks to content and the inbox. Invariant: afterwards no contact of the round is kept, whatever was decided
 * meanwhile; no text and no decision is changed by it. Decided in docs/decisions/0014.
 */
import { purgedFrom } from '../domain/box-state.ts'
import type { RoundId } from '../domain/id.ts'
import { findPeriod, periodsOf } from '../domain/phase.ts'
import type { Round } from '../domain/round.ts'
import { holdsPrivate, withoutContact, type StoredSubmission } from '../domain/submission.ts'
import type { Instant } from '../domain/time.ts'
import type { Ports } from './ports.ts'

/** More than clerks and proposers can come in between; the next run goes on. */
const TRIES = 20

/** Answers how many were forgotten: of a submission that somebody changes meanwhile, in the next try. */
export async function forgetContacts(
  { inbox }: Pick<Ports, 'inbox'>,
  round: RoundId,
): Promise<number> {
  let forgotten = 0
  for (let tries = 0; tries < TRIES; tries += 1) {
    const left = (await inbox.list(round)).filter(({ submission }) => holdsPrivate(submission))
    if (left.length === 0) return forgotten
    for (const stored of left) if (await forgetOne({ inbox }, stored)) forgotten += 1
  }
  throw new Error('submissions change too fast to forget their contacts')
}

function forgetOne({ inbox }: Pick<Ports, 'inbox'>, stored: StoredSubmission): Promise<boolean> {
  const { round, id, state, submission, edition } = stored
  const text = { submission: withoutContact(submission), edition }
  return inbox.decide(round, id, [state], { state, text, seen: { submission, edition } })
}

/** Forgets them by the date, where no final result comes that the round could be purged by. */
export async function forgetOldContacts(ports: Ports, round: Round): Promise<void> {
  const meta = await ports.box.meta(round.id)
  if (meta?.state === 'purged') return
  const closesAt = meta?.closesAt ?? (await lastEnd(ports, round))
  if (ports.clock.now() < purgedFrom(closesAt, round.publication.complaintDays)) return
  const n = await forgetContacts(ports, round.id)
  if (n > 0) ports.log.event('contacts-forgotten', { round: round.id, n })
}

/** The end of voting; of a round that has none, the last date that is known of it. */
async function lastEnd({ content }: Ports, { phases }: Round): Promise<Instant> {
  const { timeZone } = await content.council()
  const periods = periodsOf(phases, timeZone)
  const voting = findPeriod(periods, 'voting')
  const ends = (voting === undefined ? periods : [voting]).map(({ startsAt, endsAt }) =>
    Number.isFinite(endsAt) ? endsAt : startsAt,
  )
  return Math.max(...ends)
}
