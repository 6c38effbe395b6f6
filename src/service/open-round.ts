/**
 * Opens voting: freezes codes and ballot, publishes the opening record, then lets ballots in.
 *
 * Talks to content, keys, publisher and the ballot box. Invariant: the record is public before the box
 * is open, and what it says about codes and ballot can no longer change. Decided in docs/decisions/0003.
 */
import { ballotPaper, canBeFilled, type BallotPaper } from '../domain/ballot.ts'
import { lengthsOf } from '../domain/ballot-form.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { STORE_SCHEMA } from '../domain/box-state.ts'
import { boardHead, checkpointPath } from '../domain/checkpoint.ts'
import { toBase64url, toHex } from '../domain/encoding.ts'
import { PROTOCOL } from '../domain/hash.ts'
import { lotOrder } from '../domain/lot.ts'
import { issuedRoot, type Mark } from '../domain/mark.ts'
import { printOpeningRecord, type OpeningRecord } from '../domain/opening-record.ts'
import { findPeriod, periodsOf, type Period } from '../domain/phase.ts'
import { ok, type Result } from '../domain/result.ts'
import { publicationFloor } from '../domain/publication-floor.ts'
import { poolsOf, type Round } from '../domain/round.ts'
import { printInstant } from '../domain/time.ts'
import type { Ports, PublishedFile, RoundContent } from './ports.ts'
import { publishFiles } from './publish-files.ts'

/** Opens a round whose codes are made and whose lot is drawn. */
export async function openRound(
  ports: Ports,
  roundId: string,
): Promise<Result<OpeningRecord, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const council = await ports.content.council()
  const period = findPeriod(periodsOf(content.round.phases, council.timeZone), 'voting')
  if (period === undefined) return refuseClerk('round-without-vote', { round: roundId })
  if (content.round.lot === undefined) return refuseClerk('lot-not-drawn')
  const state = (await ports.box.meta(content.round.id))?.state ?? 'draft'
  if (state !== 'draft') return refuseClerk('state-wrong', { state })
  const paper = poolsOf(content.round)
    .map((pool) => ballotPaper(content.round, content.proposals, pool))
    .find((each) => !canBeFilled(each))
  if (paper !== undefined) return refuseImpossible(paper)
  const marks = await ports.box.marks(content.round.id)
  if (!marks.some(({ kind }) => kind === 'live')) return refuseClerk('no-codes')
  const record = await makeOpeningRecord(ports, content, {
    period,
    timeZone: council.timeZone,
    marks,
  })
  return publishAndOpen(ports, content.round, { record, period, marks: marks.length })
}

function refuseImpossible({ pool, form, proposals }: BallotPaper): Result<never, ClerkRefusal> {
  const { minLength } = lengthsOf(form)
  const fewest = Math.max(1, minLength)
  return refuseClerk('ballot-impossible', { pool, minLength: fewest, proposals: proposals.length })
}

async function makeOpeningRecord(
  { keys, publisher }: Ports,
  { round, proposals, digest }: RoundContent,
  facts: { readonly period: Period; readonly timeZone: string; readonly marks: readonly Mark[] },
): Promise<OpeningRecord> {
  const counted = (pool: string, kind: string) =>
    facts.marks.filter((mark) => mark.pool === pool && mark.kind === kind).length
  return {
    n: 0,
    protocol: PROTOCOL,
    round: round.id,
    digest,
    opensAt: printInstant(facts.period.startsAt),
    closesAt: printInstant(facts.period.endsAt),
    timeZone: facts.timeZone,
    issuedRoot: toHex(issuedRoot(round.id, facts.marks)),
    issued: poolsOf(round).map((pool) => ({
      pool,
      live: counted(pool, 'live'),
      reserve: counted(pool, 'reserve'),
    })),
    signKey: toBase64url(keys.signKey(round.id)),
    fingerprint: keys.fingerprint(round.id),
    lot: [...lotOrder(round, proposals)],
    drawn: round.lot?.drawn ?? '',
    floor: publicationFloor(round, proposals),
    commit: (await publisher.head('content')) ?? null,
  }
}

async function publishAndOpen(
  ports: Ports,
  round: Round,
  facts: { readonly record: OpeningRecord; readonly period: Period; readonly marks: number },
): Promise<Result<OpeningRecord, ClerkRefusal>> {
  const file = { path: checkpointPath(round.id, 0), text: printOpeningRecord(facts.record) }
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
  file: PublishedFile,
): Promise<string | undefined> {
  const message = `Opening: ${round.id}`
  const request = { branch: 'board', message, files: [file], replace: [file.path] } as const
  const published = await publishFiles(ports, request)
  return published.outcome === 'differs' ? undefined : published.replaced.get(file.path)
}
