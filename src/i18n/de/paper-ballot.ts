/**
 * German, the ballot on paper with its stub.
 *
 * Pure. Invariant: a voter who reads only the sheet can fill it in. Decided in docs/decisions/0008 and 0026.
 */
export const paperBallot = {
  stub: 'Abschnitt für Ihren Code',
  stubHow:
    'Schneiden Sie das Quadrat aus Ihrem Brief, und kleben Sie es hierher. Oder schreiben Sie die 16 Zeichen Ihres Codes ab.',
  square: 'Quadrat aus Ihrem Brief',
  tear: 'Wir trennen diesen Teil ab, bevor jemand den Stimmzettel entfaltet.',
  heading: 'Stimmzettel',
  budget: (money: string) => `Zu verteilen sind ${money}.`,
  how: {
    crosses: 'Machen Sie ein Kreuz neben dem, was Sie wählen.',
    ranking: 'Schreiben Sie 1 neben den besten Vorschlag, 2 neben den nächsten und so weiter.',
    points: 'Schreiben Sie Ihre Punkte neben die Vorschläge.',
    stances: 'Machen Sie ein Kreuz unter Dafür oder unter Dagegen.',
  },
  fold: 'Schreiben Sie keinen Namen auf den Stimmzettel. Falten Sie ihn so, dass man nur den Abschnitt sieht.',
  noReceipt:
    'Auf Papier gibt es keine Quittung. Zwei Personen lesen jeden Zettel, und eine dritte, wo sie abweichen.',
  number: 'Nr.',
  proposal: 'Vorschlag',
  cost: 'Kosten',
  columns: { crosses: 'Kreuz', ranking: 'Platz', points: 'Punkte' },
  isFor: 'Dafür',
  isAgainst: 'Dagegen',
  mark: (mark: string) => `Zeichen dieses Stimmzettels: ${mark}`,
  onSite:
    'Sie können auch auf Papier abstimmen, bei der Gemeinde. Papier gibt keine Quittung: Niemand kann später nachsehen, ob ein Zettel in der Urne liegt.',
}
