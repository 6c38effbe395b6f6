/**
 * Random histories of a round, from its first codes to the purge, with shrinking.
 *
 * Pure. Invariant: at every stage any command may come, so that what is out of turn is tried as often as
 * what is in turn; a history that fails shrinks by leaving commands out.
 */
import fc from 'fast-check'
import { BATCHES, CLOSES, GRACE, LATER, type Command } from './histories-commands.ts'
import { anything, boxing, PILE_WAY, voting, type Some } from './histories-pieces.ts'

function upTo(most: number, each: Some<Command[]>): Some<Command[]> {
  return fc.array(each, { maxLength: most, size: 'max' }).map((parts) => parts.flat())
}

/** Steps that lead on, each left out now and then; `nil` is what a history shrinks to. */
function steps(...given: readonly Command[]): Some<Command[]> {
  const optional = given.map((command) => fc.option(fc.constant(command), { freq: 30 }))
  return fc.tuple(...optional).map((commands) => commands.filter((command) => command !== null))
}

const issued = BATCHES.map(({ codes, ...batch }) => {
  const staged: Command = { do: 'stage codes', ...batch, codes }
  const ready: Command = { do: 'activate codes', ...batch, expected: codes.length }
  return batch.batch === 'waiting' ? [staged] : [staged, ready]
}).flat()

/** How many codes are ready where none was left out. */
const READY = 5

/** Mostly in one step; its second half alone is refused where the end was moved. */
const ending = fc
  .constantFrom<Command>(
    ...[1, 2, 3, 4].map(() => ({ do: 'close' }) as const),
    { do: 'close as seen', closesAt: CLOSES },
    { do: 'close as seen', closesAt: LATER },
  )
  .chain((close) => steps({ do: 'clock', to: LATER + GRACE }, close, { do: 'close' }))

/** The newest checkpoint of the voting is one of these; the histories try them all. */
const closing = fc
  .constantFrom(1, 1, 1, 2, 2, 3)
  .chain((n) =>
    steps(
      { do: 'stage a checkpoint', n, kind: 'closing' },
      { do: 'confirm a checkpoint', n },
      { do: 'seal' },
    ),
  )

/** A history: what is in turn, with anything else in between. */
const aHistory: Some<Command[]> = fc
  .tuple(
    upTo(1, anything),
    steps(...issued),
    upTo(3, anything),
    steps({ do: 'open', marks: READY }, { do: 'clock', to: CLOSES - 1 }),
    upTo(5, voting),
    steps({ do: 'pause' }),
    upTo(5, voting),
    fc.oneof(fc.constant([]), steps({ do: 'resume' })),
    ending,
    upTo(2, anything),
    fc.oneof(
      fc.constant([]),
      fc.tuple(steps(...PILE_WAY), upTo(2, anything), boxing).map((parts) => parts.flat()),
    ),
    upTo(2, anything),
    closing,
    upTo(4, anything),
    steps({ do: 'publish' }),
    upTo(4, anything),
    steps({ do: 'purge' }),
    upTo(4, anything),
  )
  .map((parts) => parts.flat())

/** Rounds at once: enough that their commands come between each other, few enough to be read. */
export const AT_ONCE = 10

/** Histories of several rounds; where one fails the shrinking takes the others away. */
export const someHistories: Some<Command[][]> = fc
  .tuple(...Array.from({ length: AT_ONCE }, () => fc.option(aHistory, { freq: 1000 })))
  .map((histories) => histories.filter((history) => history !== null))
