/**
 * The recount in the browser, as the result page offers it.
 *
 * Pure. Invariant: offered only where at least one ballot box can be counted again from what is published.
 * Decided in docs/decisions/0006.
 */
import { recountedFiles } from '../domain/snapshot-texts.ts'
import { pabulibName } from '../domain/pabulib-result.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { roundAddresses } from './addresses.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'

/** The attributes of the part that counts; undefined where nothing can be counted. */
export function recountAttributes(page: RoundPage, reader: Reader) {
  const { result, resultFiles, round } = page
  if (result === undefined) return undefined
  const folder = `results/${result.snapshot}/`
  const published = resultFiles
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length))
  if (!published.includes('paper.json') || !isCountable(result, published)) return undefined
  const names = [
    'result.json',
    ...recountedFiles(result).filter((name) => published.includes(name)),
  ]
  const { currency, timeZone } = reader.council
  return {
    'data-base': roundAddresses(reader.language, round.id).data(`${result.snapshot}/`),
    'data-files': names.join(' '),
    'data-digest': result.digest,
    'data-language': reader.language,
    'data-currency': currency,
    'data-time-zone': timeZone,
    'data-failed': reader.words.result.countFailed,
  }
}

/** Sums are enough for rules by turn that are not compared with another outcome. */
function isCountable({ rule, pools }: Snapshot, published: readonly string[]): boolean {
  const needsBallots =
    rule.method === 'equalshares' || rule.method === 'phragmen' || rule.comparison !== undefined
  return !needsBallots || pools.some(({ pool }) => published.includes(pabulibName(pool)))
}
