/**
 * German, the room Voting day: turnout, and the steps from the opening to the close.
 *
 * Pure. Invariant: says what a step does before it is taken. Decided in docs/decisions/0008 and 0022.
 */
export const deskVoting = {
  heading: 'Wahltag',
  lede: 'Wie viele teilgenommen haben, und die Schritte von der Eröffnung bis zum Schluss.',
  round: 'Runde',
  show: 'Zeigen',
  stands: '{title}: Die Runde ist {state}.',
  times: 'Die Abstimmung läuft von {from} bis {to}.',
  otherEnd:
    'Die Termine der Runde nennen noch ein anderes Ende: {at}. Nennen Sie das neue in der Beschreibung der Runde.',
  turnout: 'Beteiligung',
  turnoutNote:
    'Das sind nur Zahlen. Was gewählt wurde, kann niemand wissen, bevor die Urnen versiegelt sind.',
  box: 'Urne',
  everyone: 'Die ganze Gemeinde',
  allBoxes: 'Alle Urnen',
  eligible: 'Stimmberechtigt',
  codes: 'Codes',
  online: 'Online',
  kiosk: 'Kiosk',
  paper: 'Papier',
  invalid: 'Ungültig',
  together: 'Zusammen',
  share: 'Anteil',
  unknown: 'nicht angegeben',
  letters: 'In Reserve: {reserve}. Gesperrt: {revoked}. Aus der Reserve ausgegeben: {reissued}.',
  lot: {
    heading: 'Reihenfolge bei Gleichstand',
    help: 'Zwei Vorschläge können gleichauf liegen. Dann gilt die Reihenfolge, die vor der Abstimmung öffentlich gelost wurde. Losen Sie mit Zetteln, und schreiben Sie auf, welchen Platz jeder Vorschlag bekam.',
    entered:
      'Eine Reihenfolge ist eingetragen. Sollen weitere Vorschläge dazukommen, nehmen Sie sie zuerst heraus.',
    drawn: 'Wie, wo und wann gelost wurde',
    drawnHint: 'Ein Satz, den alle lesen. Wer hat gezogen, und wer sah zu?',
    commit:
      '1 Commit im Inhalt der Gemeinde, 1 Deploy. Die Abstimmung kann öffnen, sobald die Website neu gebaut ist.',
    enter: 'Reihenfolge veröffentlichen',
    takeOut: 'Reihenfolge herausnehmen',
    placeMissing: 'Geben Sie jedem Vorschlag einen eigenen Platz, von 1 bis zum letzten.',
    drawnMissing: 'Schreiben Sie, wie gelost wurde.',
    done: 'Die Reihenfolge ist veröffentlicht. Laden Sie diese Seite in ein paar Minuten neu.',
    ask: 'Diese Reihenfolge veröffentlichen, wie sie gezogen wurde? Bei Gleichstand gewinnt, was zuerst steht.',
    outAsk: 'Die Reihenfolge herausnehmen? Ohne sie kann die Abstimmung nicht öffnen.',
    out: 'Die Reihenfolge ist herausgenommen.',
  },
  opening: 'Abstimmung eröffnen',
  openingFreezes:
    'Die Eröffnung legt {proposals} Vorschläge und {codes} Codes fest. Danach ist beides nicht mehr zu ändern.',
  openingFew:
    'Nur {codes} Codes sind bereit, und {eligible} dürfen abstimmen. Ist die Abstimmung offen, kommt kein Code mehr dazu.',
  openingTimes:
    'Stimmen werden angenommen von {from} bis {to}. Das Ende kann später werden, nie früher.',
  openingFloor:
    'Einzelne Stimmzettel werden nur für eine Urne mit mindestens {floor} Zetteln veröffentlicht.',
  openingCommit:
    '1 Commit auf der öffentlichen Tafel, kein Deploy. Der Stimmzettel hat den Digest {digest}.',
  openButton: 'Abstimmung eröffnen',
  openAsk: 'Die Abstimmung jetzt eröffnen? Codes und Vorschläge stehen dann fest.',
  opened: 'Die Abstimmung ist eröffnet.',
  notYet: 'Die Abstimmung kann noch nicht öffnen: {why}.',
  pause: 'Abstimmung anhalten',
  pauseHelp: 'In einer Pause kann niemand abstimmen. Das Ende bleibt, wo es ist.',
  reason: 'Grund, den alle lesen können',
  reasonHint: 'Eine Zeile auf der öffentlichen Tafel. Keine Namen.',
  reasonMissing: 'Schreiben Sie zuerst den Grund.',
  pauseButton: 'Abstimmung anhalten',
  paused: 'Die Abstimmung ist angehalten.',
  resume: 'Abstimmung fortsetzen',
  resumeHelp:
    'Die Abstimmung ist angehalten. Sobald Sie fortsetzen, werden wieder Stimmen angenommen.',
  resumeButton: 'Abstimmung fortsetzen',
  resumed: 'Es werden wieder Stimmen angenommen.',
  extend: 'Ende verschieben',
  extendHint: 'Nur später, nie früher. In der Zeit der Gemeinde.',
  newEnd: 'Neues Ende',
  endMissing: 'Wählen Sie zuerst Tag und Uhrzeit.',
  extendButton: 'Ende verschieben',
  extendAsk: 'Das Ende auf {at} verschieben? Zurück geht es nicht.',
  extended:
    'Die Abstimmung endet nun {at}. Die Termine der Runde stehen fest: Nennen Sie das neue Ende in ihrer Beschreibung.',
  close: 'Abstimmung schließen',
  closeHelp:
    'Die Urnen schließen von selbst zwei Minuten nach dem Ende. Schließen Sie sie hier, wenn das ausblieb.',
  closeButton: 'Urnen schließen',
  closeAsk: 'Die Urnen jetzt schließen? Sie öffnen nie wieder.',
  closed: 'Die Urnen sind geschlossen.',
  over: 'Die Abstimmung ist vorbei. Zählt auch Papier, kommt zuerst der Raum Papier und dann der Raum Auszählung.',
  pausedWhy: 'Alle lesen: „{reason}“',
  kiosks: 'Kioske',
  kioskHelp:
    'Menschen stimmen an diesem Gerät mit dem Code aus ihrem Brief ab. Sie werden hier abgemeldet. Der Kiosk schließt nach 12 Stunden, oder wenn die Urnen schließen.',
  kioskName: 'Wie Sie dieses Gerät nennen',
  kioskNameHint: 'Nur für Kolleginnen und Kollegen, zum Beispiel: Saal, an der Tür.',
  kioskNameMissing: 'Geben Sie dem Gerät zuerst einen Namen.',
  kioskOpenButton: 'Dieses Gerät zum Kiosk machen',
  kioskAsk:
    'Dieses Gerät zum Kiosk machen? Sie werden hier abgemeldet, und Fremde können davor stehen.',
  kioskTimes: 'Offen seit {since}, höchstens bis {until}',
  kioskEnd: 'Schließen',
  kioskEndAsk: 'Den Kiosk „{name}“ schließen? Danach kann niemand mehr daran abstimmen.',
  kioskEnded: 'Der Kiosk ist geschlossen.',
  noKiosks: 'Kein Kiosk ist offen.',
}
