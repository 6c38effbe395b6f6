/**
 * German, the desk's room of voting codes: making, printing, replacing.
 *
 * Pure. Invariant: nothing here says that codes can vote before they can.
 * Decided in docs/decisions/0008.
 */

export const codes = {
  title: 'Stimmcodes',
  lede: 'Die Codes entstehen in diesem Browser. Sie stehen auf Ihrem Papier und nirgends sonst.',
  noRounds:
    'Noch hat keine Runde eine Abstimmung. Geben Sie zuerst einer Runde einen Stimmzettel und eine Abstimmungsphase.',
  choose: 'Runde wählen',
  made: 'Bisher erstellt',
  letters: 'Briefe',
  reserve: 'Reservebriefe',
  eligible: 'Dürfen abstimmen',
  box: 'Urne',
  unknown: 'Diese Zahlen konnten nicht gelesen werden. Laden Sie die Seite neu.',
  makeTitle: 'Codes erstellen',
  frozen:
    'Die Abstimmung ist eröffnet, darum kommt kein Code mehr dazu. Wer keinen Brief hat, bekommt einen aus der Reserve.',
  whoTitle: 'Für wen?',
  byCount: 'Ich verteile die Briefe selbst: eine Anzahl Codes erstellen',
  byList: 'Ich habe eine Liste mit Adressen: für jede einen Brief erstellen',
  countOf: (area: string) => `Briefe: ${area}`,
  reserveOf: (area: string) => `Reserve: ${area}`,
  reserveHint:
    'Sie ersetzen verlorene Briefe und können vorher nicht abstimmen. Üblich ist einer für zwanzig Briefe.',
  file: 'Ihre Liste, als CSV',
  fileHint:
    'Die erste Zeile benennt die Spalten. Wählen Sie in Ihrer Tabelle „Speichern unter“ und dann „CSV UTF-8“.',
  paste: 'Oder fügen Sie die Zeilen Ihrer Tabelle ein',
  pasteHint:
    'Markieren Sie dort die Zeilen, auch die erste mit den Namen der Spalten. Kopieren Sie sie, und fügen Sie sie hier ein.',
  fileStays: 'Die Liste bleibt in diesem Browser. Sie wird nirgendwohin gesendet.',
  columns: 'Welche Spalte ist was?',
  columnsHint: 'Sehen Sie sich unten die erste Adresse an. So steht sie im Fenster des Umschlags.',
  noColumn: 'steht nicht in meiner Liste',
  parts: {
    firstName: 'Vorname',
    name: 'Name',
    extra: 'c/o, Etage, Gebäude',
    street: 'Straße',
    number: 'Hausnummer',
    postcode: 'Postleitzahl',
    town: 'Ort',
    country: 'Land',
    area: 'Gebiet',
  },
  paperTitle: 'Auf welchem Papier?',
  layouts: {
    letters: 'Briefe: je ein Blatt A4, für Umschläge mit Fenster',
    cards: 'Karten: zehn auf einem Blatt A4, zum Ausschneiden und Verteilen',
  },
  windowSide: 'Das Fenster Ihrer Umschläge',
  windowLeft: 'links',
  windowRight: 'rechts',
  sender: 'Absender, klein über der Adresse',
  first: 'Sprache der Briefe',
  second: 'Zweite Sprache',
  none: 'keine',
  specimen: 'So wird ein Brief aussehen. Sein Code ist nicht echt.',
  make: 'Codes erstellen',
  makingTitle: 'Die Codes werden erstellt',
  makingText:
    'Lassen Sie diese Seite offen. Solange Sie die Briefe nicht nehmen, kann kein Code abstimmen.',
  troubleTitle: 'Es geht nicht weiter',
  goOn: 'Weiter',
  giveUp: 'Aufgeben und diese Codes vergessen',
  offered: 'Niemand kann diese Briefe ein zweites Mal drucken',
  offeredText:
    'Die Codes sind nur auf dieser Seite. Drucken oder speichern Sie sie jetzt. Verlassen Sie die Seite, sind sie weg.',
  lockText:
    'Halten Sie Papier und Dateien unter Verschluss, bis die Briefe verschickt sind. Wer einen Code hat, kann abstimmen.',
  printTitle: 'Hier drucken',
  printText:
    'Wählen Sie im Druckfenster A4, 100 Prozent, ohne Kopf- und Fußzeilen, und einseitig. Für ein PDF wählen Sie es als Drucker.',
  allAtOnce: 'Alle Blätter auf einmal, für ein PDF',
  fileTitle: 'An eine Druckerei geben',
  fileText:
    'Eine Tabelle mit Nummer, Code, Link und Adresse jedes Briefs. Jede Tabellenkalkulation öffnet sie. Will die Druckerei fertige Blätter, drucken Sie sie oben in ein PDF.',
  saveCodes: 'Tabelle mit Codes speichern',
  officeTitle: 'Diese behalten',
  officeText:
    'Die Liste der Briefe ohne Codes. Mit ihr finden Sie die Nummer eines Briefs, den jemand verloren hat.',
  saveOffice: 'Liste ohne Codes speichern',
  finishTitle: 'Wenn alles gedruckt oder gespeichert ist',
  finishText: 'Dann vergisst diese Seite die Codes. Sehen Sie zuerst nach, ob jedes Blatt da ist.',
  finish: 'Ich habe sie gedruckt oder gespeichert',
  doneTitle: 'Die Codes sind hier vergessen',
  doneText: 'Sie stehen nur auf Ihrem Papier. Sie können abstimmen, sobald die Abstimmung beginnt.',
  again: 'Weitere Codes erstellen',
  lostTitle: 'Ein verlorener Brief',
  lostText:
    'Die Nummer des Briefs steht unten auf ihm und in Ihrer Liste ohne Codes. Jedes Nachsehen und jede Änderung kommt ins Protokoll.',
  lost: 'Nummer des verlorenen Briefs',
  serialHint: 'Vier Buchstaben oder Ziffern, ein Strich und eine Zahl: K7QF-0042.',
  lookUp: 'Nachsehen, ob damit abgestimmt wurde',
  replacement: 'Nummer des Reservebriefs, den Sie ausgeben',
  reissue: 'Brief ersetzen',
  reissueText:
    'Der Code des verlorenen Briefs gilt sofort nicht mehr. Das lässt sich nicht zurücknehmen.',
  fileNames: { codes: 'stimmcodes', office: 'briefe-ohne-codes' },
  list: {
    serial: 'Brief',
    code: 'Code',
    link: 'Link',
    area: 'Urne',
    reserve: 'Reserve',
    line: 'Adresse',
  },
}
