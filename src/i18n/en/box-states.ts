/**
 * English, where the ballot boxes of a round stand.
 *
 * Pure. Invariant: fits into a sentence about the round. Decided in docs/decisions/0008 and 0022.
 */
export const boxStates: Readonly<Record<string, string>> = {
  draft: 'not open yet',
  open: 'open for voting',
  paused: 'paused',
  closed: 'closed',
  sealed: 'sealed',
  published: 'published',
  purged: 'cleared',
}

/** Why a letter is not replaced, after its number. */
export const notReplaced: Readonly<Record<string, string>> = {
  used: 'has voted',
  held: 'came with a paper ballot, which waits to be counted',
  live: 'is not used, but a letter is replaced only while the vote goes on',
  revoked: 'was replaced before',
  reserve: 'lies in the reserve and was never sent to anybody',
  unknown: 'does not exist',
}
