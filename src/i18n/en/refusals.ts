/**
 * English, refusals and faults: what a reader is told when something is not possible.
 *
 * Pure. Invariant: what happened, the number that matters, what to do; no blame, no jargon.
 * Decided in docs/decisions/0008.
 */
import { says } from '../refusal-text.ts'
import { ballotRefusals } from './ballot.ts'

const ASK = 'If it keeps happening, the council can help you; you find the contact on this page.'

export const refusals = {
  ...ballotRefusals,
  'round-not-found': says(
    'There is no such round',
    () => 'There is no round with this address. Start again from the front page.',
  ),
  'round-not-accepting': says(
    'Proposals cannot be sent in now',
    ({ opensAt, closesAt }, format) => {
      if (closesAt) return `Proposals could be sent in until ${format.until(closesAt)}.`
      if (opensAt) return `Proposals can be sent in from ${format.begins(opensAt)}.`
      return 'This round does not take in proposals.'
    },
  ),
  'round-not-voting': says('You cannot vote now', ({ state, opensAt, closesAt }, format) => {
    if (state === 'soon')
      return 'Voting opens in a few minutes, and your code is still good. Send your ballot again a little later.'
    if (state === 'before' && opensAt) return `Voting opens ${format.begins(opensAt)}.`
    if (state === 'settling' && closesAt)
      return `Voting ended ${format.until(closesAt)}. If you sent your ballot before that and got no answer, send it again in ten minutes: then it is certain whether it is in the box.`
    if (state === 'after' && closesAt)
      return `Voting ended ${format.until(closesAt)}. This ballot was not recorded.`
    return 'This round is not open for voting. This ballot was not recorded.'
  }),
  'voting-paused': says(
    'Voting is paused',
    ({ reason }) =>
      `The council has paused the vote for a short while${reason ? `: “${reason}”` : '.'} Leave this page open, and send your ballot again when voting goes on. Even a ballot that is sent twice is counted once.`,
  ),
  'token-unknown': says(
    'We do not know this code',
    () =>
      'This voting code is not valid in this vote. Compare it with your letter, and see whether the letter is for this round. If it says “Reserve”, ask the council: it is valid only as the replacement of a lost letter.',
  ),
  'kiosk-closed': says(
    'This device is not a kiosk now',
    () =>
      'It was ended, or its time is over. Nothing was put in the box. Call a helper: they can open it again at the desk.',
  ),
  'token-revoked': says(
    'This code was replaced',
    () =>
      'This voting code was cancelled because a new letter was sent. Use the code in the newest letter.',
  ),
  'token-used': says('This code has already voted', ({ sameNonce }) =>
    sameNonce
      ? 'Your ballot is already in the box, with the choices you sent first. They cannot be changed.'
      : 'A ballot was already cast with this voting code. If it was not you, tell the council.',
  ),
  'token-other-area': says(
    'This code is for another area',
    () =>
      'Your voting code belongs to another area. Go back, choose the area that stands on your letter, and vote there.',
  ),
  'area-missing': says('Which area?', () => 'Choose the area that stands on your letter first.'),
  'ballot-changed': says(
    'The list of proposals was corrected',
    () =>
      'The proposals were corrected while you were choosing. Load the page again and check your choices.',
  ),
  'nonce-taken': says(
    'A ballot was sent from here already',
    () =>
      'A ballot was already sent from this page, with another code. If it was not yours, start again from the vote page.',
  ),
  reload: says(
    'This page is out of date',
    () =>
      'The site was renewed while you were choosing. Nothing was recorded. Load the page again.',
  ),
  'not-confirmed': says(
    'We do not know yet whether it arrived',
    () => 'Send the same again: it is counted once, even if it arrived the first time.',
  ),
  'ballot-invalid': says(
    'The ballot could not be read',
    () => `What arrived was not a complete ballot. Go back and choose again. ${ASK}`,
  ),
  'proposal-not-on-ballot': says(
    'Not part of this vote',
    () =>
      'One of the chosen proposals cannot be voted on here. Load the page again and check your choices.',
  ),
  'proposal-repeated': says(
    'A proposal came twice',
    () => 'One proposal was chosen twice. Go back and choose each proposal once.',
  ),
  'submission-invalid': says('Your proposal needs another look', (details) => {
    const count = Object.keys(details).length
    return count === 1
      ? 'One field needs another look. What you wrote is still there.'
      : `${count} fields need another look. What you wrote is still there.`
  }),
  'submission-not-found': says(
    'We cannot find this proposal',
    () =>
      'No proposal belongs to this link. See whether the whole link was copied, to its last letter.',
  ),
  'submission-decided': says(
    'This has already been decided',
    () =>
      'The proposal was dealt with meanwhile, so it cannot be changed here any more. Ask the council if something is wrong.',
  ),
  'inbox-full': says(
    'Many proposals are waiting',
    () =>
      'So many proposals are waiting to be read that no more fit in today. Keep your text and try again tomorrow.',
  ),
  'body-invalid': says(
    'What you sent could not be read',
    () => `Go back, load the page again, and send it once more. ${ASK}`,
  ),
  'body-too-large': says(
    'That is too much text',
    () => 'What you sent is longer than we can take. Make the text shorter and send it again.',
  ),
  'origin-not-allowed': says(
    'Please send it from this site',
    () =>
      "The form must be sent from the council's own page. Open the page again and send it from there.",
  ),
  'wrong-address': says(
    'This is an old copy of the site',
    ({ address }) =>
      `Votes and proposals are taken in at ${address} only. Nothing was recorded here.`,
  ),
  'too-many-requests': says(
    'A short break, please',
    () =>
      'Too many attempts came from your connection. Wait a minute and try again; your choices are still there.',
  ),
}

export const faults = {
  unavailable: says(
    'This does not work right now',
    () =>
      `Our storage did not answer. We do not know whether what you sent arrived. Try again in a few minutes. ${ASK}`,
  ),
  /** The git host. */
  unpublished: says(
    'This does not work right now',
    () =>
      `The place where we publish did not answer. We do not know whether what you sent arrived. Try again in a few minutes. ${ASK}`,
  ),
  unexpected: says(
    'Something went wrong here',
    () => `It is our fault, not yours. Try again in a few minutes. ${ASK}`,
  ),
}
