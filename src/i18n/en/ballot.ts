/**
 * English, the ballot: words that change while a voter chooses, in pages and in the browser.
 *
 * Pure. Invariant: small, because the vote page loads these words in every language.
 * Decided in docs/decisions/0008.
 */
import { says } from '../refusal-text.ts'
import { signed } from '../signed.ts'
import { stop } from '../sentence.ts'

const pointsText = (points: number) =>
  Math.abs(points) === 1 ? `${signed(points)} point` : `${signed(points)} points`

export const ballot = {
  errorHeading: (count: number) =>
    count === 1 ? 'Something needs another look' : `${count} things need another look`,
  nothingChosen: 'Nothing chosen yet',
  chosen: (count: number, money: string) =>
    `${money} in ${count === 1 ? 'one proposal' : `${count} proposals`}`,
  chosenOf: (count: number, most: number) => `${count} of ${most} chosen`,
  left: (money: string) => `${money} left`,
  chosenCount: (count: number) => (count === 1 ? 'One chosen' : `${count} chosen`),
  place: (place: number) => `Number ${place}`,
  points: pointsText,
  for: 'For',
  against: 'Against',
  forAgainst: (inFavour: number, against: number) => `${inFavour} for, ${against} against`,
  pointsGiven: (given: number, most: number) => `${given} of ${pointsText(most)} given`,
  addAs: (place: number) => `Choose as number ${place}`,
  takeOut: 'Remove',
  earlier: 'Move up',
  later: 'Move down',
  about: (subject: string, text: string) => `${subject}: ${text}`,
  moved: (title: string, place: number) => `${title} is number ${place}.`,
  takenOut: (title: string) => `${title} is removed.`,
  orderFull: 'Your order is full. Remove a proposal to choose another one.',
  fewer: (title: string) => `One point fewer for ${title}`,
  more: (title: string) => `One point more for ${title}`,
  codeRead: 'Your code was read from your letter.',
  codeMissing: 'Type the voting code from your letter.',
  codeLength: (count: number) =>
    `A voting code has 16 letters and digits; this one has ${count}. Please compare it with your letter.`,
  codeTypo: 'One letter or digit of the code is not right. Please compare it with your letter.',
  sending: 'Sending your ballot …',
  codeAgain: 'Type your voting code again. It is never stored, not even here.',
  arrivedHeading: 'The waiting ballot is in the box already',
  arrived:
    'The ballot that waits on this page arrived with another code; the code typed now is not used. If it was your ballot, send it again with the code you used first, and you get the receipt. If not, start afresh.',
  stillWaiting:
    'Whether the first ballot arrived is not known yet. Send it again with the code you used first, or start afresh.',
}

export const ballotRefusals = {
  'ballot-empty': says('Nothing is chosen', ({ minLength }) =>
    Number(minLength) > 1
      ? `This ballot cannot be blank. Choose at least ${minLength} proposals.`
      : 'This ballot cannot be blank. Choose at least one proposal.',
  ),
  'ballot-too-short': says(
    'Too few proposals',
    ({ minLength, chosen }) => `Choose at least ${minLength} proposals; you chose ${chosen}.`,
  ),
  'ballot-too-long': says(
    'Too many proposals',
    ({ maxLength, chosen }) =>
      `You can choose ${Number(maxLength) === 1 ? 'one proposal' : `up to ${maxLength} proposals`}; you chose ${chosen}. Take ${Number(chosen) - Number(maxLength)} away.`,
  ),
  'ballot-over-budget': says('More than there is to share', ({ budget, cost }, format) =>
    stop(
      `Your choices cost ${format.money(Number(cost))} and there is ${format.money(Number(budget))} to share. Take away at least ${format.money(Number(cost) - Number(budget))}`,
    ),
  ),
  'points-out-of-range': says(
    'A number of points that cannot be given',
    ({ least, most, given }) =>
      `One proposal can get from ${signed(Number(least))} to ${most} points; you gave ${signed(Number(given))}. Change that number.`,
  ),
  'points-over-sum': says(
    'Too many points',
    ({ maxSumPoints, given }) =>
      `You have ${pointsText(Number(maxSumPoints))} to share out; you gave ${given}. Take ${Number(given) - Number(maxSumPoints)} away.`,
  ),
  'points-not-whole': says(
    'Points are whole numbers',
    () => 'Write a whole number such as 3, or leave the field empty.',
  ),
  'rank-repeated': says(
    'Two proposals have the same number',
    ({ rank }) => `More than one proposal is number ${rank}. Give each a number of its own.`,
  ),
}
