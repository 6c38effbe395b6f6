/**
 * Snapshot texts: the published files of one snapshot, sorted by what they are.
 *
 * Pure. Invariant: a file that is not named here is not read; a missing one is undefined, not empty; one
 * that cannot be read is named. Decided in docs/decisions/0006.
 */
import { parsePabulib, type Pabulib } from './pabulib.ts'
import { certificateName } from './published-certificate.ts'
import type { Snapshot } from './snapshot.ts'
import { pabulibName } from './pabulib-result.ts'

/** The published files of one snapshot, as text; ballots only where the box reached the floor. */
export type SnapshotTexts = {
  readonly snapshot: Snapshot
  readonly paper: string
  readonly ballots: string | undefined
  readonly receipts: string | undefined
  /** The table for spreadsheets. */
  readonly sheet: string | undefined
  /** By pool. */
  readonly pabulib: ReadonlyMap<string, Pabulib>
  /** By pool; a result may have none. */
  readonly certificates: ReadonlyMap<string, string>
}

/** Names of the files that a recount reads beside result.json. */
export function recountedFiles({ pools }: Snapshot): readonly string[] {
  const boxes = pools.flatMap(({ pool }) => [pabulibName(pool), certificateName(pool)])
  return ['paper.json', 'results.csv', 'receipts.csv', 'ballots.csv', ...boxes]
}

/** A published file that is not what its name says. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** Reads the file of that name; a fault in it becomes an UnreadableFile that names it. */
export function readNamed<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : String(fault)
    throw new UnreadableFile(`${name} cannot be read. ${words}`, { cause: fault })
  }
}

/** Sorts the files, by name; undefined where paper.json is not among them. Throws an UnreadableFile where a .pb file is none. */
export function snapshotTexts(
  snapshot: Snapshot,
  files: ReadonlyMap<string, string>,
): SnapshotTexts | undefined {
  const paper = files.get('paper.json')
  if (paper === undefined) return undefined
  const byPool = (nameOf: (pool: string) => string) =>
    snapshot.pools.flatMap(({ pool }) => {
      const text = files.get(nameOf(pool))
      return text === undefined ? [] : [[pool, text] as const]
    })
  return {
    snapshot,
    paper,
    ballots: files.get('ballots.csv'),
    receipts: files.get('receipts.csv'),
    sheet: files.get('results.csv'),
    pabulib: new Map(byPool(pabulibName).map(([pool, text]) => [pool, readPabulib(pool, text)])),
    certificates: new Map<string, string>(byPool(certificateName)),
  }
}

function readPabulib(pool: string, text: string): Pabulib {
  return readNamed(pabulibName(pool), () => parsePabulib(text))
}
