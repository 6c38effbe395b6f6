/**
 * English, the ballot on paper with its stub.
 *
 * Pure. Invariant: a voter who reads only the sheet can fill it in. Decided in docs/decisions/0008 and 0026.
 */
export const paperBallot = {
  stub: 'Stub for your voting code',
  stubHow:
    'Cut the square out of your letter and stick it here. Or copy the 16 letters and digits of your code.',
  square: 'Square from your letter',
  tear: 'We tear this part off before anybody unfolds the ballot.',
  heading: 'Ballot',
  budget: (money: string) => `There is ${money} to share.`,
  how: {
    crosses: 'Put a cross beside what you choose.',
    ranking: 'Write 1 beside the best proposal, 2 beside the next, and so on.',
    points: 'Write your points beside the proposals.',
    stances: 'Put a cross under For or under Against.',
  },
  fold: 'Write no name on the ballot. Fold it so that only the stub is seen.',
  noReceipt:
    'Paper gives no receipt. Two people read each sheet, and a third one where they differ.',
  number: 'No.',
  proposal: 'Proposal',
  cost: 'Cost',
  columns: { crosses: 'Cross', ranking: 'Place', points: 'Points' },
  isFor: 'For',
  isAgainst: 'Against',
  mark: (mark: string) => `Mark of this ballot: ${mark}`,
  onSite:
    'You can also vote on paper, at the council. Paper gives no receipt: nobody can look up later whether a sheet is in the box.',
}
