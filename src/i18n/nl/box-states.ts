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

/** Why a letter is not replaced, after its number. */
export const notReplaced: Readonly<Record<string, string>> = {
  used: 'heeft gestemd',
  held: 'kwam met een papieren stembiljet, dat op de telling wacht',
  live: 'is niet gebruikt, maar een brief wordt alleen tijdens de stemming vervangen',
  revoked: 'is al vervangen',
  reserve: 'ligt in de reserve en is aan niemand verstuurd',
  unknown: 'bestaat niet',
}
