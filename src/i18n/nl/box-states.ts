/**
 * Dutch, where the ballot boxes of a round stand.
 *
 * Pure. Invariant: fits into a sentence about the round. Decided in docs/decisions/0008 and 0022.
 */
export const boxStates: Readonly<Record<string, string>> = {
  draft: 'nog niet open',
  open: 'open om te stemmen',
  paused: 'gepauzeerd',
  closed: 'gesloten',
  sealed: 'verzegeld',
  published: 'gepubliceerd',
  purged: 'opgeruimd',
}
