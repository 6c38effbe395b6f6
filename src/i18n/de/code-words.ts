/**
 * German, what the room of voting codes says while it works.
 *
 * Pure. Invariant: a sentence says what happened and what to do. Decided in docs/decisions/0008.
 */
import type { CodeWords } from '../code-words.ts'

export const codeWords: CodeWords = {
  check: (faults) =>
    faults === 1
      ? 'Bitte sehen Sie eine Stelle noch an'
      : `Bitte sehen Sie ${faults} Stellen noch an`,
  notWhole: 'Schreiben Sie eine ganze Zahl, zum Beispiel 40.',
  nothing: 'Schreiben Sie, wie viele Briefe Sie möchten.',
  tooMany: (asked, most) =>
    `Das sind ${asked} Codes. Erstellen Sie höchstens ${most} auf einmal, drucken Sie sie, und dann die anderen.`,
  noFile: 'Wählen Sie die Datei mit Ihrer Liste, oder fügen Sie die Zeilen ein.',
  list: {
    empty: 'In dieser Datei steht keine Adresse. Wählen Sie eine andere Datei.',
    oneColumn:
      'Wir fanden nur eine Spalte. Speichern Sie die Liste noch einmal als CSV, mit Semikolon, Komma oder Tabulator zwischen den Spalten.',
    workbook:
      'Das ist die eigene Datei einer Tabellenkalkulation. Öffnen Sie sie dort, wählen Sie „Speichern unter“ und dann „CSV UTF-8“.',
    quoteOpen: (row) =>
      `In Zeile ${row} beginnt ein Anführungszeichen, das nie endet. Nehmen Sie es in Ihrer Tabelle weg.`,
    tooMany: (rows, most) =>
      `Die Liste hat ${rows} Adressen. Teilen Sie sie in Listen von höchstens ${most}.`,
    columnsMissing: (parts) => `Wählen Sie die Spalte für: ${parts}.`,
    cellsEmpty: (part, rows) => `„${part}“ ist leer in Zeile ${rows}.`,
    areaUnknown: (area, rows) =>
      area === ''
        ? `Das Gebiet ist leer in Zeile ${rows}.`
        : `Die Runde hat kein Gebiet „${area}“. Es steht in Zeile ${rows}.`,
    more: (count) => `${count} weiteren`,
  },
  addresses: (count, shown) => (count === 1 ? 'Eine Adresse.' : `${shown} Adressen.`),
  repeated: (count, shown) =>
    count === 1 ? 'Eine Adresse steht zweimal da.' : `${shown} Adressen stehen mehr als einmal da.`,
  ready: (count, shown) => (count === 1 ? 'Ein Code ist bereit' : `${shown} Codes sind bereit`),
  making: (made, of) => `${made} von ${of} erstellt`,
  sending: (sent, of) => `${sent} von ${of} angemeldet`,
  lost: 'Die Verbindung ist weg. Nichts ist verloren: Noch kann kein Code abstimmen. Prüfen Sie das Netz, dann geht es weiter.',
  lostTaking:
    'Die Verbindung ist weg, und kein Brief wurde gedruckt. Prüfen Sie das Netz, und drücken Sie dann wieder den Knopf.',
  signedOut:
    'Sie sind abgemeldet. Lassen Sie diese Seite offen, melden Sie sich in einem anderen Tab an, und drücken Sie wieder den Knopf.',
  cancelled:
    'Der Passkey wurde nicht gegeben, darum geschah nichts. Drücken Sie den Knopf wieder, wenn Sie ihn zur Hand haben.',
  notMade:
    'Dieser Browser konnte die Codes nicht erstellen. Laden Sie die Seite neu, oder nehmen Sie einen anderen Browser.',
  print: (first, last) => `Blatt ${first} bis ${last} drucken`,
  printOne: 'Das Blatt drucken',
  printed: 'ging ans Druckfenster',
  saved: 'gespeichert',
  finishAsk: (count: number, shown: string) =>
    count === 1
      ? 'Den einen Code vergessen? Niemand kann ihn noch einmal drucken.'
      : `${shown} Codes vergessen? Niemand kann sie noch einmal drucken. Sehen Sie erst nach, ob jedes Blatt aus dem Drucker kam.`,
  serialWrong: 'Das ist keine Nummer eines Briefs. Sie sieht so aus: K7QF-0042.',
  letterStates: {
    unused: (serial) => `Mit Brief ${serial} hat noch niemand abgestimmt.`,
    voted: (serial) => `Mit Brief ${serial} wurde abgestimmt. Er kann nicht ersetzt werden.`,
    held: (serial) =>
      `Brief ${serial} kam mit einem Stimmzettel auf Papier, der noch gezählt wird.`,
    revoked: (serial) => `Brief ${serial} wurde schon ersetzt. Sein Code gilt nicht.`,
    reserve: (serial) => `Brief ${serial} liegt in der Reserve. Er kann noch nicht abstimmen.`,
  },
  replaceAsk: (lost, reserve) =>
    `Brief ${lost} durch Brief ${reserve} ersetzen? Der Code von ${lost} gilt sofort nicht mehr. Das lässt sich nicht zurücknehmen.`,
  replaced: (lost, reserve) =>
    `Brief ${lost} gilt nicht mehr. Mit Brief ${reserve} kann jetzt abgestimmt werden: Geben Sie ihn aus.`,
  lostAsking:
    'Es kam keine Antwort. Wir wissen nicht, ob es geschehen ist. Schlagen Sie den Brief nach, bevor Sie weitermachen.',
}
