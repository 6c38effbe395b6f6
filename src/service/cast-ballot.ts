/**
 * Casts a ballot: from a voting code and choices to a signed receipt, or the reason why not.
 *
 * Talks to content, keys and the ballot box. Invariant: the check and the write are one call of the
 * box; a retry of what was recorded is answered like the first time. Decided in docs/decisions/0003.
 */
import { ballotBytes, ballotPaper, checkBallot, type BallotPaper } from '../domain/ballot.ts'
import type { Choices } from '../domain/choices.ts'
import { STORE_SCHEMA } from '../domain/box-state.ts'
import { toBase64url } from '../domain/encoding.ts'
import type { Pool, RoundId } from '../domain/id.ts'
import { retryOf } from '../domain/mark.ts'
import { findPeriod, periodsOf } from '../domain/phase.ts'
import { receiptMessage, receiptOf, type Nonce } from '../domain/receipt.ts'
import { refuse, type Refusal, type RefusalDetails } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { printInstant } from '../domain/time.ts'
import { markOfUse, useOf, type Token } from '../domain/token.ts'
import { findPause } from './find-pause.ts'
import { findPool } from './find-pool.ts'
import { NotConfigured, StoreUnavailable } from '../domain/fault.ts'
import { noteGuess } from './note-guess.ts'
import type { CastOutcome, CastRequest, Channel, Ports, RoundContent } from './ports.ts'
import { sealBallot } from './seal-ballot.ts'

export type CastBallotRequest = {
  readonly roundId: string
  readonly token: Token
  readonly area?: string | undefined
  readonly nonce: Nonce
  readonly choices: Choices
  readonly ballotDigest: string
  /** The caller's own word, never the voter's: a public endpoint says `online`. */
  readonly channel: Channel
  /** Where the request came from; used only where its code is unknown, and kept nowhere. */
  readonly address?: string
}

/** What the voter keeps. `signature`: Ed25519 as base64url; `board`: head of the public chain. */
export type Receipt = {
  readonly receipt: string
  readonly signature: string
  readonly board: string
}

/** Casts a ballot. `not-confirmed` where nobody knows yet whether it was recorded: send it again. */
export async function castBallot(
  ports: Ports,
  request: CastBallotRequest,
): Promise<Result<Receipt, Refusal>> {
  const result = await castUnlogged(ports, request)
  ports.log.event('cast', { outcome: result.ok ? 'recorded' : result.error.code })
  return result
}

async function castUnlogged(
  ports: Ports,
  request: CastBallotRequest,
): Promise<Result<Receipt, Refusal>> {
  const content = await ports.content.round(request.roundId)
  if (content?.round.ballot === undefined) return refuse('round-not-found')
  const pool = findPool(content.round, request.area)
  if (!pool.ok) return pool
  const paper = paperOf(content, pool.value)
  const attempt = attemptOf(ports, request, paper)
  const ballot = checkBallot(request.choices, paper)
  if (!ballot.ok) {
    // A deploy may have changed the paper since: what was recorded stays recorded.
    const recorded = await wasRecorded(ports, attempt)
    if (recorded === undefined) return refuse('not-confirmed')
    return recorded ? ok(await receiptFor(ports, paper.round, attempt.receipt)) : ballot
  }
  const digest = request.ballotDigest === content.digest ? content.digest : ''
  const sealed = sealBallot(ports, paper, { ballot: ballot.value, receipt: attempt.receipt })
  const outcome = await castOnce(ports, { ...attempt, record: sealed, digest })
  if (outcome === undefined) return refuse('not-confirmed')
  if (outcome.outcome === 'recorded')
    return ok(await sign(ports, paper.round, attempt.receipt, outcome.head))
  const isGuess = outcome.outcome === 'token-unknown' && request.address !== undefined
  if (isGuess && !(await noteGuess(ports, paper.round, request.address)))
    return refuse('too-many-requests')
  if (outcome.outcome === 'round-not-voting') return refuseLate(ports, content, attempt)
  if (outcome.outcome === 'voting-paused')
    return refuse('voting-paused', await whyPaused(ports, paper))
  return explain(outcome.outcome)
}

/** The reason that everyone reads; without it where the board does not answer. */
async function whyPaused(ports: Ports, { round }: BallotPaper): Promise<RefusalDetails> {
  return (await unlessSilent(ports, () => findPause(ports, round))) ?? {}
}

/** What a deploy puts to the vote never changes, so the paper of a pool is made once. */
const papers = new WeakMap<RoundContent, Map<Pool, BallotPaper>>()

function paperOf(content: RoundContent, pool: Pool): BallotPaper {
  const ofContent = papers.get(content) ?? new Map<Pool, BallotPaper>()
  const paper = ofContent.get(pool) ?? ballotPaper(content.round, content.proposals, pool)
  papers.set(content, ofContent.set(pool, paper))
  return paper
}

/**
 * Voting is not open. Where it is over for good, one more look: an earlier sending of this ballot may have
 * arrived between the refusal and the close, and after the close no other can.
 */
async function refuseLate(
  ports: Ports,
  content: RoundContent,
  attempt: Pick<CastRequest, 'round' | 'mark' | 'retry' | 'receipt'>,
): Promise<Result<Receipt, Refusal>> {
  const details = await whenVoting(ports, content)
  if (details['state'] === 'now') return refuse('not-confirmed')
  if (details['state'] !== 'after') return refuse('round-not-voting', details)
  const recorded = await wasRecorded(ports, attempt)
  if (recorded === undefined) return refuse('not-confirmed')
  return recorded
    ? ok(await receiptFor(ports, attempt.round, attempt.receipt))
    : refuse('round-not-voting', details)
}

function castOnce(ports: Ports, request: CastRequest): Promise<CastOutcome | undefined> {
  return unlessSilent(ports, () => ports.box.cast(request))
}

function wasRecorded(
  ports: Ports,
  { round, mark, retry }: Pick<CastRequest, 'round' | 'mark' | 'retry'>,
): Promise<boolean | undefined> {
  return unlessSilent(ports, () => ports.box.hasRecorded(round, mark, retry))
}

/** Undefined where the box did not answer: the ballot may be in it, or not. */
async function unlessSilent<T>(ports: Ports, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (fault) {
    if (!(fault instanceof StoreUnavailable)) throw fault
    ports.log.fault('cast-not-confirmed', fault)
    return undefined
  }
}

function attemptOf(
  { keys, clock }: Ports,
  { token, nonce, choices, channel }: CastBallotRequest,
  { round, pool, form }: BallotPaper,
): Omit<CastRequest, 'record' | 'digest'> {
  const use = useOf(round, token)
  return {
    round,
    pool,
    mark: keys.storedMark(round, markOfUse(round, use)),
    receipt: receiptOf(round, nonce),
    retry: retryOf(round, nonce, ballotBytes(choices, form)),
    use: toBase64url(use),
    schema: STORE_SCHEMA,
    fingerprint: keys.fingerprint(round),
    channel,
    now: clock.now(),
  }
}

async function receiptFor(ports: Ports, round: RoundId, receipt: string): Promise<Receipt> {
  return sign(ports, round, receipt, (await ports.box.meta(round))?.head ?? '')
}

async function sign(
  { keys }: Ports,
  round: RoundId,
  receipt: string,
  board: string,
): Promise<Receipt> {
  const signature = await keys.sign(round, receiptMessage(round, receipt))
  return { receipt, signature: toBase64url(signature), board }
}

function explain(
  outcome: Exclude<CastOutcome['outcome'], 'recorded' | 'round-not-voting'>,
): Result<never, Refusal> {
  switch (outcome) {
    case 'other-key':
      throw new NotConfigured('CHEST_KEY is not the one that this round was opened with')
    case 'first-choices-stand':
      return refuse('token-used', { sameNonce: 1 })
    default:
      return refuse(outcome)
  }
}

/** When voting is or was, as the box knows it, or else as the council's dates say. */
async function whenVoting(ports: Ports, { round }: RoundContent): Promise<RefusalDetails> {
  const council = await ports.content.council()
  const meta = await ports.box.meta(round.id)
  const period = findPeriod(periodsOf(round.phases, council.timeZone), 'voting')
  const opensAt = meta?.opensAt ?? period?.startsAt ?? 0
  const closesAt = meta?.closesAt ?? period?.endsAt ?? 0
  const state = stateAt(ports.clock.now(), { opensAt, closesAt, state: meta?.state })
  return { state, opensAt: printInstant(opensAt), closesAt: printInstant(closesAt) }
}

/**
 * `settling`: too late for a new ballot, but the box is not closed yet, so one that was sent before the end
 * can still arrive. Whoever got no answer then must not hear that theirs was not recorded.
 * `now`: refused a moment before voting opened, or before its end was moved: sent again it can be recorded.
 */
function stateAt(
  now: number,
  box: { readonly opensAt: number; readonly closesAt: number; readonly state: string | undefined },
): 'before' | 'now' | 'settling' | 'after' | 'soon' {
  if (now < box.opensAt) return 'before'
  const isOpen = box.state === 'open' || box.state === 'paused'
  if (isOpen) return now >= box.closesAt ? 'settling' : 'now'
  return box.state === undefined && now < box.closesAt ? 'soon' : 'after'
}
