/**
 * German, the desk’s page of assessments. What stands in braces is filled in by the page.
 *
 * Pure. Invariant: says what is published before it is. Decided in docs/decisions/0008 and 0031.
 */
export const deskAssessments = {
  heading: 'Prüfungen',
  lede: 'Was die Ämter zu einem Vorschlag sagen: was er kostet, ob er machbar ist und ob er erlaubt ist.',
  none: 'Diese Runde hat noch keinen veröffentlichten Vorschlag.',
  proposal: 'Vorschlag',
  sofar: 'Bisher auf der Website',
  nothing: 'Zu diesem Vorschlag hat noch kein Amt etwas gesagt.',
  add: 'Eine Prüfung hinzufügen',
  changeOne: 'Eine Prüfung ändern',
  about: 'Worum es geht',
  aboutAll: 'Um alles',
  body: 'Amt',
  bodyHint: 'Wie Einwohner es kennen, etwa „Straßen und Grünflächen“.',
  bodyMissing: 'Nennen Sie das Amt, mit mindestens 2 Zeichen.',
  date: 'Tag der Antwort',
  outcome: 'Was herauskam',
  reason: 'Begründung',
  reasonHint: 'Schreiben Sie für Einwohner. Absätze, Listen und Links sind in Markdown möglich.',
  cost: 'Gefundene Kosten (freiwillig)',
  costHint: 'Das werden die Kosten des Vorschlags, nach denen abgestimmt wird.',
  costFixed:
    'Die Abstimmung wurde geöffnet, also stehen die Kosten fest. Schreiben Sie in die Begründung, was gefunden wurde.',
  costChanges: 'Statt {was} kostet der Vorschlag dann {will}, und danach wird abgestimmt.',
  costStays: 'Der Vorschlag selbst kostet weiterhin {money}, wie bisher.',
  where: 'Es wird auf der Seite des Vorschlags stehen.',
  posted: 'Die Prüfung ist veröffentlicht. In wenigen Minuten steht sie hier: {address}',
}
