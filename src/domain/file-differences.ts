/**
 * File differences: what is wrong with published files that are not about one ballot box.
 *
 * Pure. Invariant: every published list is held against the others. Decided in docs/decisions/0006.
 */
import { boxNumbers } from './box-numbers.ts'
import { canonicalJson } from './canonical-json.ts'
import { parseRows } from './csv.ts'
import type { Difference } from './difference.ts'
import { digestOf, type FrozenPaper } from './digest.ts'
import { pabulibName } from './pabulib-result.ts'
import { resultsSheet } from './snapshot-files.ts'
import type { SnapshotTexts } from './snapshot-texts.ts'

/** What must hold, and what is said where it does not. */
type Check = readonly [holds: boolean, otherwise: Difference]

/** What does not agree between result.json, paper.json, receipts.csv and results.csv. */
export function fileDifferences(texts: SnapshotTexts, frozen: FrozenPaper): readonly Difference[] {
  const { snapshot, sheet } = texts
  const large = snapshot.pools.filter(({ ballots }) => ballots.recorded >= frozen.floor)
  const final = snapshot.status !== 'provisional'
  const checks: readonly Check[] = [
    [digestOf(texts.paper.trimEnd()) === snapshot.ballotDigest, { kind: 'paper' }],
    [canonicalJson(snapshot.rule) === canonicalJson(frozen.rule), { kind: 'rule' }],
    ...receiptChecks(texts, final),
    [
      !final || large.length === 0 || texts.ballots !== undefined,
      { kind: 'missing', file: 'ballots.csv' },
    ],
    ...large.map(({ pool }): Check => [
      !final || texts.pabulib.has(pool),
      { kind: 'missing', file: pabulibName(pool) },
    ]),
    [sheet === resultsSheet(snapshot, frozen.proposals), { kind: 'sheet' }],
  ]
  return checks.flatMap(([holds, difference]) => (holds ? [] : [difference]))
}

function receiptChecks({ snapshot, receipts }: SnapshotTexts, final: boolean): readonly Check[] {
  const [, ...rows] = receipts === undefined ? [] : parseRows(receipts)
  // The receipts of halls are in lists of their own.
  const expected = boxNumbers(snapshot, undefined).reduce((sum, { recorded }) => sum + recorded, 0)
  const most = mostAlike(rows.map(([receipt]) => receipt))
  return [
    [!final || receipts !== undefined, { kind: 'missing', file: 'receipts.csv' }],
    [!final || rows.length === expected, { kind: 'receipts', found: rows.length, expected }],
    [most <= snapshot.pools.length, { kind: 'receipt-twice' }],
  ]
}

/** How often the most frequent one is there: a box holds a receipt once, and a round has one box or several. */
function mostAlike(receipts: readonly (string | undefined)[]): number {
  const found = new Map<string | undefined, number>()
  for (const receipt of receipts) found.set(receipt, (found.get(receipt) ?? 0) + 1)
  return Math.max(0, ...new Set(found.values()))
}
