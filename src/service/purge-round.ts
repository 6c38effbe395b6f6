/**
 * Purges a round: codes, ballots and contacts leave the store once nobody can contest the result any more.
 *
 * Talks to content, publisher, inbox and archive. Invariant: never before the complaint date, and never
 * without a published final result; published files stay. Decided in docs/decisions/0014.
 */
import { complaintsEndAt } from '../domain/box-state.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { hallFileKind, hallKind } from '../domain/hall-file.ts'
import type { RoundId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
import { printInstant } from '../domain/time.ts'
import { ended, listRecords, removed } from './desk/find-record.ts'
import { forgetContacts } from './forget-contacts.ts'
import { latestSnapshot } from './latest-snapshot.ts'
import type { Ports } from './ports.ts'

/** Answers how many contacts were forgotten. Purging twice is the same as once. */
export async function purgeRound(
  ports: Ports,
  roundId: string,
): Promise<Result<number, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { round } = content
  const meta = await ports.box.meta(round.id)
  const latest = await latestSnapshot(ports, round.id)
  if (latest === undefined || latest.status === 'provisional') return refuseClerk('no-final-result')
  const earliest = complaintsEndAt(meta?.closesAt ?? 0, round.publication.complaintDays)
  if (ports.clock.now() < earliest)
    return refuseClerk('before-complaints', { earliest: printInstant(earliest) })
  if (meta?.state !== 'published' && meta?.state !== 'purged')
    return refuseClerk('state-wrong', { state: meta?.state ?? 'draft' })
  // Contacts first: what rewrites the files of the store comes last, and takes them along.
  const contacts = await forgetContacts(ports, round.id)
  await forgetHalls(ports, round.id)
  await ports.archive.purge(round.id, poolsOf(round))
  return ok(contacts)
}

async function forgetHalls(ports: Ports, round: RoundId): Promise<void> {
  const [kind, files] = [hallKind(round), hallFileKind(round)]
  const records = await listRecords(ports, kind)
  const changes = records.flatMap((record) => [removed(kind, record), ended(files, record)])
  if (changes.length > 0) await ports.desk.write(changes, ports.clock.now())
}
