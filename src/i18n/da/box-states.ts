/**
 * Danish, where the ballot boxes of a round stand.
 *
 * Pure. Invariant: fits into a sentence about the round. Decided in docs/decisions/0008 and 0022.
 */
export const boxStates: Readonly<Record<string, string>> = {
  draft: 'ikke åbnet endnu',
  open: 'åben for stemmer',
  paused: 'sat på pause',
  closed: 'lukket',
  sealed: 'forseglet',
  published: 'offentliggjort',
  purged: 'ryddet',
}

/** Why a letter is not replaced, after its number. */
export const notReplaced: Readonly<Record<string, string>> = {
  used: 'har stemt',
  held: 'kom med en stemmeseddel på papir, som venter på at blive talt',
  live: 'er ikke brugt, men breve erstattes kun, mens afstemningen er i gang',
  revoked: 'er erstattet før',
  reserve: 'ligger i reserven og er ikke sendt til nogen',
  unknown: 'findes ikke',
}
