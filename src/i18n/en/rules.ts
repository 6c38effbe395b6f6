/**
 * English, rules: how each rule finds the winners, in two sentences, and what a council can add to it.
 *
 * Pure. Invariant: every rule and every completion has its words. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

const SHARED =
  'Every voter gets an equal share of the money; a proposal is funded when those who chose it can pay for it together'

export const rules = {
  names: {
    greedy: 'most votes first',
    'greedy-no-skip': 'most votes first',
    'greedy-per-cost': 'most votes for the money',
    'greedy-threshold': 'most votes first',
    'greedy-exclusive': 'most votes first',
    equalshares: 'equal shares',
    phragmen: 'Phragmén’s method',
    'top-per-theme': 'favourites by theme',
  },
  turns: {
    greedy:
      'The proposals with the most votes get the money, from the top down, as long as it lasts. One that costs more than what is left is skipped.',
    'greedy-no-skip':
      'The proposals with the most votes get the money, from the top down. The first one that costs more than what is left ends the count.',
    'greedy-per-cost':
      'The proposals with the most votes for their cost get the money, from the top down: of two with as many votes the cheaper one comes first. One that costs more than what is left is skipped.',
    'greedy-threshold':
      'Of the proposals with enough votes, those with the most get the money, from the top down, as long as it lasts. One that costs more than what is left is skipped.',
    'greedy-exclusive':
      'The proposals with the most votes get the money, from the top down, as long as it lasts. Where only one of several can win, it is the one that comes first.',
  },
  shares: {
    votes: {
      none: `${SHARED}. The one with the most paying voters comes first, and so on until nothing more can be paid for.`,
      greedy: `${SHARED}, the one with the most paying voters first. What is left over is given out by votes, from the top down.`,
      add1: `${SHARED}, the one with the most paying voters first. As long as something else would fit, all shares are raised a little and counted again.`,
      add1u: `${SHARED}, the one with the most paying voters first. As long as something else would fit, all shares are raised a little; what is left over in the end is given out by votes.`,
    },
    cardinality: {
      none: `${SHARED}. The one that costs each of them least comes first, and so on until nothing more can be paid for.`,
      greedy: `${SHARED}, the one that costs each least first. What is left over is given out by votes, from the top down.`,
      add1: `${SHARED}, the one that costs each least first. As long as something else would fit, all shares are raised a little and counted again.`,
      add1u: `${SHARED}, the one that costs each least first. As long as something else would fit, all shares are raised a little; what is left over in the end is given out by votes.`,
    },
  },
  phragmen:
    'Every voter’s purse fills at the same pace; as soon as those who chose a proposal can pay for it together, it is funded and their purses are empty. The count ends when the next one costs more than what is left of the budget.',
  topPerTheme: (count: number) =>
    count === 1
      ? 'In each theme the proposal with the most votes wins.'
      : `In each theme the ${count} proposals with the most votes win.`,
  withinBudget: 'They get the money from the most votes down, as long as it lasts.',
  anyBudget: 'The list takes no account of money: it shows what people like best.',
  minVotes: (count: number, shown: string) =>
    `A proposal needs at least ${count === 1 ? 'one vote' : `${shown} votes`}.`,
  start: {
    exact: 'Shares are exact, to a fraction of a cent.',
    floor: 'Shares are rounded down to whole units of money.',
  },
  increment: (money: string) => stop(`In each step every share is raised by ${money}`),
  raised: (money: string) => stop(`In the end every share had been raised by ${money}`),
  unfinished: 'The search for a higher share was broken off at its limit; the last outcome counts.',
  partFunding: 'The first one that does not fit gets what is left, and the count ends.',
  withoutVotes: 'If money is left, proposals that nobody chose can get it too.',
  exclusive: (titles: string) => `Only one of these can win: ${titles}.`,
  capMoney: (name: string, most: string) => stop(`${name}: at most ${most} together`),
  capNumber: (name: string, most: number) =>
    `${name}: at most ${most} ${most === 1 ? 'proposal' : 'proposals'}.`,
  areaShare: (area: string, money: string) => stop(`The voters of ${area} share ${money}`),
  compared: {
    satisfaction:
      'In the end the outcome is put beside that of most votes first. Most votes first counts if more voters get more of what they chose from it.',
    exclusion:
      'In the end the outcome is put beside that of most votes first. Most votes first counts if more voters get at least something from it.',
  },
  effective:
    'Effective votes are votes as far as they can pay: whoever pays the full price counts as one, whoever can only give the rest counts as a part of one. Amounts are rounded here; the count itself is exact.',
  pointed: 'The ballots give points here, and where votes are named, points count.',
}
