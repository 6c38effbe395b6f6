/**
 * The chain of checkpoints in the reference of a random history.
 *
 * Pure. Invariant: a checkpoint is staged once, on one that is confirmed, and receipts name it from then on.
 */
import type { Given, Moment } from './histories-commands.ts'
import type { Reference, Step } from './histories-reference.ts'

/** How long a lease keeps other writers out, in this world. */
export const LEASE = 60_000

/** A lease is one holder's until it is given back or ends. */
export function lease(before: Reference, holder: string, { now }: Moment): Step {
  const isOthers = before.lease !== undefined && before.lease.holder !== holder
  if (isOthers && isHeld(before, now)) return [before, 'no']
  return [{ ...before, lease: { holder, endsAt: now + LEASE } }, 'yes']
}

export function giveBack(before: Reference, holder: string): Step {
  const lease = before.lease?.holder === holder ? undefined : before.lease
  return [{ ...before, lease }, 'done']
}

function isHeld({ lease }: Reference, now: number): boolean {
  return lease !== undefined && lease.endsAt > now
}

export function stageCheckpoint(
  before: Reference,
  { n, kind }: Given<'stage a checkpoint'>,
  { now, turn }: Moment,
): Step {
  if (before.chain?.isConfirmed === false || n !== (before.chain?.n ?? 0) + 1) return [before, 'no']
  const all = Object.keys(before.box).map((place) => [place, before.places[place] ?? n] as const)
  const numbers = { at: now, recorded: recordedOf(before), events: before.events.length }
  const after = {
    ...before,
    chain: { n, kind, ...numbers, isConfirmed: false },
    texts: { ...before.texts, [n]: `checkpoint ${n} of turn ${turn}` },
    places: Object.fromEntries(all),
  }
  return [after, 'yes']
}

function recordedOf({ counts }: Reference): number {
  return Object.entries(counts).reduce(
    (sum, [name, number]) => (name.startsWith('recorded:') ? sum + number : sum),
    0,
  )
}

/** A round that was never opened has no receipts that could name it. */
export function confirm(before: Reference, n: number): Step {
  if (before.chain?.n !== n || before.state === 'draft') return [before, 'no']
  return [{ ...before, chain: { ...before.chain, isConfirmed: true }, head: `${n}:board` }, 'yes']
}

/**
 * The git host of these histories is away. Whoever tries to write the board takes the lease where it is
 * free, fails, and gives it back.
 */
export function tryBoard(before: Reference, now: number, paper?: 'paper-is-in'): Reference {
  const behind = isBehind(before, paper === 'paper-is-in')
  return behind && !isHeld(before, now) ? { ...before, lease: undefined } : before
}

/** Paper boxed since the close stands on the board once all of it is in. */
function isBehind(reference: Reference, paperIsIn: boolean): boolean {
  const { state, chain } = reference
  if (chain?.isConfirmed === false) return true
  const isOver = chain?.kind === 'closing' || chain?.kind === 'final'
  if (state === 'closed') return !isOver || (paperIsIn && hasGrown(reference))
  return state === 'sealed' && chain?.kind !== 'final'
}

/** Whether there are ballots that no checkpoint tells. */
export function hasGrown(reference: Reference): boolean {
  return recordedOf(reference) > (reference.chain?.recorded ?? 0)
}
