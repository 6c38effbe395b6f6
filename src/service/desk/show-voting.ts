/**
 * Shows where a vote stands: turnout in numbers, its end, and, before it opens, what opening would do.
 *
 * Talks to content, keys, publisher and the ballot box. Invariant: counters and dates only; nothing that
 * depends on what anyone chose, and nothing is changed. Decided in docs/decisions/0022.
 */
import { CLOSING_GRACE_SECONDS } from '../../domain/box-state.ts'
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { PERSON } from '../../domain/desk-person.ts'
import { parseDrawnLot } from '../../domain/lot.ts'
import type { RoundId } from '../../domain/id.ts'
import { KIOSK } from '../../domain/kiosk.ts'
import { findPeriod, periodsOf } from '../../domain/phase.ts'
import { onBallot } from '../../domain/proposal.ts'
import { ok } from '../../domain/result.ts'
import { poolsOf, type Round } from '../../domain/round.ts'
import { turnoutTable } from '../../domain/turnout.ts'
import { openFile } from '../change-files.ts'
import { findHome } from '../find-home.ts'
import { findNewest } from '../find-newest.ts'
import { planOpening } from '../plan-opening.ts'
import type { BoxMeta, Ports, RoundContent } from '../ports.ts'
import { listRecords } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** For a round in any state; `opening` only before it opened. */
export const showVoting: SignedUseCase<'show-voting'> = async (ports, { round: id }) => {
  const content = await ports.content.round(id)
  if (content === undefined) return refuseClerk('round-unknown', { round: id })
  const { round } = content
  const [meta, counts] = await Promise.all([ports.box.meta(id), ports.box.counts(id)])
  const { revoked, reissued, held } = counts
  const { timeZone } = await ports.content.council()
  const home = await findHome(ports, id, { meta, periods: periodsOf(round.phases, timeZone) })
  const isUnopened = meta === undefined && home !== 'other'
  return ok({
    answer: {
      ...{ now: ports.clock.now(), state: meta?.state ?? 'draft', home, paper: round.paper },
      times: await tellTimes(ports, round, meta),
      turnout: turnoutTable(round, counts),
      ...{ revoked, reissued, held },
      kiosks: await tellKiosks(ports, id),
      pause: meta?.state === 'paused' ? await tellPause(ports, id) : undefined,
      opening: isUnopened ? await tellOpening(ports, content) : undefined,
      lot: isUnopened ? await tellLot(ports, content) : undefined,
    },
  })
}

/** Those that are open for the round, the oldest first. */
async function tellKiosks(ports: Ports, round: RoundId) {
  const kiosks = await listRecords(ports, KIOSK)
  const people = new Set((await listRecords(ports, PERSON)).map(({ id }) => id))
  return kiosks
    .filter(({ value }) => value.round === round && people.has(value.by))
    .map(({ id, value: { name, since, endsAt } }) => ({ id, name, since, endsAt }))
    .toSorted((a, b) => a.since - b.since)
}

/** The reason of the newest pause, as everyone reads it on the board. */
async function tellPause({ chain }: Ports, round: RoundId) {
  const { events } = await chain.survey(round, [])
  const newest = events.findLast((event) => event.kind === 'pause')
  return newest && { reason: newest.reason }
}

/** `planned` is what residents read; `closesAt` is when the boxes close. */
async function tellTimes({ content }: Ports, { phases }: Round, meta: BoxMeta | undefined) {
  const { timeZone } = await content.council()
  const period = findPeriod(periodsOf(phases, timeZone), 'voting')
  const planned = period && { opensAt: period.startsAt, closesAt: period.endsAt }
  if (meta === undefined) return { planned }
  const { opensAt, closesAt } = meta
  return { planned, opensAt, closesAt, closableAt: closesAt + CLOSING_GRACE_SECONDS * 1000 }
}

/** What opening would freeze and publish; or why it cannot be done. */
async function tellOpening(ports: Ports, { round, proposals }: RoundContent) {
  const plan = await planOpening(ports, round.id)
  if (!plan.ok) return { refused: plan.error.code }
  const { record, period, marks } = plan.value
  if (ports.clock.now() >= period.endsAt) return { refused: 'voting-over' as const }
  const { digest, floor, fingerprint } = record
  const voted = poolsOf(round).flatMap((pool) => onBallot(proposals, round, pool))
  return { digest, floor, fingerprint, codes: marks, proposals: new Set(voted).size }
}

/** The proposals whose order is drawn, and the order that is published for them; nothing where a beacon makes it. */
async function tellLot(ports: Ports, content: RoundContent) {
  const { round } = content
  const open = await openFile(ports, `rounds/${round.id}/round.md`)
  if (open === undefined || round.ballot === undefined) return undefined
  const { lot } = ports.content.fields(open.path, open.text).fields
  const drawn = parseDrawnLot(lot)
  if (lot !== undefined && drawn === undefined) return undefined
  const newest = await findNewest(ports, content)
  const { proposals } = newest.ok ? newest.value : content
  const onBallot = proposals.filter(({ standing }) => standing === 'ballot')
  return {
    seen: open.seen,
    proposals: onBallot.map(({ id, title }) => ({ id, title })),
    ...(drawn && { drawn }),
  }
}
