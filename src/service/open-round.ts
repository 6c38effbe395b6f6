/**
 * Opens voting: freezes codes and ballot, publishes the opening record, then lets ballots in.
 *
 * Talks to content, keys, publisher and the ballot box. Invariant: the record is public before the box
 * is open, and what it says about codes and ballot can no longer change. Decided in docs/decisions/0003.
 */
import { STORE_SCHEMA } from '../domain/box-state.ts'
import { boardHead, checkpointPath } from '../domain/checkpoint.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { printOpeningRecord, type OpeningRecord } from '../domain/opening-record.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Round } from '../domain/round.ts'
import { planOpening, type OpeningPlan } from './plan-opening.ts'
import type { Ports, PublishedText } from './ports.ts'
import { nameHalls } from './prepared-halls.ts'
import { publishFiles } from './publish-files.ts'

/** Opens a round whose codes are made and whose lot is drawn. */
export async function openRound(
  ports: Ports,
  roundId: string,
): Promise<Result<OpeningRecord, ClerkRefusal>> {
  const plan = await planOpening(ports, roundId)
  if (!plan.ok) return plan
  const { round, record } = plan.value
  // Somebody prepared a laptop just now: the record names the key that it has by now.
  return (await nameHalls(ports, round, record))
    ? publishAndOpen(ports, plan.value)
    : openRound(ports, roundId)
}

async function publishAndOpen(
  ports: Ports,
  { round, ...facts }: OpeningPlan,
): Promise<Result<OpeningRecord, ClerkRefusal>> {
  const file = {
    path: checkpointPath(round.id, 0, ports.hall?.id),
    text: printOpeningRecord(facts.record),
  }
  const replaced = await publishRecord(ports, round, file)
  const meta = {
    opensAt: facts.period.startsAt,
    closesAt: facts.period.endsAt,
    digest: facts.record.digest,
    schema: STORE_SCHEMA,
    fingerprint: facts.record.fingerprint,
    head: boardHead(round.id, 0, file.text),
  }
  const opened = await ports.box.open(round.id, meta, facts.marks)
  // Of two that opened at once, the record of the one whose box is open must stand on the board.
  const { head } = (await ports.box.meta(round.id)) ?? { head: undefined }
  for (const text of [file.text, replaced])
    if (text !== undefined && boardHead(round.id, 0, text) === head)
      await publishRecord(ports, round, { ...file, text })
  return opened ? ok(facts.record) : refuseClerk('codes-changed')
}

/** A record left by an opening that broke off may be replaced; answers what stood there. */
async function publishRecord(
  ports: Ports,
  round: Round,
  file: PublishedText,
): Promise<string | undefined> {
  const message = `Opening: ${round.id}`
  const request = { branch: 'board', message, files: [file], replace: [file.path] } as const
  const published = await publishFiles(ports, request)
  return published.outcome === 'differs' ? undefined : published.replaced.get(file.path)
}
