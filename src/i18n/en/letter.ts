/**
 * English, the letter and the card with a voting code.
 *
 * Pure. Invariant: what stands on paper is true from the day of printing to the last day of the vote.
 * Decided in docs/decisions/0008.
 */

export const letter = {
  decide: (money: string) => `${money} to share. You help decide what it is spent on.`,
  when: 'When',
  area: 'Your area',
  code: 'Your voting code',
  once: 'It is good for one ballot. Show it to nobody.',
  howTitle: 'How to vote',
  scan: 'Point the camera of your phone at the square.',
  visit: (site: string, button: string) =>
    `Or open ${site}, choose “${button}”, and type the code.`,
  choose: 'Choose proposals, check them, and put your ballot in the box.',
  keep: 'Keep the receipt. With it you can see later that your ballot is in the box.',
  secretTitle: 'Your ballot is secret',
  secret: 'Your code shows that you may vote. What you chose cannot be found by it.',
  helpTitle: 'Help, or a new letter',
  help: (name: string) => `Ask ${name}. Name the number of this letter.`,
  number: 'Letter',
  reserve: 'Reserve',
  sheet: (number: string, of: string) => `Sheet ${number} of ${of}`,
  qr: 'QR code that leads to the ballot',
}
