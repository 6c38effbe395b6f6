/**
 * English, refusals of a round on its way: from its files to the end of its vote.
 *
 * Pure. Invariant: what happened and what to do next; no command of a terminal.
 * Decided in docs/decisions/0008 and 0028.
 */
import { says } from '../refusal-text.ts'

export const roundRefusals = {
  'box-without-codes': says(
    'A ballot box has no codes',
    ({ boxes }) => `Nobody could vote here: ${boxes}. Make codes for it first.`,
  ),
  'codes-of-no-box': says(
    'Some codes fit no ballot box',
    ({ count }) =>
      `${count} codes were made before the areas of the round changed. Give the areas their money as it was then, or start a new round.`,
  ),
  'end-too-late': says(
    'That end is too far away',
    ({ latest }, format) =>
      `The end can move by at most 31 days at a time. The latest is now ${format.ends(latest ?? '')}.`,
  ),
  'complaints-frozen': says(
    'The time for complaints cannot get shorter',
    () => 'Voting was opened with it, and people rely on it. Give as many days, or more.',
  ),
  'deploy-pending': says(
    'A change is on its way to the site',
    () =>
      'Something newer is published than what the site shows. Wait some minutes until it is built, and look again. If this stays, find out why the build stopped.',
  ),
  'files-unreadable': says(
    'A file of the round has a mistake',
    ({ path }) => `The site cannot be built with ${path} as it is now. Mend that file first.`,
  ),
}
