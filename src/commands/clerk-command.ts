/**
 * What the clerk's commands share: settings of the embedded home, and refusals in words.
 *
 * Talks to the environment and .data/. Invariant: settings that are given win; only where STORE is not
 * set does a command use the embedded store that `npm start` left in .data/. Decided in docs/decisions/0002.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { live } from '../adapters/live.ts'
import type { ClerkRefusal, ClerkRefusalCode } from '../domain/clerk-refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Ports } from '../service/ports.ts'
import { PROJECT_DIR } from './host/project.ts'
import { Refused } from './refused.ts'

/** The ports as set, or of the example that `npm start` runs. */
export async function openPorts(): Promise<Ports> {
  const data = join(PROJECT_DIR, '.data')
  if (!process.env['STORE']) {
    if (!existsSync(join(data, 'key')))
      throw new Refused(
        'There is no store yet. Set STORE and its settings (README), or run npm start first.',
      )
    Object.assign(process.env, {
      STORE: 'sqlite',
      DATA_DIR: data,
      CHEST_KEY: readFileSync(join(data, 'key'), 'utf8').trim(),
      CONTENT_DIR: join(data, 'content'),
      SITE_URL: process.env['SITE_URL'] || readAddress(data),
    })
  }
  return live()
}

/** Where `npm start` serves the example. */
function readAddress(data: string): string {
  const file = join(data, 'address')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : 'http://localhost:4321'
}

/** The value, or the refusal as a fault with a sentence for the terminal. */
export function need<T>(result: Result<T, ClerkRefusal>): T {
  if (result.ok) return result.value
  const { code, details } = result.error
  throw new Refused(SENTENCES[code](details))
}

type Details = ClerkRefusal['details']

const SENTENCES: Readonly<Record<ClerkRefusalCode, (details: Details) => string>> = {
  'round-unknown': ({ round }) => `There is no round "${round}" in content/rounds.`,
  'round-without-vote': () => 'This round has no voting phase.',
  'area-unknown': ({ areas }) => `Name the ballot box with --area: ${areas}.`,
  'lot-not-drawn': () => 'Draw the lot for ties first, and write its order into round.md (lot).',
  'lot-drawn': () =>
    'The lot for ties is already drawn, so the ballot is settled. Take lot out of round.md, approve, and draw again.',
  'lot-incomplete': () => 'The order must name each proposal on the ballot, each once.',
  'ballot-impossible': ({ pool, minLength, proposals }) =>
    `Nobody could fill in the ballot of the ballot box "${pool}": it asks for at least ${minLength} proposals, and of the ${proposals} on it so many cannot be chosen together. Mend ballot in round.md, or the proposals.`,
  'no-codes': () => 'Make voting codes first: npm run tokens -- <round> --count N.',
  'box-without-codes': ({ boxes }) =>
    `Nobody could vote here, for there are no codes: ${boxes}. Make them first: npm run tokens -- <round> --area <area> --count N.`,
  'codes-of-no-box': ({ count }) =>
    `${count} codes belong to ballot boxes that the round no longer has. Give its areas their money as it was when the codes were made.`,
  'codes-changed': () =>
    'Codes were made or voting was opened by somebody else just now. Look, and try again.',
  'codes-frozen': () =>
    'Voting has been opened, so no codes can be added. Use the reserve: --reissue.',
  'state-wrong': ({ state }) => `This cannot be done now: the round is ${state}.`,
  'end-not-later': ({ to }) =>
    `${to} is not later than the end that is set, or the round is not open.`,
  'end-too-late': ({ latest }) => `Voting can be extended until ${latest} at most, for now.`,
  'before-end': ({ earliest }) => `Voting never closes early. The earliest is ${earliest}.`,
  'reason-missing': () =>
    'Say why in one line, for everyone to read: --reason "The list of proposals has a mistake."',
  'board-behind': () =>
    'The public board does not hold the last checkpoint yet. It is tried again every five minutes; the log says what is wrong.',
  'not-reconciled': ({ rows }) =>
    `Nothing was published, because these numbers do not agree: ${rows}. docs/protocol.md says what each row compares.`,
  'no-final-result': () =>
    'There is no final result yet: publish it first (npm run round -- <round> certify).',
  'before-complaints': ({ earliest }) =>
    `The result can be contested until ${earliest}; nothing is purged before that. The schedule purges by itself a day later.`,
  'serial-not-live': ({ serial, state }) =>
    `The code of letter ${serial} cannot be replaced: it is ${state}. Nothing was changed.`,
  'no-reserve': ({ serial }) =>
    `Letter ${serial} is not an unused reserve letter of the same ballot box.`,
  'serial-unknown': ({ serial }) => `There is no letter ${serial}.`,
  'paper-unused': () =>
    'This round counts no ballots on paper. Write paper: true into round.md before voting opens.',
  'paper-waiting': ({ waiting }) =>
    `${waiting} paper ballots are not in the box yet. Box or release their batches first.`,
  'paper-ended': () =>
    'The last paper of this ballot box was separated already, with the word that no more comes.',
  'stub-unknown': () => 'No letter has this code. The sheet belongs in the refused envelope.',
  'stub-revoked': () =>
    'The code was replaced by another letter. The sheet belongs in the refused envelope.',
  'stub-used': () => 'The code has voted already. The sheet belongs in the refused envelope.',
  'stub-held': () =>
    'The code is held already. Unless you scanned one stub twice, the sheet belongs in the refused envelope.',
  'stub-other-area': () =>
    'The code belongs to another ballot box. The sheet belongs in the refused envelope.',
  'stub-not-held': ({ batch }) => `Batch ${batch} does not hold this code.`,
  'batch-unknown': ({ batch }) => `There is no paper batch ${batch}.`,
  'batch-taken': ({ batch }) =>
    `There is a paper batch ${batch} already, or it is too late for one.`,
  'batch-state': ({ batch }) =>
    `This cannot be done now with paper batch ${batch}. Sheets are separated after voting was closed.`,
  'batch-full': ({ most }) => `A paper batch holds at most ${most} sheets. Begin another one.`,
  'batch-too-small': ({ sheets, fewest }) =>
    `${sheets} sheets are too few to hide whose is whose: a batch has at least ${fewest}.`,
  'batch-changed': () => 'Somebody changed this batch just now. Look, and try again.',
  'sheets-differ': ({ counted }) =>
    `${counted} sheets were counted, and another number of stubs is held. Count again.`,
  'sheets-open': ({ sheets }) => `These sheets are not typed twice yet: ${sheets}.`,
  'sheets-unsettled': ({ sheets }) => `A third person must look at these sheets: ${sheets}.`,
  'sheet-unknown': ({ sheet }) => `There is no sheet ${sheet} in this batch.`,
  'sheet-typed-twice': ({ sheet }) => `Two others have typed sheet ${sheet} already.`,
  'sheet-settled': ({ sheet }) => `Sheet ${sheet} is settled: both readings are the same.`,
  'third-person-needed': ({ sheet }) =>
    `You typed sheet ${sheet} yourself. Somebody else must take the third look.`,
  'blank-is-ballot': () => 'A blank sheet is a ballot in this round. Enter it without choices.',
  'ballot-differs': () =>
    'The proposals in content/ are not the ones that were voted on. Restore them, then count.',
  'submission-unknown': ({ id }) => `There is no submission ${id}.`,
  'submission-not-waiting': ({ state }) =>
    `This submission is not waiting any more: it is ${state}.`,
  'submission-changed': () =>
    'Somebody else has changed this submission since you opened it. Open it again; nothing was changed.',
  'edition-invalid': (faults) =>
    `The text cannot be published like this: ${Object.entries(faults)
      .map(([field, fault]) => `${field}: ${fault}`)
      .join('; ')}.`,
  'picture-missing': ({ id }) =>
    `The picture of submission ${id} is gone. Choose it again at the desk, or take it away there.`,
  'merge-circular': ({ id }) =>
    `Submission ${id} has others merged into it, or is the one to merge into. Choose the other way round.`,
  'id-taken': ({ path }) => `${path} is already published with another text.`,
  'changed-meanwhile': ({ path }) =>
    `Somebody has changed ${path} since it was opened. Open it again; nothing was published.`,
  'round-invalid': ({ count }) => `The round has ${count} faults; nothing was published.`,
  'not-delivered': () => 'Updates are posted for what the published result funds.',
  'entry-invalid': () => 'There is a mistake in a day, text or amount; nothing was published.',
  'cost-frozen': () => 'Voting was opened: the cost of a proposal is fixed.',
  'round-frozen': () => 'Voting was opened: money, ballot, rule, paper and proposals are fixed.',
  'voting-frozen': () => 'Voting was opened: its dates are fixed. Extend the end instead.',
  'complaints-frozen': () => 'Voting was opened: the time for complaints can only get longer.',
  'deploy-pending': () =>
    'The newest commit changes what is voted on, and this folder or deploy does not have it yet. Build it first.',
  'files-unreadable': ({ path }) => `The newest ${path} has a mistake. Mend it first.`,
  'hall-unknown': ({ hall }) => `round.md names no hall ${hall} for this round.`,
  'hall-not-here': () => 'This is not the laptop of a hall of this round.',
  'hall-counts-elsewhere': () =>
    "This is a hall's laptop. Its box is counted at the office, with all others: carry its file there.",
  'halls-out': ({ halls }) =>
    `The boxes of these halls are still out: ${halls}. Take their files in at the desk, or give them up there.`,
  'hall-other-ballot': () =>
    "The content on this laptop is not what the laptop was prepared with. Copy the council's content again: npm run hall -- <file> --content <folder>.",
  'hall-prepare-again': ({ halls }) =>
    `The ballot was changed since the laptops of these halls were prepared: ${halls}. Prepare them again at the desk, or their votes cannot be counted.`,
  'hall-begun': ({ hall }) =>
    `Voting has begun, so hall ${hall} votes with the line that was given last. It is not prepared afresh any more.`,
  'hall-settled': ({ hall }) =>
    `Another file of hall ${hall} was taken in, or its box was given up.`,
  'hall-file-unreadable': () => "This is not the file of a hall's box, or a part of it is missing.",
  'hall-file-other-round': ({ round }) => `This file is of the round ${round}.`,
  'hall-file-changed': ({ hall }) =>
    `This file was changed on its way, or is not of the laptop of hall ${hall}. Carry it again.`,
  'hall-file-other-box': ({ hall }) =>
    `This file was not made on the laptop that was prepared for hall ${hall}.`,
  'hall-file-rehearsal': ({ hall }) =>
    `This box of hall ${hall} is not of the start that the opening record names: it was a rehearsal, or an earlier start.`,
  'hall-codes-twice': ({ count, halls }) =>
    `${count} used codes were made for two boxes${halls ? ` (the other one of: ${halls})` : ''}, so that somebody could vote twice.`,
}
