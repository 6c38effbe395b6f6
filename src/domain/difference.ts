/**
 * Differences: what a recount can find wrong, as data, so that each reader gets it in her own words.
 *
 * Pure. Invariant: an empty list means that everything published agrees. Decided in docs/decisions/0006.
 */

export type Difference =
  /** The recount funds other proposals, or for other reasons. */
  | { readonly kind: 'outcome' }
  /** What was published of another rule is not what that rule makes of the ballots. */
  | { readonly kind: 'side-by-side' }
  /** The numbers of ballots in result.json, and those that were found. */
  | { readonly kind: 'ballots'; readonly said: BallotCount; readonly found: BallotCount }
  /** A ballot of ballots.csv is not the one that was put into the box. */
  | { readonly kind: 'commitment'; readonly commitment: string }
  /** A ballot of ballots.csv is one that could not have been cast. */
  | { readonly kind: 'limits'; readonly commitment: string }
  /** The .pb file holds other ballots than ballots.csv. */
  | { readonly kind: 'pabulib-ballots'; readonly file: string }
  /** The .pb file names another rule, budget or limit, or other costs, sums or winners. */
  | { readonly kind: 'pabulib-paper'; readonly file: string }
  /** The certificate does not hold for the ballots, or funds something else than the result; why, in words of the verifier. */
  | { readonly kind: 'certificate'; readonly file: string; readonly why: string }
  /** paper.json is not what was voted on. */
  | { readonly kind: 'paper' }
  /** result.json names another rule than paper.json. */
  | { readonly kind: 'rule' }
  /** A file that belongs to the result is not there. */
  | { readonly kind: 'missing'; readonly file: string }
  /** The number of receipts is not that of the ballots. */
  | { readonly kind: 'receipts'; readonly found: number; readonly expected: number }
  /** One receipt stands for two ballots. */
  | { readonly kind: 'receipt-twice' }
  /** results.csv is missing or says something else than result.json. */
  | { readonly kind: 'sheet' }

export type BallotCount = { readonly recorded: number; readonly blank: number }

/** What any other count than the published one makes differ by itself. */
const OF_THE_COUNT = new Set<Difference['kind']>([
  'outcome',
  'side-by-side',
  'pabulib-paper',
  'certificate',
])

/** Whether it is wrong by whatever rule the ballots are counted. */
export function isOfFiles({ kind }: Difference): boolean {
  return !OF_THE_COUNT.has(kind)
}
