/**
 * English, the room Voting day: turnout, and the steps from the opening to the close.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskVoting = {
  heading: 'Voting day',
  lede: 'How many took part, and the steps from the opening to the close.',
  round: 'Round',
  show: 'Show',
  stands: 'The round is {state}.',
  times: 'Voting runs from {from} to {to}.',
  otherEnd: 'Residents still read another end in the round: {at}. Have it changed there too.',
  turnout: 'Turnout',
  turnoutNote:
    'These are numbers only. Nobody can know what was chosen before the boxes are sealed.',
  box: 'Ballot box',
  everyone: 'The whole council',
  allBoxes: 'All boxes',
  eligible: 'May vote',
  codes: 'Codes',
  online: 'Online',
  kiosk: 'Kiosk',
  paper: 'Paper',
  together: 'Together',
  share: 'Share',
  unknown: 'not told',
  letters:
    '{reserve} codes are in reserve. {revoked} were revoked, and {reissued} of the reserve were handed out.',
  opening: 'Open voting',
  openingFreezes:
    'Opening freezes {proposals} proposals and {codes} codes. Neither can be changed after that.',
  openingTimes:
    'Ballots are let in from {from} to {to}. The end can be moved later, never earlier.',
  openingFloor: 'Single ballots are published only for a box with at least {floor} of them.',
  openingCommit: '1 commit in the public record, no deploy. The ballot has the digest {digest}.',
  openButton: 'Open voting',
  openAsk: 'Open voting now? Codes and proposals are fixed from then on.',
  opened: 'Voting is opened.',
  notYet: 'Voting cannot be opened yet: {why}.',
  pause: 'Pause voting',
  pauseHelp: 'Nobody can vote during a pause. The end stays where it is.',
  reason: 'Reason for everyone to read',
  reasonHint: 'One line in the public record. No names.',
  reasonMissing: 'Write the reason first.',
  pauseButton: 'Pause voting',
  paused: 'Voting is paused.',
  resume: 'Resume voting',
  resumeHelp: 'Voting is paused. Ballots are let in again as soon as you resume.',
  resumeButton: 'Resume voting',
  resumed: 'Ballots are let in again.',
  extend: 'Move the end',
  extendHint: 'Only later, never earlier. In the council’s own time.',
  newEnd: 'New end',
  endMissing: 'Choose a day and an hour first.',
  extendButton: 'Move the end',
  extendAsk: 'Move the end to {at}? It cannot be moved back.',
  extended:
    'Voting now ends {at}. Have the dates of the round changed too: residents read them there.',
  close: 'Close voting',
  closeHelp:
    'The boxes close by themselves two minutes after the end. Close them here if that did not happen.',
  closeButton: 'Close the boxes',
  closeAsk: 'Close the boxes now? They never open again.',
  closed: 'The boxes are closed.',
  over: 'Voting is over. Everything that follows is in the room Count.',
}
