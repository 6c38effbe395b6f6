/**
 * Dutch, the ballot: words that change while a voter chooses, in pages and in the browser.
 *
 * Pure. Invariant: small, because the vote page loads these words in every language.
 * Decided in docs/decisions/0008.
 */
import { says } from '../refusal-text.ts'
import { signed } from '../signed.ts'
import { stop } from '../sentence.ts'

const pointsText = (points: number) =>
  Math.abs(points) === 1 ? `${signed(points)} punt` : `${signed(points)} punten`

export const ballot = {
  errorHeading: (count: number) =>
    count === 1 ? 'Kijk nog even naar één ding' : `Kijk nog even naar ${count} dingen`,
  nothingChosen: 'Nog niets gekozen',
  chosen: (count: number, money: string) =>
    `${money} voor ${count === 1 ? 'één voorstel' : `${count} voorstellen`}`,
  chosenOf: (count: number, most: number) => `${count} van ${most} gekozen`,
  left: (money: string) => `nog ${money}`,
  chosenCount: (count: number) => `${count} gekozen`,
  place: (place: number) => `Nummer ${place}`,
  points: pointsText,
  for: 'Voor',
  against: 'Tegen',
  forAgainst: (inFavour: number, against: number) => `${inFavour} voor, ${against} tegen`,
  pointsGiven: (given: number, most: number) => `${given} van ${pointsText(most)} gegeven`,
  addAs: (place: number) => `Kies als nummer ${place}`,
  takeOut: 'Weghalen',
  earlier: 'Hoger',
  later: 'Lager',
  about: (subject: string, text: string) => `${subject}: ${text}`,
  moved: (title: string, place: number) => `${title} staat op nummer ${place}.`,
  takenOut: (title: string) => `${title} is weggehaald.`,
  orderFull: 'Uw volgorde is vol. Haal een voorstel weg om een ander te kiezen.',
  fewer: (title: string) => `Eén punt minder voor ${title}`,
  more: (title: string) => `Eén punt meer voor ${title}`,
  codeRead: 'Uw code is uit uw brief overgenomen.',
  codeMissing: 'Vul de stemcode uit uw brief in.',
  codeLength: (count: number) =>
    `Een stemcode heeft 16 letters en cijfers; deze heeft er ${count}. Vergelijk de code met uw brief.`,
  codeTypo: 'Eén letter of cijfer van de code klopt niet. Vergelijk de code met uw brief.',
  sending: 'Uw stembiljet wordt verstuurd …',
  codeAgain: 'Vul uw stemcode opnieuw in. De code wordt nooit bewaard, ook hier niet.',
  arrivedHeading: 'Het wachtende stembiljet zit al in de bus',
  arrived:
    'Het stembiljet dat op deze pagina wacht, is met een andere code aangekomen; de code die er nu staat is niet gebruikt. Is het uw stembiljet, verstuur het dan nog een keer met de code die u het eerst gebruikte: u krijgt dan het ontvangstbewijs. Zo niet, begin dan opnieuw.',
  stillWaiting:
    'Of het eerste stembiljet is aangekomen, weten wij nog niet. Verstuur het nog een keer met de code die u het eerst gebruikte, of begin opnieuw.',
}

export const ballotRefusals = {
  'ballot-empty': says('Er is niets gekozen', ({ minLength }) =>
    Number(minLength) > 1
      ? `Dit stembiljet kan niet blanco zijn. Kies ten minste ${minLength} voorstellen.`
      : 'Dit stembiljet kan niet blanco zijn. Kies ten minste één voorstel.',
  ),
  'ballot-too-short': says(
    'Te weinig voorstellen',
    ({ minLength, chosen }) => `Kies ten minste ${minLength} voorstellen; u koos er ${chosen}.`,
  ),
  'ballot-too-long': says(
    'Te veel voorstellen',
    ({ maxLength, chosen }) =>
      `U kunt ${Number(maxLength) === 1 ? 'één voorstel' : `maximaal ${maxLength} voorstellen`} kiezen; u koos er ${chosen}. Haal er ${Number(chosen) - Number(maxLength)} weg.`,
  ),
  'ballot-over-budget': says('Meer dan er te verdelen is', ({ budget, cost }, format) =>
    stop(
      `Uw keuzes kosten ${format.money(Number(cost))} en er is ${format.money(Number(budget))} te verdelen. Haal iets weg voor ten minste ${format.money(Number(cost) - Number(budget))}`,
    ),
  ),
  'points-out-of-range': says(
    'Een aantal punten dat niet kan',
    ({ least, most, given }) =>
      `Een voorstel kan van ${signed(Number(least))} tot en met ${most} punten krijgen; u gaf er ${signed(Number(given))}. Verander dat getal.`,
  ),
  'points-over-sum': says(
    'Te veel punten',
    ({ maxSumPoints, given }) =>
      `U hebt ${pointsText(Number(maxSumPoints))} te verdelen; u gaf er ${given}. Haal er ${Number(given) - Number(maxSumPoints)} weg.`,
  ),
  'points-not-whole': says(
    'Punten zijn hele getallen',
    () => 'Vul een heel getal in, bijvoorbeeld 3, of laat het veld leeg.',
  ),
  'rank-repeated': says(
    'Twee voorstellen hebben hetzelfde nummer',
    ({ rank }) => `Meer dan één voorstel staat op nummer ${rank}. Geef elk een eigen nummer.`,
  ),
}
