/**
 * German, the desk's room Delivery: what became of funded projects. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0018.
 */
export const deskDelivery = {
  heading: 'Umsetzung',
  lede: 'Sagen Sie den Einwohnern, was aus den Projekten wurde: was geschah, was ausgegeben wurde, wann sie fertig sind.',
  round: 'Runde',
  show: 'Zeigen',
  none: 'Zu dieser Runde gibt es noch nichts zu berichten. Projekte stehen hier, sobald das Ergebnis veröffentlicht ist.',
  post: 'Etwas berichten',
  proposal: 'Projekt',
  date: 'Der Tag, um den es geht',
  dateHint: 'Heute oder früher.',
  text: 'Was geschehen ist',
  textHint: 'Schreiben Sie für Einwohner. Absätze, Listen und Links sind in Markdown möglich.',
  spent: 'Bisher ausgegeben (freiwillig)',
  spentHint: 'Alles Geld, das bis zu diesem Tag ausgegeben wurde, etwa 9800.',
  done: 'Das Projekt ist fertig',
  where:
    'Es wird auf der Seite des Projekts stehen, auf der Seite des Ergebnisses und im Nachrichten-Feed.',
  cost: '1 Commit, 1 Deploy. Was schon auf der Website steht, bleibt so.',
  button: 'Ansehen und veröffentlichen',
  dateMissing: 'Geben Sie einen Tag an: heute oder früher.',
  textMissing: 'Schreiben Sie mindestens 5 und höchstens 4.000 Zeichen.',
  spentWrong: 'Geben Sie einen Betrag wie 9800 an, oder lassen Sie das Feld leer.',
  ask: 'Das wird über „{title}“ veröffentlicht:\n\n{update}\n\n{where}\n{cost}',
  posted: 'Die Meldung ist veröffentlicht. In wenigen Minuten steht sie hier: {address}',
  sofar: 'Bisher auf der Website',
  nothing: 'Über dieses Projekt wurde noch nichts berichtet.',
}
