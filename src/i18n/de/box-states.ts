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
