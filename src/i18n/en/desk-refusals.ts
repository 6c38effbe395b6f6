/**
 * English, refusals of the desk: what a clerk or a teller is told when something is not done.
 *
 * Pure. Invariant: what happened and what to do next; no blame, no command of a terminal.
 * Decided in docs/decisions/0008 and 0022.
 */
import { says } from '../refusal-text.ts'
import { boxStates, notReplaced } from './box-states.ts'

export const deskRefusals = {
  'action-unknown': says(
    'This page is out of date',
    () => 'The desk was renewed since you opened this page. Load it again.',
  ),
  'signed-out': says(
    'You are not signed in',
    () => 'Your session is over. Sign in again with your passkey; nothing was changed.',
  ),
  'role-not-enough': says(
    'Only a clerk can do this',
    () => 'You are signed in as a teller. Ask a clerk to do it.',
  ),
  'passkey-again': says(
    'Your passkey is needed again',
    () => 'Use your passkey once more to go on. Nothing was changed so far.',
  ),
  'passkey-unknown': says(
    'This passkey is not known here',
    () =>
      'The passkey was never added here, or its owner was removed. Ask a clerk for an invitation.',
  ),
  'passkey-not-accepted': says(
    'The passkey could not be checked',
    () => 'Your device must ask for a fingerprint, face or PIN. Try again, or use another passkey.',
  ),
  'passkey-taken': says(
    'This passkey is in use already',
    () => 'The passkey already belongs to somebody at this desk. Make another one.',
  ),
  'challenge-over': says('That took too long', () => 'Five minutes have passed. Start again.'),
  'invitation-unknown': says(
    'This invitation does not work',
    () =>
      'It was used, taken back, or is older than 72 hours. See whether you copied the whole link, or ask for another.',
  ),
  'set-up-used': says(
    'The set-up was done already',
    () =>
      'This link works once, and it was used. Ask a clerk for an invitation, or change SETUP_SECRET in the settings of the host.',
  ),
  'last-clerk': says(
    'One clerk must stay',
    () => 'This is the only clerk. Invite another one first.',
  ),
  'last-passkey': says(
    'One passkey must stay',
    () => 'Nobody can sign in without one. Add another one first, then take this one away.',
  ),
  'person-unknown': says(
    'There is no such person',
    () => 'Somebody may have removed this person just now. Load the page again.',
  ),
  'not-there': says(
    'It is not there any more',
    () => 'Somebody may have ended it just now. Load the page again.',
  ),
  'desk-changed': says(
    'Somebody was quicker',
    () =>
      'This was changed just now, perhaps by a colleague. Nothing was overwritten: load the page again.',
  ),
  'voting-over': says(
    'The dates of this vote are over',
    ({ closesAt }, format) =>
      `Voting was to end ${format.instant(closesAt ?? '')}. Move the dates of the round first.`,
  ),
}

export const clerkRefusals = {
  'round-unknown': says(
    'There is no such round',
    ({ round }) => `The council's content has no round called ${round}.`,
  ),
  'round-without-vote': says(
    'This round has no vote',
    () => 'Give the round a voting phase first, with its dates.',
  ),
  'area-unknown': says('Which area?', ({ areas }) => `Choose one of these ballot boxes: ${areas}.`),
  'lot-not-drawn': says(
    'The lot is not drawn',
    () => 'Draw the lot for ties first, in public, and enter its order.',
  ),
  'lot-drawn': says(
    'The lot is drawn already',
    () =>
      'The lot for ties settles the ballot. Take the lot out, change the proposals, and draw again.',
  ),
  'lot-incomplete': says(
    'The order is not whole',
    () =>
      'Give each proposal on the ballot one place. Publish the proposals first where some are missing.',
  ),
  'ballot-impossible': says(
    'Nobody could fill in this ballot',
    ({ pool, minLength, proposals }) =>
      `A ballot for “${pool}” needs at least ${minLength} proposals. Of the ${proposals} there so many cannot be chosen together. Change the ballot or the proposals.`,
  ),
  'no-codes': says('There are no voting codes', () => 'Make voting codes first, and print them.'),
  'codes-changed': says(
    'The codes have changed',
    () => 'Somebody made codes or opened the vote just now. Look again, then try again.',
  ),
  'codes-frozen': says(
    'No codes can be added now',
    () => 'Voting was opened, so the number of codes is fixed. Use a letter from the reserve.',
  ),
  'state-wrong': says(
    'This cannot be done now',
    ({ state }) => `The round is ${boxStates[String(state)] ?? 'in another state'}.`,
  ),
  'end-not-later': says(
    'The new end is not later',
    ({ to }) => `${to} is not after the end that is set, or the round is not open.`,
  ),
  'before-end': says(
    'Voting is not over',
    ({ earliest }, format) =>
      `Voting never closes before its announced end. The earliest is ${format.instant(earliest ?? '')}.`,
  ),
  'reason-missing': says('Say why', () => 'Write one line that everyone can read.'),
  'board-behind': says(
    'The public record is behind',
    () =>
      'The last checkpoint is not public yet. It is tried every five minutes: wait, and try again.',
  ),
  'not-reconciled': says(
    'The numbers do not agree',
    ({ rows }) => `Nothing was published, because these numbers differ: ${rows}.`,
  ),
  'no-final-result': says(
    'There is no final result yet',
    () => 'Certify the result first, in the room Count.',
  ),
  'before-complaints': says(
    'The time for complaints is not over',
    ({ earliest }, format) =>
      `The result can be contested until ${format.instant(earliest ?? '')}. Nothing is cleared before that.`,
  ),
  'serial-not-live': says(
    'This letter cannot be replaced',
    ({ serial, state }) =>
      `Letter ${serial} ${notReplaced[String(state)] ?? ''}. Nothing was changed.`,
  ),
  'no-reserve': says(
    'This is no unused reserve letter',
    ({ serial }) =>
      `Letter ${serial} is not an unused letter from the reserve of the same ballot box.`,
  ),
  'ballot-differs': says(
    'The proposals were changed',
    () => 'The proposals are not the ones that were voted on. Bring them back first, then count.',
  ),
  'submission-unknown': says(
    'There is no such submission',
    () => 'It may have been cleared. Load the page again.',
  ),
  'submission-changed': says(
    'Somebody else changed it meanwhile',
    () =>
      'A colleague has changed this submission since you opened it. Nothing was overwritten: read what stands here now, and send yours again.',
  ),
  'edition-invalid': says(
    'It cannot be published like this',
    ({ title }) =>
      `${title === undefined ? '' : `“${title}”: `}One of the fields does not fit the limits of the round. Look at cost, theme and area.`,
  ),
  'picture-missing': says(
    'The picture is not there any more',
    () =>
      'The picture of this submission is gone. Choose it again in the form for editing, or take it away there.',
  ),
  'merge-circular': says(
    'These cannot be merged this way',
    () => 'One of them has others merged into it already. Choose that one to go on.',
  ),
  'submission-not-waiting': says(
    'This was decided already',
    () => 'A colleague dealt with this submission just now.',
  ),
  'id-taken': says(
    'This name is taken',
    ({ path }) => `${path} is already published with another text.`,
  ),
  'changed-meanwhile': says(
    'This has changed meanwhile',
    ({ path }) =>
      `Somebody has changed ${path} since you opened it. Nothing was published. Open it again and repeat your change.`,
  ),
  'not-delivered': says(
    'Nothing to tell of this proposal',
    () => 'Only a project that the published result funds has updates. Show the round again.',
  ),
  'entry-invalid': says(
    'There is a mistake in it',
    () =>
      'Look at the day, the texts and the amount again, and send it once more. Nothing was published.',
  ),
  'cost-frozen': says(
    'The cost is part of the vote now',
    () =>
      'Voting was opened, so people vote by the cost that they read. Leave the amount empty, and say what was found in the reason.',
  ),
  'round-invalid': says(
    'The round is not complete',
    ({ count }) =>
      `${count === 1 ? 'One field is' : `${count} fields are`} not right yet. Nothing was published. Look at the marked fields.`,
  ),
  'round-frozen': says(
    'This is part of the vote now',
    () =>
      'Voting was opened, so money, ballot, rule, paper and proposals are fixed: people vote by what they read. Texts, areas’ names, events and the later dates can still be changed.',
  ),
  'voting-frozen': says(
    'The dates of voting are fixed',
    () =>
      'Voting was opened with these dates, and they were made public. The end can only be moved later, in the room Voting day. All other dates can still be changed.',
  ),
}
