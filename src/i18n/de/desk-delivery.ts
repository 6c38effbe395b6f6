/**
 * German, the desk's room Delivery: what became of funded projects. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008, 0018 and 0031.
 */
export const deskDelivery = {
  heading: 'Umsetzung',
  lede: 'Sagen Sie den Einwohnern, was aus den Projekten wurde: was geschah, was ausgegeben wurde, wann sie fertig sind.',
  none: 'Zu dieser Runde gibt es noch nichts zu berichten. Projekte stehen hier, sobald das Ergebnis veröffentlicht ist.',
  proposal: 'Projekt',
  date: 'Der Tag, um den es geht',
  text: 'Was geschehen ist',
  textHint: 'Schreiben Sie für Einwohner. Absätze, Listen und Links sind in Markdown möglich.',
  spent: 'Bisher ausgegeben (freiwillig)',
  spentHint: 'Alles Geld, das bis zu diesem Tag ausgegeben wurde, etwa 9800.',
  done: 'Das Projekt ist fertig',
  where:
    'Es wird auf der Seite des Projekts stehen, auf der Seite des Ergebnisses und im Nachrichten-Feed.',
  posted: 'Die Meldung ist veröffentlicht. In wenigen Minuten steht sie hier: {address}',
  sofar: 'Bisher auf der Website',
  nothing: 'Über dieses Projekt wurde noch nichts berichtet.',
  add: 'Etwas berichten',
  changeOne: 'Eine Meldung ändern',
  pictureKept:
    'Diese Meldung hat ein Bild. Wählen Sie nur dann eine Datei, wenn ein anderes an seine Stelle soll.',
  pictureMissing: 'Wählen Sie auch das Bild, oder leeren Sie seinen Text.',
  pictureTold: 'Bild: {alt}',
  kept: 'Was Sie zuvor geschrieben haben, steht wieder hier. Ein Bild muss neu gewählt werden.',
}
