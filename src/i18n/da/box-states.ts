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
