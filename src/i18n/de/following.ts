/**
 * German, following: dates for a calendar, and news for programs that follow sites.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */

export const follow = {
  calendar: 'Die Termine in meinen Kalender eintragen',
  feed: 'Neuigkeiten verfolgen (Feed)',
  feedTitle: (council: string) => `Neues aus ${council}`,
  feedText: 'Runden, Vorschläge und Ergebnisse, sobald es sie gibt.',
}
