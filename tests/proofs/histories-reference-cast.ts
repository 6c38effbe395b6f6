/**
 * CAST of the protocol, line by line, for the reference of a random history.
 *
 * Pure. Invariant: the order of the tests is the protocol's, and what is recorded is one ballot and one mark.
 */
import { OPENS, PINNED, type Cast, type Moment, type Vote } from './histories-commands.ts'
import type { Reference, Step } from './histories-reference.ts'

/** What tells a retry from anything else: the same nonce and the same choices. */
export function voteOf({ nonce, choices }: Vote): string {
  return `${nonce}.${choices}`
}

/** The sealed ballot is made anew at every sending; the box keeps the first. */
export function sealed({ nonce, choices }: Vote, { turn }: Moment): string {
  return `${nonce}.${choices}.${turn}`
}

export function isRecorded({ marks }: Reference, asked: Vote): boolean {
  return marks[asked.code]?.vote === voteOf(asked)
}

export function castOn(before: Reference, cast: Cast, moment: Moment): Step {
  const refusal = refusalOf(before, cast, moment)
  if (isRecorded(before, cast) && refusal !== 'other-key')
    return [before, `recorded ${before.head}`]
  if (refusal !== undefined) return [before, refusal]
  const mark = before.marks[cast.code]
  if (mark === undefined) return [before, 'token-unknown']
  const place = `${cast.pool}:${cast.nonce}`
  const counter = `recorded:${cast.channel}:${cast.pool}`
  const after = {
    ...before,
    marks: { ...before.marks, [cast.code]: { ...mark, word: 'used', vote: voteOf(cast) } },
    box: { ...before.box, [place]: sealed(cast, moment) },
    counts: { ...before.counts, [counter]: (before.counts[counter] ?? 0) + 1 },
  } as const
  return [after, `recorded ${before.head}`]
}

/** Undefined where nothing stands against the ballot. */
function refusalOf(before: Reference, cast: Cast, { now }: Moment): string | undefined {
  const { state, closesAt, marks, box } = before
  if (state !== 'draft' && cast.fingerprint !== PINNED.fingerprint) return 'other-key'
  const isTaken = box[`${cast.pool}:${cast.nonce}`] !== undefined
  const mark = marks[cast.code]
  switch (mark?.word) {
    case undefined:
    case 'draft':
    case 'reserve':
      return 'token-unknown'
    case 'revoked':
      return 'token-revoked'
    case 'held':
      return 'token-used'
    // The store cannot know whose ballot lies there: nothing in it joins a code to a receipt.
    case 'used':
      return isTaken ? 'first-choices-stand' : 'token-used'
    case 'live':
      if (mark.pool !== cast.pool) return 'token-other-area'
  }
  if (state === 'draft') return 'round-not-voting'
  if (cast.schema !== PINNED.schema) return 'reload'
  if (state === 'paused') return 'voting-paused'
  if (state !== 'open' || now < OPENS || now >= closesAt) return 'round-not-voting'
  if (cast.digest !== PINNED.digest) return 'ballot-changed'
  return isTaken ? 'nonce-taken' : undefined
}
