/**
 * English, following: dates for a calendar, and news for programs that follow sites.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */

export const follow = {
  calendar: 'Put the dates in my calendar',
  feed: 'Follow the news (feed)',
  feedTitle: (council: string) => `News from ${council}`,
  feedText: 'Rounds, proposals and results, as they come.',
}
