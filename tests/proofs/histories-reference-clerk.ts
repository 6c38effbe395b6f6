/**
 * The steps of the clerk and of the timetable in the reference of a random history.
 *
 * Pure. Invariant: a round goes one way, draft to purged, and stands still only for a pause.
 */
import { GRACE, type Moment } from './histories-commands.ts'
import { hasGrown, tryBoard } from './histories-reference-chain.ts'
import { heldIn } from './histories-reference-paper.ts'
import type { Reference, RoundWord, Step } from './histories-reference.ts'

export type RoundStep = 'pause' | 'resume' | 'close' | 'seal' | 'publish'

/** STATE of the protocol: draft -> open <-> paused -> closed -> sealed -> published. */
export const ROUND_STEPS: Readonly<
  Record<RoundStep, { readonly from: readonly RoundWord[]; readonly to: RoundWord }>
> = {
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  close: { from: ['open', 'paused'], to: 'closed' },
  seal: { from: ['closed'], to: 'sealed' },
  publish: { from: ['sealed'], to: 'published' },
}

/** CLOSE: not before closesAt + 120 s. SEAL: every paper batch boxed, and the closing checkpoint tells all ballots. */
export function changeRound(before: Reference, step: RoundStep, { now }: Moment): Step {
  const { from, to } = ROUND_STEPS[step]
  if (step === 'close' && now < before.closesAt + GRACE) return [before, 'before-end']
  if (!from.includes(before.state)) return [before, 'state-wrong']
  if (step === 'seal' && heldIn(before) > 0) return [before, 'paper-waiting']
  const ready = step === 'seal' ? tryBoard(before, now, 'paper-is-in') : before
  const { chain } = ready
  if (step === 'seal' && !(chain?.kind === 'closing' && chain.isConfirmed && !hasGrown(ready)))
    return [ready, 'board-behind']
  const isEvent = step === 'pause' || step === 'resume'
  const events = isEvent ? [...ready.events, `${step} ${now}`] : ready.events
  const after = { ...ready, state: to, events }
  return [step === 'close' || step === 'seal' ? tryBoard(after, now) : after, to]
}

/** Somebody may have moved the end since. */
export function closeAsSeen(before: Reference, closesAt: number): Step {
  const { from, to } = ROUND_STEPS.close
  if (!from.includes(before.state) || closesAt !== before.closesAt) return [before, 'no']
  return [{ ...before, state: to }, 'yes']
}

/** The seal itself asks only whether paper waits. */
export function sealAsSeen(before: Reference): Step {
  if (before.state !== 'closed' || heldIn(before) > 0) return [before, 'no']
  return [{ ...before, state: 'sealed' }, 'yes']
}

/** An end only moves later, and never after the close. */
export function extend(before: Reference, to: number, { now }: Moment): Step {
  if (before.state !== 'open' && before.state !== 'paused') return [before, 'no']
  if (to <= before.closesAt) return [before, 'no']
  return [{ ...before, closesAt: to, events: [...before.events, `extension ${now} ${to}`] }, 'yes']
}

/** PURGE: marks, serials, boxes, and which ballot came first with which checkpoint. */
export function purge(before: Reference): Step {
  if (before.state !== 'published' && before.state !== 'purged') return [before, 'no']
  const gone = {
    marks: {},
    batches: {},
    piles: {},
    sheets: {},
    box: {},
    places: {},
    lease: undefined,
  }
  return [{ ...before, ...gone, state: 'purged' }, 'yes']
}
