/**
 * German, the result: its numbers, its pictures, and what another rule would have done.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'
import { countedProposals } from './numbers.ts'

export const result = {
  title: 'Ergebnis',
  description: (round: string) => `Das Ergebnis von ${round}, mit einem Grund für jeden Vorschlag.`,
  headline: (count: number) =>
    `${countedProposals(count)} ${count < 2 ? 'bekommt' : 'bekommen'} das Geld`,
  lede: (spent: string, budget: string) => `${spent} von ${budget} sind verteilt.`,
  leftover: (money: string) => `${money} bleiben übrig.`,
  headlineList: (count: number) =>
    count === 1 ? 'Ein Vorschlag ist der Favorit' : `${countedProposals(count)} sind die Favoriten`,
  ledeList: (cost: string, budget: string) =>
    `${stop(`Zusammen kosten sie ${cost}`)} Das Budget von ${budget} begrenzt diese Liste nicht.`,
  part: 'Bekommt einen Teil',
  listed: 'Auf der Liste',
  notListed: 'Nicht auf der Liste',
  points: 'Punkte',
  pointsOf: (count: number, shown: string) =>
    Math.abs(count) === 1 ? `${shown} Punkt` : `${shown} Punkte`,
  fromBallots: (count: number, shown: string) =>
    count === 1 ? `von ${shown} Stimmzettel` : `von ${shown} Stimmzetteln`,
  compared: {
    satisfaction: (forGreedy: string, forRule: string, greedy: string, rule: string) =>
      `Wer bekommt mehr von dem, was er gewählt hat? ${forGreedy} mit „${greedy}“, ${forRule} mit „${rule}“.`,
    exclusion: (forGreedy: string, forRule: string, greedy: string, rule: string) =>
      `Wer bekommt nur auf eine Weise etwas von dem, was er gewählt hat? ${forGreedy} mit „${greedy}“, ${forRule} mit „${rule}“.`,
    kept: (rule: string) => `Darum gilt „${rule}“.`,
  },
  status: {
    provisional: 'Vorläufiges Ergebnis',
    final: 'Endgültiges Ergebnis',
    corrected: 'Berichtigtes Ergebnis',
  },
  asOf: (day: string) => `Stand ${day}`,
  ballots: (count: number): string => (count === 1 ? 'Stimmzettel' : 'Stimmzettel'),
  blank: (count: string) => `davon ${count} ${count === '1' ? 'leerer' : 'leere'}`,
  ways: {
    online: (count: string) => `${count} online`,
    kiosk: (count: string) => `${count} an einem Kiosk`,
    paper: (count: string) => `${count} auf Papier`,
    invalid: (count: string) => `und ${count} ungültige auf Papier`,
  },
  halls: {
    title: 'Stimmen aus Sälen ohne Internet',
    counted: (hall: string, ballots: string) =>
      `${hall}: ${ballots}. Sie sind oben mit allen anderen gezählt.`,
    missing: (hall: string, reason: string) =>
      `${hall}: Die Stimmen von dort sind nicht gezählt. Die Gemeinde schreibt: „${reason}“`,
  },
  turnout: (eligible: string) => `der ${eligible}, die abstimmen konnten`,
  funded: (money: string) => `${money} verteilt`,
  left: (money: string) => `${money} übrig`,
  moneyLine: (spent: string, budget: string, left: string) =>
    `${spent} von ${budget} sind verteilt, ${left} sind übrig.`,
  ranOut: (left: string, title: string, missing: string) =>
    stop(
      `Hier reichte das Geld nicht mehr: ${left} waren übrig, und „${title}“ fehlten ${missing}`,
    ),
  why: 'Warum diese, und warum die anderen nicht',
  proposal: 'Vorschlag',
  votes: 'Stimmen',
  votesOf: (count: number, shown: string) => (count === 1 ? `${shown} Stimme` : `${shown} Stimmen`),
  costs: 'Kosten',
  outcome: 'Ausgang',
  yes: 'Bekommt das Geld',
  no: 'Bekommt es nicht',
  payments: 'Wer wie viel gezahlt hat, nach Gruppen gleicher Stimmzettel',
  cut: 'Hier reichte das Geld nicht mehr',
  lot: (titles: string) =>
    `Gleich viele Stimmen und gleiche Kosten: ${titles}. Das Los vor der Abstimmung entschied.`,
  lotDrawn: 'So wurde gelost',
  recountTitle: 'Selbst nachzählen',
  recount:
    'Alles, was man dazu braucht, ist veröffentlicht. Mit der Software dieser Website zählt ein Befehl die Stimmzettel noch einmal und vergleicht jede Zahl:',
  recountSums:
    'Die Stimmzettel selbst werden nicht veröffentlicht, weil es so wenige sind, dass sie jemanden verraten könnten. Die Summen lassen sich trotzdem prüfen:',
  countHere: 'Hier noch einmal zählen',
  countText:
    'Ihr Browser holt die veröffentlichten Dateien von dieser Website und zählt sie nach denselben Regeln. Nichts wird gesendet.',
  countFailed: 'Das Zählen ließ sich in diesem Browser nicht starten.',
  dataTitle: 'Für Zeitungen und Forschung',
  data: 'Ein veröffentlichtes Ergebnis wird nie geändert. Muss es berichtigt werden, folgt ein neues, und das alte bleibt stehen.',
  files: {
    'result.json': 'Das Ergebnis als Daten (JSON)',
    'results.csv': 'Die Tabelle (CSV)',
    'ballots.pb': 'Alle Stimmzettel, ohne Namen (.pb)',
    'paper.json': 'Worüber abgestimmt wurde (JSON)',
    'ballots.csv': 'Alle Stimmzettel, wie sie in der Urne lagen (CSV)',
    'receipts.csv': 'Alle Quittungen (CSV)',
    'certificate.json': 'Die Auszählung Schritt für Schritt, zum Nachprüfen (JSON)',
    'issued.csv': 'Alle ausgegebenen Codes, als Marken (CSV)',
    'used.txt': 'Welche davon benutzt wurden (TXT)',
    'mark-key.txt': 'Der Schlüssel zwischen beiden (TXT)',
    'board.jsonl': 'Die öffentliche Tafel (JSON, ein Eintrag je Zeile)',
    'reconciliation.json': 'Was vor der Veröffentlichung verglichen wurde (JSON)',
  },
  digest: 'Fingerabdruck',
  cite: (round: string, status: string, day: string) =>
    `Zum Zitieren: ${round}, ${status}, ${day}.`,
  none: 'Es gibt noch kein Ergebnis',
  noneText: 'Es steht hier, sobald die Stimmen ausgezählt sind.',
  when: 'Was wann geschieht',
}

export const pictures = {
  turns: 'Das Geld, der Reihe nach',
  shares: 'Wer wofür gezahlt hat',
  purse: 'Wann jeder Vorschlag bezahlt werden konnte',
  themes: 'Stimmen, Thema für Thema',
  themesByPoints: 'Punkte, Thema für Thema',
  budget: (budget: string) => `Budget: ${budget}`,
  more: (count: string) => `Und ${count} weitere: siehe Tabelle.`,
  legend: {
    turns: { won: 'dieser Vorschlag', before: 'vorher verteilt', lacking: 'reicht nicht' },
    shares: {
      won: 'voll bezahlt',
      rest: 'der Rest, den andere hatten',
      later: 'aus dem, was übrig war',
      held: 'was dafür noch da war',
      lacking: 'fehlt',
    },
    purse: { won: 'was alle bekommen hatten', lacking: 'reichte nicht mehr' },
    themes: { won: 'bekommt das Geld', lost: 'bekommt es nicht' },
  },
}

export const beside = {
  title: 'Was eine andere Regel getan hätte',
  same: (rule: string) =>
    `Nach „${rule}“ gezählt, ergeben dieselben Stimmzettel dieselben Gewinner.`,
  differs: (rule: string, cost: string) =>
    stop(
      `Nach „${rule}“ gezählt, ergäben dieselben Stimmzettel andere Gewinner, zusammen für ${cost}`,
    ),
  served: (here: string, there: string, all: string) =>
    `Auf ${here} von ${all} Stimmzetteln steht mindestens ein Gewinner; sonst wären es ${there}.`,
  prefer: (here: string, there: string) =>
    `Wer bekommt mehr von dem, was er gewählt hat? So ${here}, auf die andere Weise ${there}; für die Übrigen ist es gleich.`,
  onlyHere: 'Nur auf diese Weise',
  onlyThere: (rule: string) => `Nur nach „${rule}“`,
  none: 'Keiner',
}
