/**
 * English, the result: its numbers, its pictures, and what another rule would have done.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'
import { counted } from './numbers.ts'

export const result = {
  title: 'Result',
  description: (round: string) => `The result of ${round}, with a reason for every proposal.`,
  headline: (count: number) =>
    count === 0
      ? 'No proposal gets the money'
      : count === 1
        ? 'One proposal gets the money'
        : `${counted(count)} proposals get the money`,
  lede: (spent: string, budget: string) => `${spent} of ${budget} are given out.`,
  leftover: (money: string) => `${money} remain.`,
  headlineList: (count: number) =>
    count === 1
      ? 'One proposal is the favourite'
      : `${counted(count)} proposals are the favourites`,
  ledeList: (cost: string, budget: string) =>
    `${stop(`Together they cost ${cost}`)} The budget of ${budget} sets this list no bound.`,
  part: 'Partly funded',
  listed: 'On the list',
  notListed: 'Not on the list',
  points: 'Points',
  pointsOf: (count: number, shown: string) =>
    Math.abs(count) === 1 ? `${shown} point` : `${shown} points`,
  fromBallots: (count: number, shown: string) =>
    count === 1 ? `from ${shown} ballot` : `from ${shown} ballots`,
  compared: {
    satisfaction: (forGreedy: string, forRule: string, greedy: string, rule: string) =>
      `Who gets more of what they chose? ${forGreedy} by “${greedy}”, ${forRule} by “${rule}”.`,
    exclusion: (forGreedy: string, forRule: string, greedy: string, rule: string) =>
      `Who gets something of what they chose only one way? ${forGreedy} by “${greedy}”, ${forRule} by “${rule}”.`,
    kept: (rule: string) => `So “${rule}” counts.`,
  },
  status: {
    provisional: 'Provisional result',
    final: 'Final result',
    corrected: 'Corrected result',
  },
  asOf: (day: string) => `as of ${day}`,
  ballots: (count: number): string => (count === 1 ? 'ballot' : 'ballots'),
  blank: (count: string) => `${count} of them blank`,
  ways: {
    online: (count: string) => `${count} online`,
    kiosk: (count: string) => `${count} at a kiosk`,
    paper: (count: string) => `${count} on paper`,
    invalid: (count: string) => `and ${count} invalid on paper`,
  },
  halls: {
    title: 'Votes from halls without internet',
    counted: (hall: string, ballots: string) =>
      `${hall}: ${ballots}. They are counted above with all others.`,
    missing: (hall: string, reason: string) =>
      `${hall}: its votes are not counted. The council says: “${reason}”`,
  },
  turnout: (eligible: string) => `of the ${eligible} who could vote`,
  funded: (money: string) => `${money} funded`,
  left: (money: string) => `${money} left`,
  moneyLine: (spent: string, budget: string, left: string) =>
    `${spent} of ${budget} are funded, ${left} are left.`,
  ranOut: (left: string, title: string, missing: string) =>
    `Here the money ran out: ${left} were left, and ${title} needed ${missing} more.`,
  why: 'Why these, and why not the others',
  proposal: 'Proposal',
  votes: 'Votes',
  votesOf: (count: number, shown: string) => (count === 1 ? `${shown} vote` : `${shown} votes`),
  costs: 'Cost',
  outcome: 'Outcome',
  yes: 'Funded',
  no: 'Not funded',
  payments: 'Who paid how much, by groups of equal ballots',
  cut: 'Here the money ran out',
  lot: (titles: string) =>
    `Equal in votes and cost: ${titles}. The lot drawn before the vote decided.`,
  lotDrawn: 'How the lot was drawn',
  recountTitle: 'Count it again yourself',
  recount:
    'All that is needed is published. With the software of this site, one command counts the ballots again and compares every number:',
  recountSums:
    'The ballots themselves are not published, because there are so few that they could give somebody away. The sums can still be checked:',
  countHere: 'Count it again, here',
  countText:
    'Your browser fetches the published files from this site and counts them, by the same rules. Nothing is sent.',
  countFailed: 'The counting could not be started in this browser.',
  dataTitle: 'For newspapers and researchers',
  data: 'A published result is never edited. If it has to be corrected, a new one follows and the old one stays.',
  files: {
    'result.json': 'The result as data (JSON)',
    'results.csv': 'The table (CSV)',
    'ballots.pb': 'All ballots, without names (.pb)',
    'paper.json': 'What was voted on (JSON)',
    'ballots.csv': 'All ballots as they lay in the box (CSV)',
    'receipts.csv': 'All receipts (CSV)',
    'certificate.json': 'The count step by step, to be checked (JSON)',
    'issued.csv': 'All codes that were issued, as marks (CSV)',
    'used.txt': 'Which of them were used (TXT)',
    'mark-key.txt': 'The key between the two (TXT)',
    'board.jsonl': 'The public board (JSON, one entry a line)',
    'reconciliation.json': 'What was compared before publication (JSON)',
  },
  digest: 'Digest',
  cite: (round: string, status: string, day: string) => `To quote: ${round}, ${status}, ${day}.`,
  none: 'There is no result yet',
  noneText: 'It stands here as soon as the votes are counted.',
  when: 'What happens when',
}

export const pictures = {
  turns: 'The money, turn by turn',
  shares: 'Who paid for what',
  purse: 'When each could be paid for',
  themes: 'Votes, theme by theme',
  themesByPoints: 'Points, theme by theme',
  budget: (budget: string) => `Budget: ${budget}`,
  more: (count: string) => `And ${count} more: see the table.`,
  legend: {
    turns: { won: 'this proposal', before: 'given out before', lacking: 'does not fit' },
    shares: {
      won: 'paid in full',
      rest: 'the rest that others had',
      later: 'from what was left over',
      held: 'what its supporters had',
      lacking: 'missing',
    },
    purse: { won: 'what every voter had got', lacking: 'did not fit any more' },
    themes: { won: 'funded', lost: 'not funded' },
  },
}

export const beside = {
  title: 'What another rule would have done',
  same: (rule: string) => `Counted by “${rule}”, the same ballots fund the same proposals.`,
  differs: (rule: string, cost: string) =>
    `Counted by “${rule}”, the same ballots would fund other proposals, for ${cost} together.`,
  served: (here: string, there: string, all: string) =>
    `${here} of ${all} ballots name at least one funded proposal; it would be ${there}.`,
  prefer: (here: string, there: string) =>
    `Who gets more of what they chose? ${here} this way, ${there} the other way; for the rest it is the same.`,
  onlyHere: 'Funded this way only',
  onlyThere: (rule: string) => `Only by “${rule}”`,
  none: 'None',
}
