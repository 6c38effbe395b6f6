/**
 * What a recount found wrong, in sentences for a terminal.
 *
 * Pure. Invariant: each names the file and what it should hold. Decided in docs/decisions/0006.
 */
import type { Difference } from '../domain/difference.ts'

/** One line for one difference. */
export function describeDifference(difference: Difference): string {
  switch (difference.kind) {
    case 'outcome':
      return 'the published outcome is another one'
    case 'side-by-side':
      return 'what result.json says of another rule is not what that rule does'
    case 'ballots': {
      const { said, found } = difference
      return `result.json says ${said.recorded} ballots (${said.blank} blank), found ${found.recorded} (${found.blank})`
    }
    case 'commitment':
      return `ballots.csv: ${difference.commitment} is not the commitment of its ballot`
    case 'limits':
      return `ballots.csv: ${difference.commitment} is not a ballot that could be cast`
    case 'pabulib-ballots':
      return `${difference.file} holds other ballots than ballots.csv`
    case 'pabulib-paper':
      return `${difference.file} names another rule, budget or limit than paper.json, or other costs, sums or winners`
    case 'certificate':
      return `${difference.file} does not hold for the ballots: ${difference.why}`
    case 'paper':
      return 'paper.json is not what was voted on: its digest differs'
    case 'rule':
      return 'result.json names another rule than paper.json'
    case 'missing':
      return difference.file.endsWith('.pb')
        ? 'a .pb file is missing'
        : `${difference.file} is missing`
    case 'receipts':
      return `receipts.csv holds ${difference.found} receipts, expected ${difference.expected}`
    case 'receipt-twice':
      return 'receipts.csv names a receipt twice'
    case 'sheet':
      return 'results.csv is missing or says something else than result.json'
  }
}
