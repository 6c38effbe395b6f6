/**
 * Danish, the ballot: words that change while a voter chooses, in pages and in the browser.
 *
 * Pure. Invariant: small, because the vote page loads these words in every language.
 * Decided in docs/decisions/0008.
 */
import { says } from '../refusal-text.ts'
import { signed } from '../signed.ts'
import { stop } from '../sentence.ts'

export const ballot = {
  errorHeading: (count: number) =>
    count === 1 ? 'Der er noget, du skal se på igen' : `Der er ${count} ting, du skal se på igen`,
  nothingChosen: 'Intet valgt endnu',
  chosen: (count: number, money: string) =>
    `${money} til ${count === 1 ? 'ét forslag' : `${count} forslag`}`,
  chosenOf: (count: number, most: number) => `${count} af ${most} valgt`,
  left: (money: string) => `${money} tilbage`,
  chosenCount: (count: number) => `${count} valgt`,
  place: (place: number) => `Nummer ${place}`,
  points: (points: number) => `${signed(points)} point`,
  for: 'For',
  against: 'Imod',
  forAgainst: (inFavour: number, against: number) => `${inFavour} for, ${against} imod`,
  pointsGiven: (given: number, most: number) => `${given} af ${most} point givet`,
  addAs: (place: number) => `Vælg som nummer ${place}`,
  takeOut: 'Fjern',
  earlier: 'Flyt op',
  later: 'Flyt ned',
  about: (subject: string, text: string) => `${subject}: ${text}`,
  moved: (title: string, place: number) => `${title} er nummer ${place}.`,
  takenOut: (title: string) => `${title} er fjernet.`,
  orderFull: 'Din rækkefølge er fuld. Fjern et forslag for at vælge et andet.',
  fewer: (title: string) => `Ét point færre til ${title}`,
  more: (title: string) => `Ét point mere til ${title}`,
  codeRead: 'Din kode er læst fra dit brev.',
  codeMissing: 'Skriv stemmekoden fra dit brev.',
  codeLength: (count: number) =>
    `En stemmekode har 16 bogstaver og tal; denne har ${count}. Sammenlign den med dit brev.`,
  codeTypo: 'Et bogstav eller tal i koden passer ikke. Sammenlign den med dit brev.',
  sending: 'Sender din stemmeseddel …',
  codeAgain: 'Skriv din stemmekode igen. Den bliver aldrig gemt, heller ikke her.',
  arrivedHeading: 'Den ventende stemmeseddel ligger allerede i kassen',
  arrived:
    'Den stemmeseddel, der venter på denne side, kom frem med en anden kode; den kode, der står her nu, er ikke brugt. Er det din stemmeseddel, så send den igen med den kode, du brugte først, og du får kvitteringen. Ellers begynd forfra.',
  stillWaiting:
    'Det vides endnu ikke, om den første stemmeseddel kom frem. Send den igen med den kode, du brugte først, eller begynd forfra.',
}

export const ballotRefusals = {
  'ballot-empty': says('Der er ikke valgt noget', ({ minLength }) =>
    Number(minLength) > 1
      ? `Stemmesedlen kan ikke være blank. Vælg mindst ${minLength} forslag.`
      : 'Stemmesedlen kan ikke være blank. Vælg mindst ét forslag.',
  ),
  'ballot-too-short': says(
    'For få forslag',
    ({ minLength, chosen }) => `Vælg mindst ${minLength} forslag; du har valgt ${chosen}.`,
  ),
  'ballot-too-long': says(
    'For mange forslag',
    ({ maxLength, chosen }) =>
      `Du kan vælge ${Number(maxLength) === 1 ? 'ét forslag' : `op til ${maxLength} forslag`}; du har valgt ${chosen}. Fravælg ${Number(chosen) - Number(maxLength)}.`,
  ),
  'ballot-over-budget': says('Mere, end der er at dele', ({ budget, cost }, format) =>
    stop(
      `Dine valg koster ${format.money(Number(cost))}, og der er ${format.money(Number(budget))} at dele. Fravælg forslag for mindst ${format.money(Number(cost) - Number(budget))}`,
    ),
  ),
  'points-out-of-range': says(
    'Så mange point kan ikke gives',
    ({ least, most, given }) =>
      `Et forslag kan få fra ${signed(Number(least))} til ${most} point; du har givet ${signed(Number(given))}. Ret tallet.`,
  ),
  'points-over-sum': says(
    'For mange point',
    ({ maxSumPoints, given }) =>
      `Du har ${maxSumPoints} point at fordele; du har givet ${given}. Fjern ${Number(given) - Number(maxSumPoints)}.`,
  ),
  'points-not-whole': says(
    'Point er hele tal',
    () => 'Skriv et helt tal, for eksempel 3, eller lad feltet stå tomt.',
  ),
  'rank-repeated': says(
    'To forslag har samme nummer',
    ({ rank }) => `Mere end ét forslag er nummer ${rank}. Giv hvert sit eget nummer.`,
  ),
}
