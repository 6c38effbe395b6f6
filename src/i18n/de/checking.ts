/**
 * German, checking: the pages on which anyone can check a final result.
 *
 * Pure. Invariant: says what a check shows and what it does not; nobody is accused.
 * Decided in docs/decisions/0008.
 */

/** What the pages share. */
export const checking = {
  promise:
    'Nichts von dem, was Sie eingeben, wird gesendet. Die Seite holt für alle dieselben öffentlichen Dateien und sucht darin auf Ihrem eigenen Gerät.',
  saved: 'Ohne Internet prüfen',
  savedText:
    'Speichern Sie diese Seite mit Ihrem Browser („vollständige Seite“) und diese Dateien daneben. Öffnen Sie die gespeicherte Seite später und wählen Sie hier die Dateien aus.',
  savedLabel: 'Die Dateien, die Sie gespeichert haben',
  lacking: 'Wählen Sie unter „Ohne Internet prüfen“ auch diese Dateien aus:',
  failed:
    'Die veröffentlichten Dateien sind nicht angekommen. Bitte versuchen Sie es später noch einmal.',
  busy: 'Einen Moment …',
  byHand: 'Ohne diese Seite',
  command: 'Mit der Software dieser Website prüft ein Befehl alle veröffentlichten Dateien:',
  notYet: 'Die Listen sind noch nicht da',
  notYetText:
    'Sie erscheinen zusammen mit dem endgültigen Ergebnis. Bewahren Sie bis dahin Ihre Quittung mit der Unterschrift und Ihren Brief auf.',
  unpublished: 'Für diese Runde lässt sich das nicht prüfen',
  unpublishedText:
    'Die Listen, die man dazu braucht, wurden mit diesem Ergebnis nicht veröffentlicht.',
  linksTitle: 'Selbst prüfen',
}

export const findReceipt = {
  title: 'Meine Quittung finden',
  description: (round: string) =>
    `Eine Quittung in der Liste aller Quittungen von ${round} nachschlagen.`,
  lede: 'Die Quittung jedes gezählten Stimmzettels steht in einer öffentlichen Liste. Sehen Sie nach, ob Ihre dabei ist.',
  later: 'Sobald das Ergebnis endgültig ist, können Sie sie nachschlagen:',
  label: 'Ihre Quittung',
  hint: '16 Buchstaben und Ziffern; Leerzeichen und kleine Buchstaben sind erlaubt. Wenn Sie sie als Datei gespeichert haben, fügen Sie alles ein: Dann wird auch die Unterschrift geprüft.',
  find: 'Nachschlagen',
  malformed: 'Eine Quittung hat 16 Buchstaben und Ziffern. Bitte vergleichen Sie diese mit Ihrer.',
  listedHeading: 'Ihr Stimmzettel ist gezählt',
  listed: 'Ihre Quittung steht in der Liste. Auf die öffentliche Tafel kam sie mit Eintrag Nummer',
  signed: 'Die Unterschrift ist die der Gemeinde.',
  unsigned: 'Die Unterschrift gehört nicht zu dieser Quittung. Sie steht trotzdem in der Liste.',
  headHolds: 'Der Eintrag, den Ihre Quittung nennt, steht auf der öffentlichen Tafel.',
  headDiffers:
    'Der Eintrag, den Ihre Quittung nennt, steht nicht auf der veröffentlichten Tafel. Wenn Sie ihn richtig übernommen haben, wurde die Tafel nach Ihrer Abstimmung verändert. Sagen Sie es der Gemeinde und bewahren Sie Ihre Quittung auf.',
  missingHeading: 'Diese Quittung steht nicht in der Liste',
  missing:
    'Vergleichen Sie jeden Buchstaben mit Ihrer Quittung und sehen Sie nach, ob sie von dieser Runde ist: Ein falscher Buchstabe genügt. Stimmt alles, fügen Sie auch die Unterschrift ein. Quittung und Unterschrift beweisen zusammen, dass ein Stimmzettel angenommen wurde und bei der Auszählung fehlt.',
  lostHeading: 'Das beweist, dass ein Stimmzettel verloren ging',
  lost: 'Die Gemeinde hat diese Quittung unterschrieben, also wurde ein Stimmzettel angenommen. Sie steht nicht in der Liste, also wurde er nicht gezählt.',
  lostSteps: [
    'Bewahren Sie Quittung und Unterschrift auf und geben Sie nur Kopien weg.',
    'Schreiben Sie der Gemeinde und bitten Sie um eine Berichtigung.',
    'Kommt keine Antwort, zeigen Sie beides einem gewählten Mitglied oder einer Zeitung. Jeder kann die Unterschrift prüfen, und sie sagt nichts darüber, was Sie gewählt haben.',
  ],
  givenUpHeading: 'Ihre Stimme wurde angenommen, aber die Urne zählt nicht mit',
  givenUp:
    'Der Laptop eines Saals hat diese Quittung unterschrieben. Die Urne darauf kam nicht ins Amt, darum sind ihre Stimmen nicht im Ergebnis. Die Gemeinde nannte diesen Grund:',
  forgedHeading: 'Nicht in der Liste und nicht von der Gemeinde unterschrieben',
  forged:
    'Ein Buchstabe der Quittung oder der Unterschrift ist falsch, oder sie stammt nicht aus dieser Abstimmung. Fügen Sie die ganze Quittung noch einmal ein. Wenn sie genau so von uns kam, sagen Sie es uns bitte.',
  uncheckedHeading: 'Nicht in der Liste, und die Unterschrift ist nicht geprüft',
  unchecked:
    'Die Unterschrift ließ sich hier nicht prüfen. Versuchen Sie es mit einem neueren Browser oder mit dem Befehl unten. Bewahren Sie bis dahin Quittung und Unterschrift auf: Zusammen können sie ein Beweis sein.',
  byHand:
    'Öffnen Sie die Liste und suchen Sie darin nach Ihrer Quittung, ohne Leerzeichen geschrieben. Die Zahl dahinter ist der Eintrag auf der öffentlichen Tafel.',
}

export const codeUsed = {
  title: 'Wurde mein Code benutzt?',
  description: (round: string) => `Sehen Sie nach, ob in ${round} mit Ihrem Code abgestimmt wurde.`,
  lede: 'Wenn Sie nicht abgestimmt haben, darf niemand mit Ihrem Code abgestimmt haben. Sehen Sie selbst nach.',
  find: 'Nachschlagen',
  malformed:
    'Ein Stimmcode hat 16 Buchstaben und Ziffern, und etwas daran stimmt hier nicht. Bitte vergleichen Sie ihn mit Ihrem Brief.',
  unusedHeading: 'Mit diesem Code hat niemand abgestimmt',
  unused:
    'Er wurde für diese Runde ausgegeben, und es wurde kein Stimmzettel damit abgegeben. Haben Sie nicht abgestimmt, ist alles in Ordnung. Haben Sie damit abgestimmt, sagen Sie es uns und halten Sie Ihre Quittung bereit.',
  usedHeading: 'Mit diesem Code wurde abgestimmt',
  used: 'Waren Sie es, ist alles in Ordnung: Was Sie gewählt haben, steht nirgends dabei. Waren Sie es nicht, und auch niemand, dem Sie den Brief gegeben haben, sagen Sie es uns.',
  revokedHeading: 'Dieser Code wurde gesperrt',
  revoked:
    'Er wurde für diese Runde ausgegeben und dann gesperrt, wie es geschieht, wenn ein verlorener Brief ersetzt wird. Es wurde nicht damit abgestimmt. Schlagen Sie den Code aus Ihrem neuesten Brief nach. Wenn Sie nie um einen neuen Brief gebeten haben, sagen Sie es uns.',
  unknownHeading: 'Dieser Code wurde für diese Runde nicht ausgegeben',
  unknown:
    'Vergleichen Sie jeden Buchstaben und sehen Sie nach, ob Ihr Brief von dieser Runde ist. Stimmt alles, sagen Sie es uns: Einen Brief mit so einem Code dürfte es nicht geben.',
  byHand:
    'In den Listen stehen keine Codes, nur was sich aus ihnen berechnen lässt. Mit bloßem Auge ist ein Code darin also nicht zu finden. Wie es berechnet wird, steht in docs/protocol.md der Software.',
}

export const checkElection = {
  title: 'Diese Abstimmung prüfen',
  description: (round: string) =>
    `Prüfen Sie im eigenen Browser, was über ${round} veröffentlicht ist.`,
  lede: 'Ihr Browser holt alles, was veröffentlicht ist, und rechnet es nach: die öffentliche Tafel, die Listen, die Zahlen und das Ergebnis.',
  start: 'Alles prüfen',
  headLabel: 'Ein Tafeleintrag von einer Quittung, falls Sie einen haben',
  headHint:
    'Er sieht aus wie 12:0a1b2c3d. Er zeigt, ob die Tafel nach dieser Stimme ausgetauscht wurde.',
  malformed:
    'Ein Tafeleintrag sieht aus wie 12:0a1b2c3d: eine Zahl, ein Doppelpunkt, acht Zeichen.',
  doing: 'Wird geprüft …',
  checks: {
    board: {
      asks: 'Folgt jeder Eintrag der öffentlichen Tafel aus dem vorigen?',
      holds: 'Ja. Keiner wurde geändert, entfernt oder eingeschoben.',
      differs: 'Nein. Ein Eintrag wurde geändert, entfernt oder eingeschoben.',
    },
    head: {
      asks: 'Steht der Eintrag von Ihrer Quittung auf dieser Tafel?',
      holds: 'Ja. Bis zu diesem Eintrag ist es die Tafel von jenem Tag.',
      differs: 'Nein. Prüfen Sie Ihre Eingabe. Stimmt sie, wurde die Tafel ausgetauscht.',
    },
    paper: {
      asks: 'Ist es der Stimmzettel, der vor der Abstimmung feststand?',
      holds: 'Ja. Vorschläge, Kosten und Regel sind die der Eröffnung.',
      differs: 'Nein. paper.json ist nicht das, was bei der Eröffnung feststand.',
    },
    receipts: {
      asks: 'Sind es die Quittungen, die die Tafel von Anfang an gezählt hat?',
      holds: 'Ja. Die Liste passt zu jedem Eintrag der Tafel.',
      differs: 'Nein. Eine Quittung kam hinzu, fehlt oder wurde geändert.',
    },
    issued: {
      asks: 'Sind es die Codes, die vor der Abstimmung ausgegeben wurden?',
      holds: 'Ja. Nicht einer mehr und nicht einer weniger.',
      differs: 'Nein. Ein Code kam hinzu, fehlt oder wurde geändert.',
    },
    used: {
      asks: 'Wurde jeder benutzte Code ausgegeben, nicht gesperrt und nur einmal benutzt?',
      holds: 'Ja, jeder einzelne.',
      differs: 'Nein. Ein benutzter Code wurde nicht ausgegeben, war gesperrt oder zählt doppelt.',
    },
    numbers: {
      asks: 'Gibt es so viele benutzte Codes wie Quittungen und Stimmzettel?',
      holds: 'Ja. Alle Zahlen sind gleich.',
      differs: 'Nein. Die Zahlen sind nicht gleich.',
    },
    ballots: {
      asks: 'Sind die veröffentlichten Stimmzettel die aus der Urne?',
      holds: 'Ja. Nicht einer wurde geändert.',
      differs: 'Nein. Ein Stimmzettel wurde geändert, kam hinzu oder fehlt.',
    },
    result: {
      asks: 'Ergibt eine neue Zählung dasselbe Ergebnis?',
      holds: 'Ja. Dieselben Vorschläge bekommen das Geld.',
      differs: 'Nein. Etwas stimmt nicht überein:',
    },
  },
  unpublished: 'Nicht prüfbar: Was man dazu braucht, ist nicht veröffentlicht.',
  holdsHeading: 'Alles passt zusammen',
  holds: 'Nichts in den veröffentlichten Dateien widerspricht dem Ergebnis.',
  partlyHeading: 'Was sich prüfen ließ, passt zusammen',
  partly: 'Manches ließ sich nicht prüfen. Die Liste sagt, was.',
  differsHeading: 'Etwas passt nicht zusammen',
  differs:
    'Laden Sie die Seite neu und wiederholen Sie es. Bleibt es dabei, bitten Sie die Gemeinde um eine Erklärung. Die Liste sagt, worum es geht.',
  unstarted: 'In diesem Browser ließ sich die Prüfung nicht ausführen.',
  limitsTitle: 'Was die Dateien allein nicht zeigen können',
  limits: {
    lost: 'Ein Stimmzettel, der angenommen wurde und dann verloren ging. Seine Quittung zeigt es:',
    stuffed: 'Eine Stimme, die jemand anders mit Ihrem Code abgegeben hat. Das sehen nur Sie:',
    replaced:
      'Eine Tafel, die als Ganzes ausgetauscht wurde. Wer einen Eintrag von einer Quittung aufbewahrt hat, kann es sehen.',
    device:
      'Was ein schädliches Programm auf einem Telefon getan hat, oder jemand, der über die Schulter sah.',
  },
}
