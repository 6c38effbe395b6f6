/**
 * The example council's content: a throw-away repository whose newest vote is open today.
 *
 * Talks to the file system and to git. Invariant: the content it is copied from is only read.
 * Decided in docs/decisions/0007.
 */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readContent } from '../../adapters/content/read-content.ts'
import type { Round } from '../../domain/round.ts'
import { printLocal, type Instant } from '../../domain/time.ts'
import { commitAll } from '../commit-all.ts'
import { endVoting, shiftRound } from './shift-dates.ts'

export type ExampleCopy = {
  /** The content to copy from. */
  readonly source: string
  /** The folder of the new repository; it must not exist. */
  readonly directory: string
  readonly now: Instant
  /** When voting is to end; by its own dates, unless said. */
  readonly closesAt?: Instant | undefined
}

/** Copies the content, moves the undecided round's dates, and commits all as "The example council" on `main`. */
export async function copyExample({
  source,
  directory,
  now,
  closesAt,
}: ExampleCopy): Promise<void> {
  const { council, rounds } = await readContent(source)
  await cp(source, directory, { recursive: true, filter: (path) => basename(path) !== '.git' })
  const undecided = findUndecided(rounds)
  if (undecided) {
    const file = join(directory, 'rounds', undecided.round.id, 'round.md')
    const shifted = shiftRound(await readFile(file, 'utf8'), now, council.timeZone)
    const end = closesAt && printLocal(closesAt, council.timeZone)
    await writeFile(file, end ? endVoting(shifted, end) : shifted)
  }
  await commitAll(directory, 'The example council')
}

/** The round whose vote begins last, if it has no result; undefined where it has one, or where nobody votes. */
export function findUndecided<Folder extends { readonly round: Round; readonly result: unknown }>(
  rounds: readonly Folder[],
): Folder | undefined {
  const [newest] = rounds
    .filter(({ round }) => votingBegin(round) !== '')
    .toSorted((a, b) => votingBegin(b.round).localeCompare(votingBegin(a.round)))
  return newest?.result === undefined ? newest : undefined
}

/** Local times sort as text. */
function votingBegin(round: Round): string {
  return round.phases.find(({ phase }) => phase === 'voting')?.from ?? ''
}
