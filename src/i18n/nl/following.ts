/**
 * Dutch, following: dates for a calendar, and news for programs that follow sites.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */

export const follow = {
  calendar: 'Zet de data in mijn agenda',
  feed: 'Volg het nieuws (feed)',
  feedTitle: (council: string) => `Nieuws uit ${council}`,
  feedText: 'Rondes, voorstellen en uitslagen, zodra ze er zijn.',
}
