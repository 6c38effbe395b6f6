/**
 * Plans the opening of a vote: everything that the opening record will say, or why voting cannot open.
 *
 * Talks to content, keys, publisher and the ballot box. Invariant: changes nothing, so that it can be shown
 * before it is done; what it plans is what the newest commit has. Decided in docs/decisions/0003.
 */
import { ballotPaper, canBeFilled, type BallotPaper } from '../domain/ballot.ts'
import { lengthsOf } from '../domain/ballot-form.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { toBase64url, toHex } from '../domain/encoding.ts'
import { PROTOCOL } from '../domain/hash.ts'
import { lotOrder } from '../domain/lot.ts'
import { issuedRoot, marksWithoutBox, type Mark } from '../domain/mark.ts'
import type { OpeningRecord } from '../domain/opening-record.ts'
import { findPeriod, periodsOf, type Period } from '../domain/phase.ts'
import { publicationFloor } from '../domain/publication-floor.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf, type Round } from '../domain/round.ts'
import { isSameVoting } from '../domain/round-freeze.ts'
import { printInstant } from '../domain/time.ts'
import { findNewest } from './find-newest.ts'
import type { Ports, RoundContent } from './ports.ts'
import { checkPrepared, hallKeys } from './prepared-halls.ts'

export type OpeningPlan = {
  readonly round: Round
  readonly record: OpeningRecord
  readonly period: Period
  /** How many codes the record counts. */
  readonly marks: number
}

/** The plan for a round whose codes are made and whose lot is drawn. */
export async function planOpening(
  ports: Ports,
  roundId: string,
): Promise<Result<OpeningPlan, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const council = await ports.content.council()
  const period = findPeriod(periodsOf(content.round.phases, council.timeZone), 'voting')
  if (period === undefined) return refuseClerk('round-without-vote', { round: roundId })
  const state = (await ports.box.meta(content.round.id))?.state ?? 'draft'
  if (state !== 'draft') return refuseClerk('state-wrong', { state })
  const deployed = await checkDeployed(ports, content)
  if (!deployed.ok) return deployed
  const { digest } = content
  const opensAt = printInstant(period.startsAt)
  const halls = await checkPrepared(ports, content.round, { digest, opensAt })
  if (!halls.ok) return halls
  if (content.round.lot === undefined) return refuseClerk('lot-not-drawn')
  const paper = poolsOf(content.round)
    .map((pool) => ballotPaper(content.round, content.proposals, pool))
    .find((each) => !canBeFilled(each))
  if (paper !== undefined) return refuseImpossible(paper)
  const marks = await ports.box.marks(content.round.id)
  const fitting = checkMarks(content.round, marks)
  if (!fitting.ok) return fitting
  const record = await makeOpeningRecord(ports, content, {
    period,
    timeZone: council.timeZone,
    marks,
  })
  return ok({ round: content.round, record, period, marks: marks.length })
}

/** What is opened stays: not while something else is on its way, which would then be refused with every ballot. */
async function checkDeployed(
  ports: Ports,
  content: RoundContent,
): Promise<Result<true, ClerkRefusal>> {
  const newest = await findNewest(ports, content)
  if (!newest.ok) return newest
  const isDeployed =
    newest.value.digest === content.digest && isSameVoting(newest.value.round, content.round)
  return isDeployed ? ok(true) : refuseClerk('deploy-pending')
}

/**
 * Every code has a box, for codes may be older than the areas; and every box has a code that can vote in it, unless
 * those of a hall's laptop may be the ones that do.
 */
function checkMarks(round: Round, marks: readonly Mark[]): Result<true, ClerkRefusal> {
  const live = new Set(marks.filter(({ kind }) => kind === 'live').map(({ pool }) => pool))
  if (live.size === 0) return refuseClerk('no-codes')
  const lost = marksWithoutBox(poolsOf(round), marks)
  if (lost > 0) return refuseClerk('codes-of-no-box', { count: lost })
  const empty = round.halls.length > 0 ? [] : poolsOf(round).filter((pool) => !live.has(pool))
  const names = empty.map((pool) => round.areas.find(({ id }) => id === pool)?.name ?? pool)
  return empty.length === 0
    ? ok(true)
    : refuseClerk('box-without-codes', { boxes: names.join(', ') })
}

function refuseImpossible({ pool, form, proposals }: BallotPaper): Result<never, ClerkRefusal> {
  const { minLength } = lengthsOf(form)
  const fewest = Math.max(1, minLength)
  return refuseClerk('ballot-impossible', { pool, minLength: fewest, proposals: proposals.length })
}

async function makeOpeningRecord(
  ports: Ports,
  { round, proposals, digest }: RoundContent,
  facts: { readonly period: Period; readonly timeZone: string; readonly marks: readonly Mark[] },
): Promise<OpeningRecord> {
  const { keys, publisher, hall } = ports
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
    ...(round.halls.length > 0 && { halls: round.halls.map(({ id }) => id) }),
    ...(await hallKeys(ports, round)),
    ...(hall && { hall: hall.id }),
    commit: (await publisher.head('content')) ?? null,
  }
}
