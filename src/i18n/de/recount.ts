/**
 * German, the recount in the browser: what it does, and what it found.
 *
 * Pure. Invariant: says what differs, never who is to blame. Decided in docs/decisions/0008.
 */
export const recount = {
  reading: 'Die veröffentlichten Dateien werden geholt',
  counting: 'Es wird gezählt',
  step: (step: string) => `Es wird gezählt, Schritt ${step}`,
  agrees: (count: number, ballots: string) =>
    count === 1
      ? 'Noch einmal gezählt: 1 Stimmzettel. Dieselben Vorschläge gewinnen.'
      : `Noch einmal gezählt: ${ballots} Stimmzettel. Dieselben Vorschläge gewinnen.`,
  agreesSums: (ballots: string) =>
    `Noch einmal gezählt, aus den Summen von ${ballots} Stimmzetteln. Dieselben Vorschläge gewinnen.`,
  digest: 'Der Fingerabdruck ist der auf dieser Seite.',
  differs: 'Noch einmal gezählt, und etwas stimmt nicht überein:',
  notCounted:
    'Wo die Stimmzettel nicht veröffentlicht sind, lässt sich diese Regel nicht nachzählen. Die Dateien passen zusammen.',
  failed:
    'Die veröffentlichten Dateien sind nicht angekommen. Bitte versuchen Sie es später noch einmal.',
  differences: {
    outcome: 'Die Zählung ergibt etwas anderes als das veröffentlichte Ergebnis.',
    sideBySide: 'Was über die andere Regel gesagt wird, ist nicht das, was sie ergibt.',
    ballots: (said: string, found: string) =>
      `Das Ergebnis nennt ${said} Stimmzettel, in den Dateien sind es ${found}.`,
    blank: (said: string, found: string) =>
      `Das Ergebnis nennt ${said} leere Stimmzettel, in den Dateien sind es ${found}.`,
    limits: (count: number, ballots: string) =>
      count === 1
        ? 'Ein Stimmzettel kann so nicht abgegeben worden sein.'
        : `${ballots} Stimmzettel können so nicht abgegeben worden sein.`,
    commitments: (count: number, ballots: string) =>
      count === 1
        ? 'Ein Stimmzettel ist nicht der, der in die Urne kam.'
        : `${ballots} Stimmzettel sind nicht die, die in die Urne kamen.`,
    pabulibBallots: (file: string) => `In ${file} stehen andere Stimmzettel als in ballots.csv.`,
    pabulibPaper: (file: string) =>
      `In ${file} stehen eine andere Regel, ein anderes Budget oder andere Grenzen als in paper.json, oder andere Kosten, Zahlen oder Gewinner.`,
    certificate: (file: string) => `${file} passt nicht zu den Stimmzetteln.`,
    paper: 'paper.json ist nicht das, worüber abgestimmt wurde.',
    rule: 'result.json nennt eine andere Regel als die, nach der abgestimmt wurde.',
    missing: (file: string) => `${file} fehlt.`,
    receipts: (found: string, expected: string) =>
      `Zu ${expected} Stimmzetteln gibt es ${found} Quittungen.`,
    receiptTwice: 'Eine Quittung steht zweimal in receipts.csv.',
    sheet: 'In results.csv steht etwas anderes als in result.json.',
    resultChanged:
      'result.json ist nicht die veröffentlichte Datei: Der Fingerabdruck ist ein anderer.',
    unreadable:
      'In einer Datei steht etwas, das nicht hineingehört; so lässt sie sich nicht zählen.',
  },
}
