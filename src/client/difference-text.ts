/**
 * What a recount in the browser found, in the page's language.
 *
 * Pure. Invariant: every kind of difference has a sentence; many of one kind are one sentence.
 * Decided in docs/decisions/0006.
 */
import type { Difference } from '../domain/difference.ts'
import type { Format } from '../i18n/format.ts'
import type { RecountWords } from '../i18n/recount-words.ts'

/** What a recount found, or what only a reader of files can find. */
export type Finding = Difference | { readonly kind: 'digest' | 'unreadable' }

type Said = { readonly words: RecountWords; readonly format: Format }

/** One sentence for each finding; ballots that are not those of the box are counted in one. */
export function differenceTexts(findings: readonly Finding[], said: Said): readonly string[] {
  const { differences } = said.words
  const counted = (
    name: 'commitment' | 'limits',
    say: (count: number, shown: string) => string,
  ) => {
    const count = findings.filter(({ kind }) => kind === name).length
    return count > 0 ? [say(count, said.format.number(count))] : []
  }
  return [
    ...findings.flatMap((finding) => differenceText(finding, said)),
    ...counted('commitment', differences.commitments),
    ...counted('limits', differences.limits),
  ]
}

function differenceText(finding: Finding, { words, format }: Said): readonly string[] {
  const say = words.differences
  switch (finding.kind) {
    case 'outcome':
      return [say.outcome]
    case 'side-by-side':
      return [say.sideBySide]
    case 'ballots': {
      const { said, found } = finding
      return said.recorded === found.recorded
        ? [say.blank(format.number(said.blank), format.number(found.blank))]
        : [say.ballots(format.number(said.recorded), format.number(found.recorded))]
    }
    case 'commitment':
    case 'limits':
      return []
    case 'pabulib-ballots':
      return [say.pabulibBallots(finding.file)]
    case 'pabulib-paper':
      return [say.pabulibPaper(finding.file)]
    case 'certificate':
      return [say.certificate(finding.file)]
    case 'paper':
      return [say.paper]
    case 'rule':
      return [say.rule]
    case 'missing':
      return [say.missing(finding.file)]
    case 'receipts':
      return [say.receipts(format.number(finding.found), format.number(finding.expected))]
    case 'receipt-twice':
      return [say.receiptTwice]
    case 'sheet':
      return [say.sheet]
    case 'digest':
      return [say.resultChanged]
    case 'unreadable':
      return [say.unreadable]
  }
}
