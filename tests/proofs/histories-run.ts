/**
 * Runs a random history on a real store of each kind and on the reference, side by side.
 *
 * Talks to the sides that it is given. Invariant: after every command all answers are equal; at the end all
 * hold the same, and what they hold keeps the promises of the vote.
 */
import { aRoundId } from '../support/box-data.ts'
import type { Command } from './histories-commands.ts'
import { OPENS } from './histories-commands.ts'
import { brokenPromises } from './histories-promises.ts'
import { perform } from './histories-perform.ts'
import { EMPTY, obey, type Reference } from './histories-reference.ts'
import type { Side } from './histories-side.ts'
import { linesOf, wholeOf } from './histories-whole.ts'

/** A command as it was obeyed, for whoever counts. */
export type Obeyed = {
  readonly before: Reference
  readonly after: Reference
  readonly command: Command
  readonly answer: string
  /** Whether the history ends with it. */
  readonly isLast: boolean
}

/** Histories of rounds that lie in the same stores and go on at the same time. */
export type Histories = readonly (readonly Command[])[]

export type Runner = (histories: Histories, note?: (obeyed: Obeyed) => void) => Promise<void>

/**
 * Throws an Error that says which command was answered differently, or what differs at the end. The stores
 * are emptied first, so that what was left by other rounds is in nobody's way.
 */
export function makeRunner(sides: readonly Side[]): Runner {
  return async (histories, note = () => undefined) => {
    for (const side of sides) await side.renew()
    const ended = await Promise.allSettled(histories.map((history) => run(sides, history, note)))
    for (const each of ended) if (each.status === 'rejected') throw each.reason
  }
}

async function run(
  sides: readonly Side[],
  history: readonly Command[],
  note: (obeyed: Obeyed) => void,
): Promise<void> {
  const round = aRoundId()
  let now = OPENS
  let before = EMPTY
  for (const [turn, command] of history.entries()) {
    if (command.do === 'clock') now = command.to
    const [after, answer] = obey(before, command, { now, turn })
    for (const side of sides) {
      const given = await perform({ side, round, now: () => now }, command, { now, turn })
      if (given !== answer) throw new Error(differs(side, turn, command, { given, answer }))
    }
    note({ before, after, command, answer, isLast: turn === history.length - 1 })
    before = after
  }
  for (const side of sides) await compareWhole(side, round, before)
  const broken = brokenPromises(before)
  if (broken.length > 0) throw new Error(`The reference breaks a promise: ${broken.join('; ')}`)
}

function differs(
  { name }: Side,
  turn: number,
  command: Command,
  { given, answer }: { readonly given: string; readonly answer: string },
): string {
  return `${name} answers "${given}", not "${answer}", to command ${turn}: ${JSON.stringify(command)}`
}

async function compareWhole(
  side: Side,
  round: Parameters<Side['whole']>[0],
  reference: Reference,
): Promise<void> {
  const there = linesOf(await side.whole(round))
  const expected = linesOf(wholeOf(reference))
  const wrong = [
    ...there.filter((line) => !expected.includes(line)).map((line) => `has "${line}"`),
    ...expected.filter((line) => !there.includes(line)).map((line) => `lacks "${line}"`),
  ]
  if (wrong.length > 0) throw new Error(`At the end ${side.name} ${wrong.join(', ')}`)
}
