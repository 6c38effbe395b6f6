/**
 * German, what rooms for entries of a proposal share. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0031.
 */
export const deskEntries = {
  round: 'Runde',
  showIt: 'Zeigen',
  change: 'Ändern',
  changeNamed: 'Ändern: {day}',
  takeBack: 'Zurücknehmen',
  takeBackNamed: 'Zurücknehmen: {day}',
  look: 'Ansehen, was sich ändert',
  leave: 'Doch nicht ändern',
  leaveAsk: 'Sie haben etwas geschrieben, das nicht veröffentlicht ist. Soll es weg?',
  kept: 'Was Sie zuvor geschrieben haben, steht wieder hier.',
  moved:
    'Was Sie ändern wollten, gibt es nicht mehr: Jemand hat es inzwischen geändert oder zurückgenommen. Was Sie geschrieben haben, steht noch hier und würde hinzugefügt.',
  previewNew: 'Das wird veröffentlicht',
  previewChange: 'Das wird geändert',
  previewGone: 'Das wird zurückgenommen',
  was: 'Jetzt auf der Website',
  will: 'Danach auf der Website',
  gone: 'Nichts davon. Wer in der Geschichte der Dateien nachsieht, findet es dort noch.',
  cost: '1 Commit, 1 Deploy. Alles andere bleibt, wie es ist.',
  publish: 'Veröffentlichen',
  takeItBack: 'Zurücknehmen',
  back: 'Noch nicht',
  takenBack: 'Es ist zurückgenommen. In wenigen Minuten ist es von der Website verschwunden.',
  dateHint: 'Heute oder früher.',
  dateMissing: 'Geben Sie einen Tag an: heute oder früher.',
  textMissing: '{field}: schreiben Sie mindestens 5 und höchstens 4.000 Zeichen.',
  amountWrong: 'Geben Sie einen Betrag wie 9800 an, oder lassen Sie das Feld leer.',
}
