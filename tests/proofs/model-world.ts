/**
 * The explicit model of a cast: who may send what, and everything that a state consists of.
 *
 * Pure. The model is the protocol at the grain of messages: a ballot is sent, the function looks at its clock,
 * one EVAL checks and writes, an answer travels back; each of them can be lost or late, functions and the
 * publisher can crash between any two, and the clerk pauses, extends, reissues and closes in between.
 * The check and the write of model-cast.ts stand for CAST_SCRIPT and src/adapters/sqlite/cast.ts, its
 * explanation and the second look for what src/service/cast-ballot.ts does after a refusal; closing, reading
 * and publishing for the schedule. Left out: digests, versions and keys, which change nothing in the order of
 * messages. Invariant: a state is plain text fields, so that equal states are equal keys; model-replay.ts holds
 * the model to the real store.
 */

/** Instants: 0 is before the opening at 1; voting ends at 2, or at 4 where it was extended. */
export const OPENING = 1
export const FIRST_END = 2
export const LATER_END = 4

/** One ballot that somebody may send, however often. */
export type Attempt = {
  readonly voter: 'Ada' | 'Ben'
  readonly token: 0 | 1
  readonly nonce: 0 | 1 | 2
  readonly choices: 'bench' | 'pool'
  /** Sent only when this attempt was sent before: a change of mind by the same page. */
  readonly changes?: number
  /** The letter is handed out by the reissue. */
  readonly needsReissue?: true
}

export type Scene = {
  readonly name: string
  readonly attempts: readonly Attempt[]
  /** The second token is the reserve that replaces the first. */
  readonly hasReserve: boolean
}

const ADA = { voter: 'Ada', token: 0, nonce: 0, choices: 'bench' } as const

export const SCENES = [
  {
    name: 'two voters with a code each, one of whom changes her mind',
    hasReserve: false,
    attempts: [
      ADA,
      { ...ADA, choices: 'pool', changes: 0 },
      { voter: 'Ben', token: 1, nonce: 1, choices: 'bench' },
    ],
  },
  {
    name: 'a lost letter that is found by another, and replaced',
    hasReserve: true,
    attempts: [
      ADA,
      { voter: 'Ben', token: 0, nonce: 1, choices: 'pool' },
      { ...ADA, token: 1, nonce: 2, needsReissue: true },
    ],
  },
  {
    name: 'two voters who drew the same random number',
    hasReserve: false,
    attempts: [ADA, { voter: 'Ben', token: 1, nonce: 0, choices: 'pool' }],
  },
] as const satisfies readonly Scene[]

export type RoundState = 'open' | 'paused' | 'closed' | 'published'

/** What a voter was told of an attempt so far; `both` must never be. */
export type Told = 'unsent' | 'nothing' | 'recorded' | 'no' | 'both'

export type State = {
  readonly clock: number
  readonly end: number
  readonly round: RoundState
  /** Of each token: live, reserve, revoked, or `used <nonce> <choices>`. */
  readonly marks: readonly string[]
  /** Of each nonce: empty, or the number of the attempt that lies there. */
  readonly box: readonly string[]
  readonly told: readonly Told[]
  /** Messages and functions under way, sorted: `<attempt> <where>`. */
  readonly underWay: readonly string[]
  /** What the publisher has read, until it is published; empty before. */
  readonly read: string
  /** What was published. */
  readonly published: string
}

export function beginning({ attempts, hasReserve }: Scene): State {
  return {
    ...{ clock: 0, end: FIRST_END, round: 'open', underWay: [], read: '', published: '' },
    marks: ['live', hasReserve ? 'reserve' : 'live'],
    box: ['', '', ''],
    told: attempts.map(() => 'unsent'),
  }
}

/** The same text for the same state, and for no other. */
export function keyOf(state: State): string {
  const { clock, end, round, marks, box, told, underWay, read, published } = state
  return [clock, end, round, marks, box, told, underWay.join(';'), read, published].join('|')
}

/** The box as one text. */
export function printBox({ box }: State): string {
  return `[${box.join(',')}]`
}
