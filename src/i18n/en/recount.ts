/**
 * English, the recount in the browser: what it does, and what it found.
 *
 * Pure. Invariant: says what differs, never who is to blame. Decided in docs/decisions/0008.
 */
export const recount = {
  reading: 'Reading the published files',
  counting: 'Counting',
  step: (step: string) => `Counting, step ${step}`,
  agrees: (count: number, ballots: string) =>
    count === 1
      ? 'Counted again: 1 ballot. The same proposals win.'
      : `Counted again: ${ballots} ballots. The same proposals win.`,
  agreesSums: (ballots: string) =>
    `Counted again from the sums of ${ballots} ballots. The same proposals win.`,
  digest: 'The digest is the one on this page.',
  differs: 'Counted again, and something differs:',
  notCounted:
    'Where the ballots are not published, this rule cannot be counted again. The files agree with each other.',
  failed: 'The published files did not arrive. Please try again later.',
  differences: {
    outcome: 'The count finds another outcome than the published one.',
    sideBySide: 'What is said of the other rule is not what that rule does.',
    ballots: (said: string, found: string) =>
      `The result speaks of ${said} ballots, the files hold ${found}.`,
    blank: (said: string, found: string) =>
      `The result speaks of ${said} blank ballots, the files hold ${found}.`,
    limits: (count: number, ballots: string) =>
      count === 1
        ? 'One ballot could not have been cast like that.'
        : `${ballots} ballots could not have been cast like that.`,
    commitments: (count: number, ballots: string) =>
      count === 1
        ? 'One ballot is not the one that was put into the ballot box.'
        : `${ballots} ballots are not those that were put into the ballot box.`,
    pabulibBallots: (file: string) => `${file} holds other ballots than ballots.csv.`,
    pabulibPaper: (file: string) =>
      `${file} names another rule, budget or limit than paper.json, or other costs, sums or winners.`,
    certificate: (file: string) => `${file} does not hold for the ballots.`,
    paper: 'paper.json is not what was voted on.',
    rule: 'result.json names another rule than the one that was voted under.',
    missing: (file: string) => `${file} is missing.`,
    receipts: (found: string, expected: string) =>
      `There are ${found} receipts for ${expected} ballots.`,
    receiptTwice: 'A receipt stands in receipts.csv twice.',
    sheet: 'results.csv says something else than result.json.',
    resultChanged: 'result.json is not the one that was published: its digest differs.',
    unreadable: 'A file holds something that does not belong there, so it cannot be counted.',
  },
}
