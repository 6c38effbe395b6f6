/**
 * German, finding: the list of proposals with its search, and the bar of the reader's own ballot.
 *
 * Pure. Invariant: numbers and amounts come in as text, so that the build can leave gaps for the browser
 * to fill. Decided in docs/decisions/0008.
 */

export const list = {
  lot: 'Die Reihenfolge ist ausgelost, damit kein Vorschlag immer oben steht.',
  find: 'Suchen',
  controls: 'Filtern und sortieren',
  theme: 'Thema',
  anyTheme: 'Alle Themen',
  area: 'Gebiet',
  anyArea: 'Alle Gebiete',
  cost: 'Kosten',
  anyCost: 'Alle Kosten',
  upTo: (money: string) => `Bis ${money}`,
  between: (least: string, most: string) => `${least} bis ${most}`,
  left: 'Was noch auf meinen Stimmzettel passt',
  order: 'Reihenfolge',
  byLot: 'Ausgelost',
  cheap: 'Niedrigste Kosten zuerst',
  dear: 'Höchste Kosten zuerst',
  byTitle: 'A bis Z',
  again: 'Neu auslosen',
  drawn: 'Die Reihenfolge ist neu ausgelost.',
  view: 'Zeigen als',
  cards: 'Karten',
  lines: 'Liste',
  shown: (shown: string, all: string) => `${shown} von ${all} gezeigt`,
  matching: (shown: string, found: string, all: string) =>
    `${found} von ${all} passen, davon ${shown} gezeigt`,
  noneTitle: 'Kein Vorschlag passt zu Ihrer Suche',
  none: 'Versuchen Sie ein anderes Wort, oder nehmen Sie eine Auswahl zurück.',
  showAll: 'Alle Vorschläge zeigen',
  more: 'Mehr zeigen',
  failed: 'Die Suche antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.',
  byTheme: 'Nach Thema',
  pages: 'Seiten der Liste',
  page: (page: string, pages: string) => `Seite ${page} von ${pages}`,
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  whole: 'Alle Vorschläge auf dem Stimmzettel',
  off: (count: number, shown: string) =>
    count === 1
      ? 'Über einen weiteren Vorschlag kann nicht abgestimmt werden. Hier steht, warum.'
      : `Über ${shown} weitere Vorschläge kann nicht abgestimmt werden. Hier steht, warum.`,
}

export const mine = {
  title: 'Mein Stimmzettel',
  choose: 'Wählen',
  on: 'Auf meinem Stimmzettel',
  count: (count: string) => `${count} auf meinem Stimmzettel`,
  countOf: (count: string, most: string) => `${count} von ${most} auf meinem Stimmzettel`,
  left: (left: string, budget: string) => `noch ${left} von ${budget}`,
  over: (money: string) => `${money} zu viel`,
  waits: 'Ein Stimmzettel wartet darauf, noch einmal gesendet zu werden.',
  full: 'Ihre Reihenfolge ist voll.',
  kept: 'Nur in diesem Tab aufbewahrt',
  go: 'Zu meinem Stimmzettel',
}
