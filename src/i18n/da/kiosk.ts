/**
 * Danish, the kiosk: a device in a hall at which one voter after the other votes.
 *
 * Pure. Invariant: a child of ten can read it. Decided in docs/decisions/0008 and 0027.
 */
export const kiosk = {
  title: 'Stem her',
  description: (place: string) => `Stem på denne enhed i ${place}.`,
  wait: 'Et øjeblik …',
  needsScript: 'Sker der ikke noget, kan denne browser ikke være stemmeboks. Hent en hjælper.',
  lede: 'Du skal bruge koden fra dit brev. Skan den, eller tryk på knappen og skriv den.',
  begin: 'Begynd',
  scanned: 'Din kode er læst. Vælg nu dit område.',
  over: 'Begynd forfra',
  awayHeading: 'Ingen forbindelse',
  away: 'Ingen kan stemme her lige nu. Vent lidt: det går videre af sig selv. Intet er sendt.',
  pausedHeading: 'Afstemningen er på pause',
  paused: 'Vent lidt. Det går videre af sig selv.',
  shutHeading: 'Afstemningen er ikke åben',
  shut: 'Den er ikke begyndt endnu, eller den er slut.',
  closedHeading: 'Denne enhed er ikke en stemmeboks nu',
  closed: 'Hent en hjælper, som kan åbne den i rummet Valgdag.',
  stillThere: 'Er du her stadig?',
  secondsLeft: (left: string) => `Skærmen ryddes om ${left} sekunder.`,
  moreTime: 'Jeg skal bruge mere tid',
  callHelper:
    'Gå ikke endnu. Hent en hjælper, hvis der ikke kommer svar: ingen ved endnu, om din stemme tæller.',
  qr: 'Din kvittering som QR-kode',
  takeAlong: 'Læs firkanten med din telefon, eller skriv bogstaverne ned.',
  done: 'Færdig',
}
