/**
 * English, the kiosk: a device in a hall at which one voter after the other votes.
 *
 * Pure. Invariant: a child of ten can read it. Decided in docs/decisions/0008 and 0027.
 */
export const kiosk = {
  title: 'Vote here',
  description: (place: string) => `Vote at this device in ${place}.`,
  wait: 'One moment …',
  needsScript: 'If nothing happens, this browser cannot be a kiosk. Call a helper.',
  lede: 'You need the code from your letter. Scan it, or press the button and type it.',
  begin: 'Start',
  scanned: 'Your code is read. Now choose your area.',
  over: 'Start over',
  awayHeading: 'No connection',
  away: 'Nobody can vote here now. Please wait: this goes on by itself. Nothing was sent.',
  pausedHeading: 'Voting is paused',
  paused: 'Please wait. This goes on by itself.',
  shutHeading: 'Voting is not open',
  shut: 'It has not begun yet, or it is over.',
  closedHeading: 'This device is not a kiosk now',
  closed: 'Call a helper. They can open it at the desk, in the room Voting day.',
  stillThere: 'Are you still there?',
  secondsLeft: (left: string) => `This screen is cleared in ${left} seconds.`,
  moreTime: 'I need more time',
  callHelper:
    'Do not go yet. If no answer comes, call a helper: nobody knows yet whether your ballot counts.',
  qr: 'Your receipt as a QR code',
  takeAlong: 'Read the square with your phone, or write the letters down.',
  done: 'Done',
}
