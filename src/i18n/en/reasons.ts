/**
 * English, reasons: why a proposal was funded or not, in sentences that stand one behind the other.
 *
 * Pure. Invariant: every kind of reason has its sentences, under every rule. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

export const reasons = {
  ahead: {
    votes: 'Most votes.',
    points: 'Most points.',
    votesForCost: 'Most votes for the money.',
    pointsForCost: 'Most points for the money.',
  },
  free: 'It costs nothing.',
  unasked: 'Nobody chose it, but there was money left.',
  fromRest: 'It got its money from the rest, which was given out by votes.',
  leftAfter: (after: string) => `${after} were left after it.`,
  fitted: (before: string, after: string) =>
    `Fitted into the ${before} that were left. ${after} remained.`,
  last: (before: string) => `Took exactly the ${before} that were left.`,
  partFunded: (before: string, missing: string) =>
    `It got the last ${before}; ${missing} of its cost are missing.`,
  nothingLeft: 'Nothing was left.',
  missing: (before: string, missing: string) => `Only ${before} were left: ${missing} too little.`,
  tooDear: (budget: string) => stop(`It costs more than the whole budget of ${budget}`),
  endedHere: 'The count ended here.',
  afterStop: (title: string | undefined) =>
    title === undefined
      ? 'The count had ended before its turn.'
      : `The count had ended before its turn: there was not enough money for ${title}.`,
  afterPart: (title: string) => `${title} had got the last of the money.`,
  noVotes: 'Nobody chose it.',
  evenAgainst: 'As much was against it as for it.',
  moreAgainst: 'More was against it than for it.',
  threshold: (got: string, needed: string) => `${got}; at least ${needed} were needed.`,
  excluded: (title: string) =>
    `Only this proposal or ${title} could be funded, and ${title} came first.`,
  noTheme: 'the group without a theme',
  capMoney: (name: string, most: string, missing: string) =>
    `${name} could get at most ${most} together; what was left of that was ${missing} too little.`,
  capNumber: (name: string, most: number) =>
    most === 1
      ? `Only one proposal in ${name} could be funded, and that place was taken.`
      : `Only ${most} proposals in ${name} could be funded, and those places were taken.`,
  cap: 'Its theme or area already had as much as it may have.',
  chose: (count: number, shown: string) =>
    count === 1 ? 'One voter chose it.' : `${shown} voters chose it.`,
  paidAll: (count: number, shown: string, price: string) =>
    stop(
      count === 1
        ? `One voter chose it and paid ${price}`
        : `All ${shown} voters who chose it paid ${price} each`,
    ),
  paid: (count: number, shown: string, price: string) =>
    count === 1 ? `1 of them paid ${price}` : `${shown} of them paid ${price} each`,
  paidPoints: (_: number, shown: string, price: string) =>
    `${shown} voters paid ${price} for each of their points`,
  gaveRest: (_: number, shown: string) => `${shown} gave the rest of what they had`,
  hadNothing: (_: number, shown: string) => `${shown} had nothing left`,
  effective: (votes: string) =>
    votes === '1' ? 'It counted one effective vote.' : `It counted ${votes} effective votes.`,
  cheapest: 'No other proposal was cheaper for each of its voters.',
  short: (count: number, shown: string, have: string, missing: string) =>
    count === 1
      ? `Its one supporter had ${have} left; ${missing} were missing.`
      : `Its ${shown} supporters had ${have} left together; ${missing} were missing.`,
  shortOfAll: (count: number, shown: string, missing: string) =>
    count === 1
      ? `Its one supporter had nothing left; ${missing} were missing.`
      : `Its ${shown} supporters had nothing left; ${missing} were missing.`,
  shortUntold:
    'Its supporters did not have enough left together. How much is not told, because so few ballots were cast here.',
  shortPoints: (have: string, missing: string) =>
    `Those who gave it points had ${have} left together; ${missing} were missing.`,
  restShort: (before: string) =>
    `When the rest was given out by votes, only ${before} were left at its turn. That was not enough either.`,
  restGone: 'When the rest was given out by votes, nothing was left at its turn.',
  purse: (purse: string) =>
    `Bought when every voter had got ${purse}: those who chose it then had enough together.`,
  next: (purse: string) => stop(`Its turn came when every voter had got ${purse}`),
  place: (place: number, theme: string) => `Number ${place} in ${theme}.`,
  costOf: {
    vote: (cost: string) => `One vote for every ${cost}`,
    point: (cost: string) => `One point for every ${cost}`,
  },
}
