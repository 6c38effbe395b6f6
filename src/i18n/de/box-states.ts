/**
 * German, where the ballot boxes of a round stand.
 *
 * Pure. Invariant: fits into a sentence about the round. Decided in docs/decisions/0008 and 0022.
 */
export const boxStates: Readonly<Record<string, string>> = {
  draft: 'noch nicht eröffnet',
  open: 'offen für Stimmen',
  paused: 'angehalten',
  closed: 'geschlossen',
  sealed: 'versiegelt',
  published: 'veröffentlicht',
  purged: 'gelöscht',
}

/** Why a letter is not replaced, after its number. */
export const notReplaced: Readonly<Record<string, string>> = {
  used: 'hat abgestimmt',
  held: 'kam mit einem Stimmzettel auf Papier, der auf die Zählung wartet',
  live: 'ist unbenutzt, aber ersetzt wird nur, solange die Abstimmung läuft',
  revoked: 'wurde schon ersetzt',
  reserve: 'liegt in der Reserve und ging an niemanden',
  unknown: 'gibt es nicht',
}
