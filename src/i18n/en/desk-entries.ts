/**
 * English, what rooms for entries of a proposal share. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0031.
 */
export const deskEntries = {
  round: 'Round',
  showIt: 'Show',
  change: 'Change',
  changeNamed: 'Change: {day}',
  takeBack: 'Take back',
  takeBackNamed: 'Take back: {day}',
  look: 'See what will change',
  leave: 'Stop changing it',
  leaveAsk: 'You typed something that is not published. Put it aside?',
  kept: 'What you typed before is here again.',
  moved:
    'What you were changing is not there any more: a colleague changed it or took it back. What you typed is still here, and would be added.',
  previewNew: 'This will be published',
  previewChange: 'This will be changed',
  previewGone: 'This will be taken back',
  was: 'On the site now',
  will: 'On the site afterwards',
  gone: 'Nothing of it. Whoever looks into the history of the files still finds it there.',
  cost: '1 commit, 1 deploy. Everything else stays as it is.',
  publish: 'Publish it',
  takeItBack: 'Take it back',
  back: 'Not yet',
  takenBack: 'It is taken back. In a few minutes it is gone from the site.',
  dateHint: 'Today or earlier.',
  dateMissing: 'Write a day that is today or earlier.',
  textMissing: '{field}: write at least 5 and at most 4,000 characters.',
  amountWrong: 'Write an amount such as 9800 or 9800.50, or leave it empty.',
}
