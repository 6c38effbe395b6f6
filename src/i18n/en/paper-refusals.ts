/**
 * English, refusals on the way of paper: what whoever scans, types or boxes is told when something is not done.
 *
 * Pure. Invariant: what happened and what to do with the sheet; no code and no choice.
 * Decided in docs/decisions/0008 and 0025.
 */
import { says } from '../refusal-text.ts'

export const paperRefusals = {
  'serial-unknown': says(
    'There is no such letter',
    ({ serial }) => `No letter has the number ${serial}. Look at the number under the code again.`,
  ),
  'paper-unused': says(
    'No paper in this round',
    () => 'This round counts no ballots on paper. That has to be set before voting opens.',
  ),
  'paper-waiting': says(
    'Paper ballots are waiting',
    ({ waiting }) =>
      `${waiting} paper ballots are not in the box yet. Box their batches first, or release their stubs.`,
  ),
  'paper-ended': says(
    'No more paper of this box',
    () =>
      'A clerk said that no more comes, and the last sheets were separated. Only a batch that is there already can be filled up to 10.',
  ),
  'stub-unknown': says(
    'No letter has this code',
    () => 'Put the sheet, unopened, into the refused envelope. Nothing was changed.',
  ),
  'stub-revoked': says(
    'This code was replaced',
    () => 'Another letter was given for it. Put the sheet, unopened, into the refused envelope.',
  ),
  'stub-used': says(
    'This code has voted',
    () =>
      'A ballot with it is in the box already. Put the sheet, unopened, into the refused envelope.',
  ),
  'stub-held': says(
    'This code is held already',
    () =>
      'You may have scanned one stub twice. Otherwise put the sheet, unopened, into the refused envelope.',
  ),
  'stub-other-area': says(
    'This code is of another area',
    () => 'Scan it for the batch of its own ballot box. Nothing was changed.',
  ),
  'stub-not-held': says(
    'This stub is not in the batch',
    ({ batch }) => `Batch ${batch} does not hold this code. Look for it in another batch.`,
  ),
  'batch-unknown': says(
    'There is no such batch',
    ({ batch }) => `No batch of paper has the name ${batch}. Load the page again.`,
  ),
  'batch-taken': says(
    'This batch cannot begin',
    ({ batch }) =>
      `The name ${batch} is taken, or the round takes no more paper. Choose another name.`,
  ),
  'batch-state': says(
    'Not possible with this batch now',
    ({ batch }) =>
      `Batch ${batch} is further on, or not so far. Sheets are separated after voting was closed.`,
  ),
  'batch-full': says(
    'This batch is full',
    ({ most }) => `A batch holds ${most} sheets at most. Begin another one.`,
  ),
  'batch-too-small': says(
    'Too few sheets to keep the vote secret',
    ({ sheets, fewest }) =>
      `${sheets} sheets do not hide whose is whose: a batch needs at least ${fewest}. Put them with others.`,
  ),
  'batch-changed': says(
    'The batch was changed just now',
    () => 'Somebody else worked on it. Load the page again, and try again.',
  ),
  'sheets-differ': says(
    'Sheets and stubs are not as many',
    ({ counted, held }) =>
      `You counted ${counted} sheets, and ${held} stubs are held. Count again before you tear off a stub.`,
  ),
  'sheets-open': says(
    'Not every sheet is typed twice',
    ({ sheets }) => `Two people have to type each sheet. Still open: ${sheets}.`,
  ),
  'sheets-unsettled': says(
    'Two readings differ',
    ({ sheets }) => `A third person must look at these sheets first: ${sheets}.`,
  ),
  'sheet-unknown': says(
    'There is no such sheet',
    ({ sheet }) => `This batch has no sheet ${sheet}. Look at the number on the sheet again.`,
  ),
  'sheet-typed-twice': says(
    'This sheet is typed already',
    ({ sheet }) => `Two others have typed sheet ${sheet}. Go on with the next one.`,
  ),
  'sheet-settled': says(
    'Nothing to settle here',
    ({ sheet }) => `Both readings of sheet ${sheet} are the same.`,
  ),
  'third-person-needed': says(
    'Somebody else must look',
    ({ sheet }) => `You typed sheet ${sheet} yourself. A third person decides what it says.`,
  ),
  'blank-is-ballot': says(
    'A blank sheet counts here',
    () => 'This round allows blank ballots. Enter the sheet without a choice.',
  ),
}
