/**
 * Reconciliation of the files that are about to be published: read again, as a stranger would.
 *
 * Pure. Invariant: only the texts themselves are used, not what they were made from.
 * Decided in docs/decisions/0013.
 */
import { parseRows } from './csv.ts'
import { readIssued, rootOfIssued } from './published-codes.ts'
import { reconciliationRow, type ReconciliationRow } from './reconciliation.ts'
import { recountSnapshot } from './recount.ts'
import { snapshotTexts } from './snapshot-texts.ts'
import { hallPrefix, type Snapshot } from './snapshot.ts'

export type HallRoot = { readonly hall: string; readonly issuedRoot: string }

type File = { readonly path: string; readonly text: string }

/** The rows about the files of a snapshot, whose paths are below the round's folder. */
export function reconcileFiles(
  files: readonly File[],
  facts: {
    readonly snapshot: Snapshot
    readonly issuedRoot: string
    /** The same of each hall whose box is there. */
    readonly halls?: readonly HallRoot[]
  },
): readonly ReconciliationRow[] {
  const { snapshot } = facts
  const folder = `results/${snapshot.snapshot}/`
  const texts = new Map(files.map(({ path, text }) => [path.replace(folder, ''), text]))
  const lists = snapshot.status === 'provisional' ? [] : listRows(texts, facts)
  const differences = differencesIn(texts, snapshot)
  return [...lists, reconciliationRow('result', { differences, allowed: 0 })]
}

type Texts = ReadonlyMap<string, string>

/** As many used keys, without those of invalid sheets, as receipts as ballots; a small box's stay unpublished. */
function listRows(
  texts: Texts,
  { snapshot, issuedRoot: published, halls = [] }: Parameters<typeof reconcileFiles>[1],
): ReconciliationRow[] {
  const listed = new Set(rowsOf(texts, 'ballots.csv').map(([, , pool]) => pool))
  const kept = snapshot.pools.filter(({ pool }) => !listed.has(pool))
  const unpublished = kept.reduce((ballots, pool) => ballots + pool.ballots.recorded, 0)
  const ballots = rowsOf(texts, 'ballots.csv').length
  const names = [undefined, ...halls.map(({ hall }) => hall)].map(hallPrefix)
  const inAll = (count: (before: string) => number) =>
    names.reduce((sum, before) => sum + count(before), 0)
  const used = inAll((before) => linesOf(texts, `${before}used.txt`))
  const invalid = snapshot.pools.reduce((sum, pool) => sum + (pool.ballots.invalid ?? 0), 0)
  return [
    reconciliationRow(
      'files',
      {
        used: used - invalid,
        receipts: inAll((before) => rowsOf(texts, `${before}receipts.csv`).length),
        recorded: snapshot.pools.reduce((sum, pool) => sum + pool.ballots.recorded, 0),
        ballots: ballots + unpublished,
      },
      { listed: ballots, unpublished, ...(invalid > 0 ? { invalid } : {}) },
    ),
    reconciliationRow('issued-file', {
      published: [published, ...halls.map(({ issuedRoot }) => issuedRoot)].join(' '),
      computed: names
        .map((before) => readIssued(texts.get(`${before}issued.csv`) ?? ''))
        .map((issued) => rootOfIssued(snapshot.round, issued))
        .join(' '),
    }),
  ]
}

/** How many differences a recount finds; none where the rule needs ballots that stay unpublished. */
function differencesIn(texts: Texts, snapshot: Snapshot): number {
  const sorted = snapshotTexts(snapshot, texts)
  // Without paper.json nothing can be counted again.
  if (sorted === undefined) return 1
  const recounts = recountSnapshot(sorted)
  return recounts.reduce((found, { differences }) => found + differences.length, 0)
}

function rowsOf(texts: Texts, name: string): readonly (readonly string[])[] {
  return parseRows(texts.get(name) ?? '').slice(1)
}

function linesOf(texts: Texts, name: string): number {
  return (texts.get(name) ?? '').split('\n').filter(Boolean).length
}
