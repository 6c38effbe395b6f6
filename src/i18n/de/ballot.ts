/**
 * German, the ballot: words that change while a voter chooses, in pages and in the browser.
 *
 * Pure. Invariant: small, because the vote page loads these words in every language.
 * Decided in docs/decisions/0008.
 */
import { says } from '../refusal-text.ts'
import { signed } from '../signed.ts'
import { stop } from '../sentence.ts'

const pointsText = (points: number) =>
  Math.abs(points) === 1 ? `${signed(points)} Punkt` : `${signed(points)} Punkte`

export const ballot = {
  errorHeading: (count: number) =>
    count === 1
      ? 'Bitte sehen Sie eine Stelle noch einmal an'
      : `Bitte sehen Sie ${count} Stellen noch einmal an`,
  nothingChosen: 'Noch nichts gewählt',
  chosen: (count: number, money: string) =>
    `${money} für ${count === 1 ? 'einen Vorschlag' : `${count} Vorschläge`}`,
  chosenOf: (count: number, most: number) => `${count} von ${most} gewählt`,
  left: (money: string) => `${money} übrig`,
  chosenCount: (count: number) => `${count} gewählt`,
  place: (place: number) => `Platz ${place}`,
  points: pointsText,
  for: 'Dafür',
  against: 'Dagegen',
  forAgainst: (inFavour: number, against: number) => `${inFavour} dafür, ${against} dagegen`,
  pointsGiven: (given: number, most: number) =>
    `${given} von ${most} ${most === 1 ? 'Punkt' : 'Punkten'} vergeben`,
  addAs: (place: number) => `Auf Platz ${place} setzen`,
  takeOut: 'Entfernen',
  earlier: 'Nach oben',
  later: 'Nach unten',
  about: (subject: string, text: string) => `${subject}: ${text}`,
  moved: (title: string, place: number) => `${title} steht auf Platz ${place}.`,
  takenOut: (title: string) => `${title} ist entfernt.`,
  orderFull:
    'Ihre Reihenfolge ist voll. Entfernen Sie einen Vorschlag, um einen anderen zu wählen.',
  fewer: (title: string) => `Ein Punkt weniger für ${title}`,
  more: (title: string) => `Ein Punkt mehr für ${title}`,
  codeRead: 'Ihr Code wurde aus Ihrem Brief übernommen.',
  codeMissing: 'Geben Sie den Stimmcode aus Ihrem Brief ein.',
  codeLength: (count: number) =>
    `Ein Stimmcode hat 16 Buchstaben und Ziffern; dieser hat ${count}. Bitte vergleichen Sie ihn mit Ihrem Brief.`,
  codeTypo:
    'Ein Buchstabe oder eine Ziffer des Codes stimmt nicht. Bitte vergleichen Sie ihn mit Ihrem Brief.',
  sending: 'Ihr Stimmzettel wird gesendet …',
  codeAgain: 'Geben Sie Ihren Stimmcode noch einmal ein. Er wird nie gespeichert, auch hier nicht.',
  arrivedHeading: 'Der wartende Stimmzettel liegt schon in der Urne',
  arrived:
    'Der Stimmzettel, der auf dieser Seite wartet, ist mit einem anderen Code angekommen; der Code, der jetzt hier steht, ist nicht verbraucht. Ist es Ihr Stimmzettel, senden Sie ihn noch einmal mit dem Code, den Sie zuerst verwendet haben, dann bekommen Sie die Quittung. Wenn nicht, beginnen Sie neu.',
  stillWaiting:
    'Ob der erste Stimmzettel angekommen ist, wissen wir noch nicht. Senden Sie ihn noch einmal mit dem Code, den Sie zuerst verwendet haben, oder beginnen Sie neu.',
}

export const ballotRefusals = {
  'ballot-empty': says('Es ist nichts gewählt', ({ minLength }) =>
    Number(minLength) > 1
      ? `Dieser Stimmzettel darf nicht leer sein. Wählen Sie mindestens ${minLength} Vorschläge.`
      : 'Dieser Stimmzettel darf nicht leer sein. Wählen Sie mindestens einen Vorschlag.',
  ),
  'ballot-too-short': says(
    'Zu wenige Vorschläge',
    ({ minLength, chosen }) =>
      `Wählen Sie mindestens ${minLength} Vorschläge; gewählt sind ${chosen}.`,
  ),
  'ballot-too-long': says(
    'Zu viele Vorschläge',
    ({ maxLength, chosen }) =>
      `Sie können ${Number(maxLength) === 1 ? 'einen Vorschlag' : `bis zu ${maxLength} Vorschläge`} wählen; gewählt sind ${chosen}. Entfernen Sie ${Number(chosen) - Number(maxLength) === 1 ? 'einen' : Number(chosen) - Number(maxLength)}.`,
  ),
  'ballot-over-budget': says('Mehr, als zu verteilen ist', ({ budget, cost }, format) =>
    stop(
      `Ihre Auswahl kostet ${format.money(Number(cost))} und es sind ${format.money(Number(budget))} zu verteilen. Entfernen Sie Vorschläge für mindestens ${format.money(Number(cost) - Number(budget))}`,
    ),
  ),
  'points-out-of-range': says(
    'Diese Punktzahl ist nicht möglich',
    ({ least, most, given }) =>
      `Für einen Vorschlag sind Punkte von ${signed(Number(least))} bis ${most} möglich; vergeben sind ${signed(Number(given))}. Ändern Sie die Zahl.`,
  ),
  'points-over-sum': says(
    'Zu viele Punkte',
    ({ maxSumPoints, given }) =>
      `Sie haben ${pointsText(Number(maxSumPoints))} zu vergeben; vergeben sind ${given}. Nehmen Sie ${Number(given) - Number(maxSumPoints)} weg.`,
  ),
  'points-not-whole': says(
    'Punkte sind ganze Zahlen',
    () => 'Geben Sie eine ganze Zahl ein, zum Beispiel 3, oder lassen Sie das Feld leer.',
  ),
  'rank-repeated': says(
    'Zwei Vorschläge haben denselben Platz',
    ({ rank }) =>
      `Mehr als ein Vorschlag steht auf Platz ${rank}. Geben Sie jedem einen eigenen Platz.`,
  ),
}
