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
