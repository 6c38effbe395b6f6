/**
 * Danish, following: dates for a calendar, and news for programs that follow sites.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */

export const follow = {
  calendar: 'Læg datoerne i min kalender',
  feed: 'Følg nyhederne (feed)',
  feedTitle: (council: string) => `Nyt fra ${council}`,
  feedText: 'Runder, forslag og resultater, efterhånden som de kommer.',
}
