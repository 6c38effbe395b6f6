/**
 * Takes in a proposal: checked, kept in the inbox, unseen until a clerk has read it.
 *
 * Talks to content, inbox, pictures, limiter and randomness. Invariant: nothing of a submission is public, and
 * only the proposer's private link leads to it. Decided in docs/decisions/0005.
 */
import { networkOf } from '../domain/network.ts'
import { findPeriod, openPeriodAt, periodsOf } from '../domain/phase.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { NewPicture } from '../domain/sent-picture.ts'
import { checkSubmission, submissionDetails, type Submission } from '../domain/submission.ts'
import { printInstant } from '../domain/time.ts'
import { keepSubmission, type Accepted } from './keep-submission.ts'
import type { Ports, RoundContent } from './ports.ts'
import type { PicturePorts } from './ports-pictures.ts'

/** One household or library may send several; a program that sends hundreds may not. */
const MOST_AN_HOUR = 10
const HOUR = 3600

/** Puts a submission into the inbox. `address` is where it came from, used only for the limit. */
export async function submitProposal(
  ports: PicturePorts,
  request: {
    readonly roundId: string
    readonly submission: Submission
    readonly picture?: NewPicture | undefined
    readonly address: string
  },
): Promise<Result<Accepted, Refusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuse('round-not-found')
  const open = await checkOpen(ports, content)
  if (!open.ok) return open
  const checked = checkSubmission(request.submission, content.round)
  if (!checked.ok) return refuse('submission-invalid', submissionDetails(checked.error))
  const now = ports.clock.now()
  const from = ports.keys.addressHash(printInstant(now).slice(0, 10), networkOf(request.address))
  if (!(await ports.limiter.allow(`submit:${from}`, MOST_AN_HOUR, HOUR, now)))
    return refuse('too-many-requests')
  return keepSubmission(ports, content, { submission: checked.value, picture: request.picture })
}

async function checkOpen(
  { content, clock }: Ports,
  { round }: RoundContent,
): Promise<Result<true, Refusal>> {
  const { timeZone } = await content.council()
  const periods = periodsOf(round.phases, timeZone)
  if (openPeriodAt(periods, 'submission', clock.now())) return ok(true)
  const period = findPeriod(periods, 'submission')
  if (period === undefined) return refuse('round-not-accepting')
  const details =
    clock.now() < period.startsAt
      ? { opensAt: printInstant(period.startsAt) }
      : { closesAt: printInstant(period.endsAt) }
  return refuse('round-not-accepting', details)
}
