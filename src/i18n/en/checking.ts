/**
 * English, checking: the pages on which anyone can check a final result.
 *
 * Pure. Invariant: says what a check shows and what it does not; nobody is accused.
 * Decided in docs/decisions/0008.
 */

/** What the pages share. */
export const checking = {
  promise:
    'Nothing that you type is sent. The page fetches the same public files for everyone and looks in them on your device.',
  saved: 'Check without the internet',
  savedText:
    'Save this page with your browser (“complete page”), and these files beside it. Open the saved page later, and choose the files here.',
  savedLabel: 'The files that you saved',
  lacking: 'Choose these files too, under “Check without the internet”:',
  failed: 'The published files did not arrive. Please try again later.',
  busy: 'One moment …',
  byHand: 'Without this page',
  command: 'With the software of this site, one command checks all of the published files:',
  notYet: 'The lists are not out yet',
  notYetText:
    'They come out together with the final result. Until then, keep your receipt with its signature, and your letter.',
  unpublished: 'This cannot be checked for this round',
  unpublishedText: 'The lists that it takes were not published with this result.',
  linksTitle: 'Check it yourself',
}

export const findReceipt = {
  title: 'Find my receipt',
  description: (round: string) => `Look up a receipt in the list of all receipts of ${round}.`,
  lede: 'The receipt of every counted ballot is in a public list. See whether yours is there.',
  later: 'Once the result is final you can look it up:',
  label: 'Your receipt',
  hint: '16 letters and digits; spaces and small letters do not matter. If you saved it as a file, paste all of it: then the signature is checked too.',
  find: 'Find it',
  malformed: 'A receipt has 16 letters and digits. Please compare this one with yours.',
  listedHeading: 'Your ballot is counted',
  listed: 'Your receipt is in the list. It came onto the public board with entry number',
  signed: 'The signature is the council’s.',
  unsigned: 'The signature does not belong to this receipt. It is in the list all the same.',
  headHolds: 'The entry that your receipt names is on the public board.',
  headDiffers:
    'The entry that your receipt names is not on the published board. If you copied it right, the board was changed after you voted. Tell the council, and keep your receipt.',
  missingHeading: 'This receipt is not in the list',
  missing:
    'Compare every letter with your receipt, and see whether it is for this round: one wrong letter is enough. If all is right, paste the signature too. Receipt and signature together prove that a ballot was taken in and is missing from the count.',
  lostHeading: 'This is proof that a ballot was lost',
  lost: 'The council signed this receipt, so a ballot was taken in. It is not in the list, so it was not counted.',
  lostSteps: [
    'Keep the receipt and its signature, and give away only copies.',
    'Write to the council and ask for a correction.',
    'If no answer comes, show both to an elected member or a newspaper. Anyone can check the signature, and it says nothing about your choices.',
  ],
  givenUpHeading: 'Your ballot was taken in, and its box is not counted',
  givenUp:
    'The laptop of a hall signed this receipt. The ballot box on it did not come to the office, so its votes are not in the result. The council gave this reason:',
  forgedHeading: 'Not in the list, and not signed by the council',
  forged:
    'A letter of the receipt or of the signature is wrong, or it is not from this vote. Paste the whole receipt again. If it came from us just like this, please tell us.',
  uncheckedHeading: 'Not in the list, and the signature is not checked',
  unchecked:
    'The signature could not be checked here. Try a newer browser, or the command below. Until then keep receipt and signature: together they may be proof.',
  byHand:
    'Open the list and search in it for your receipt, written without spaces. The number behind it is the entry of the public board.',
}

export const codeUsed = {
  title: 'Was my code used?',
  description: (round: string) => `See whether a ballot was cast with your code in ${round}.`,
  lede: 'If you did not vote, nobody should have voted with your code. See for yourself.',
  find: 'Look it up',
  malformed:
    'A voting code has 16 letters and digits, and one of these is not right. Please compare it with your letter.',
  unusedHeading: 'Nobody voted with this code',
  unused:
    'It was issued for this round and no ballot was cast with it. If you did not vote, all is well. If you did vote with it, tell us, and have your receipt at hand.',
  usedHeading: 'A ballot was cast with this code',
  used: 'If it was you, all is well: what you chose stands nowhere beside it. If it was not you, and nobody to whom you gave your letter, tell us.',
  revokedHeading: 'This code was cancelled',
  revoked:
    'It was issued for this round and then cancelled, as happens when a lost letter is replaced. No ballot was cast with it. Look up the code of your newest letter. If you never asked for another letter, tell us.',
  unknownHeading: 'This code was not issued for this round',
  unknown:
    'Compare every letter, and see whether your letter is for this round. If all is right, tell us: there should be no letter with such a code.',
  byHand:
    'The lists hold no codes, only what can be computed from them, so a code cannot be found in them by eye. How it is computed stands in docs/protocol.md of the software.',
}

export const checkElection = {
  title: 'Check this election',
  description: (round: string) => `Check the published record of ${round} in your own browser.`,
  lede: 'Your browser fetches all that was published and computes it again: the public board, the lists, the numbers and the result.',
  start: 'Check everything',
  headLabel: 'A board entry from a receipt, if you have one',
  headHint: 'It looks like 12:0a1b2c3d. It shows whether the board was replaced after that vote.',
  malformed: 'A board entry looks like 12:0a1b2c3d: a number, a colon, and eight letters.',
  doing: 'Checking …',
  checks: {
    board: {
      asks: 'Does every entry of the public board follow from the one before it?',
      holds: 'Yes. None was changed, removed or slipped in.',
      differs: 'No. An entry was changed, removed or slipped in.',
    },
    head: {
      asks: 'Is the entry from your receipt on this board?',
      holds: 'Yes. Up to that entry it is the board of that day.',
      differs: 'No. Check what you typed. If it is right, the board was replaced.',
    },
    paper: {
      asks: 'Is it the ballot paper that was fixed before the vote?',
      holds: 'Yes. Proposals, costs and rule are those of the opening.',
      differs: 'No. paper.json is not what was fixed at the opening.',
    },
    receipts: {
      asks: 'Are these the receipts that the board has counted all along?',
      holds: 'Yes. The list fits every entry of the board.',
      differs: 'No. A receipt was added, removed or changed.',
    },
    issued: {
      asks: 'Are these the codes that were issued before the vote?',
      holds: 'Yes. Not one more and not one fewer.',
      differs: 'No. A code was added, removed or changed.',
    },
    used: {
      asks: 'Was every used code issued, not cancelled, and used once?',
      holds: 'Yes, every one of them.',
      differs: 'No. A used code was not issued, was cancelled, or counts twice.',
    },
    numbers: {
      asks: 'Are there as many used codes as receipts and ballots?',
      holds: 'Yes. All the numbers are the same.',
      differs: 'No. The numbers are not the same.',
    },
    ballots: {
      asks: 'Are the published ballots those that lay in the box?',
      holds: 'Yes. Not one was changed.',
      differs: 'No. A ballot was changed, added or removed.',
    },
    result: {
      asks: 'Does counting again give the same result?',
      holds: 'Yes. The same proposals get the money.',
      differs: 'No. Something differs:',
    },
  },
  unpublished: 'Could not be checked: what it takes is not published.',
  holdsHeading: 'Everything fits together',
  holds: 'Nothing in the published files contradicts the result.',
  partlyHeading: 'What could be checked fits together',
  partly: 'Some things could not be checked. The list says which.',
  differsHeading: 'Something does not fit',
  differs:
    'Load the page again and repeat it. If it stays so, ask the council for an explanation. The list says what it is about.',
  unstarted: 'The check could not be run in this browser.',
  limitsTitle: 'What the files alone cannot show',
  limits: {
    lost: 'A ballot that was taken in and then lost. Its receipt shows it:',
    stuffed: 'A ballot that somebody else cast with your code. Only you can see it:',
    replaced:
      'A board that was replaced as a whole. Whoever kept an entry from a receipt can see it.',
    device: 'What a harmful program did on somebody’s phone, or a person looking over a shoulder.',
  },
}
