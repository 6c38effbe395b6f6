/**
 * English, reading: the frame of every page, the rounds, the proposals and the results.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'

const NUMBERS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')

const counted = (count: number) => NUMBERS[count] ?? String(count)

export const site = {
  skip: 'Skip to the content',
  navigation: 'Main menu',
  languages: 'Language',
  here: 'You are here',
  questions: 'Questions?',
  ask: (name: string) => `Ask ${name}`,
  promise: 'No cookies, no tracking.',
  onlyIn: (language: string) => `The council’s own texts are in ${language}.`,
  notFound: 'There is no page here',
  notFoundText: 'The address may have changed, or a letter is missing. Start from the front page.',
  toHome: 'To the front page',
  problem: 'A problem',
  problemDescription: 'Something did not work as it should.',
}

export const nav = {
  round: 'The round',
  proposals: 'Proposals',
  result: 'Result',
  how: 'How it works',
}

export const phases = {
  information: 'Information',
  submission: 'Ideas come in',
  development: 'Help days',
  assessment: 'Check by the council',
  voting: 'Voting',
  decision: 'Result',
  delivery: 'Carrying out',
  evaluation: 'Looking back',
}

export const moments = {
  opensSubmission: (at: string) => `Proposals are welcome from ${at}`,
  submission: (until: string) => `Proposals are welcome until ${until}`,
  between: (at: string) => `Voting opens ${at}`,
  voting: (until: string) => `Voting is open until ${until}`,
  over: 'Voting is over, the result follows',
  closed: 'This round is over',
  votingDates: (period: string) => `Voting ${period}`,
  from: (day: string) => `From ${day}`,
  now: 'Now',
}

export const home = {
  description: (council: string) =>
    `Residents of ${council} decide what to do with part of the money.`,
  headline: 'What should it become? You decide.',
  howTitle: 'How it works',
  how: [
    {
      title: 'Residents propose',
      text: 'Anyone can send in an idea. The council checks that it is legal and can be done.',
    },
    {
      title: 'Residents choose',
      text: 'Everyone who may vote gets a letter with a code. One code, one ballot.',
    },
    {
      title: 'The money follows',
      text: 'The result is published with a reason for every proposal, and anyone can count it again.',
    },
  ],
  roundsTitle: 'The rounds',
  funded: (count: number, money: string) =>
    `${counted(count)} ${count === 1 ? 'proposal' : 'proposals'} got ${money} together`,
  aboutTitle: (name: string) => `About ${name}`,
  guidesTitle: 'Good to know',
  empty: 'There is no round yet. The first one will be announced here.',
}

export const round = {
  vote: 'Vote with your code',
  read: 'Read the proposals',
  propose: 'Send in a proposal',
  seeResult: 'See the result',
  toShare: 'to share',
  atMost: (money: string) => `at most ${money} a proposal`,
  timeline: 'Where we are',
  winnersTitle: 'How winners are found',
  greedy:
    'The proposals with the most votes get the money, from the top down, as long as it lasts. One that costs more than what is left is skipped.',
  tie: 'A tie goes to the cheaper one, then to the one that was drawn first by lot before the vote.',
  votersTitle: 'Who may vote',
  howTitle: 'How to vote',
  steps: [
    {
      title: 'Find your letter',
      text: 'It brings your voting code: 16 letters and digits, good for one ballot.',
    },
    { title: 'Choose', text: '' },
    {
      title: 'Keep the receipt',
      text: 'It shows that your ballot is in the box. It does not show what you chose.',
    },
  ],
  knapsack: (money: string) =>
    `As many proposals as you like, as long as they fit into ${money} together.`,
  approval: 'As many proposals as you like. What they cost does not matter for your ballot.',
  approvalMost: (most: number) =>
    `Up to ${most} proposals. What they cost does not matter for your ballot.`,
  noLetter: (name: string) => `No letter? Ask ${name}.`,
  areas: 'The areas and their money',
}

export const proposals = {
  title: (count: number) => `${counted(count)} ${count === 1 ? 'proposal' : 'proposals'}`,
  emptyTitle: 'Proposals',
  description: (round: string) => `All proposals of ${round}, with what they cost.`,
  asked: (asked: string, budget: string) =>
    `${stop(`Together they cost ${asked}`)} There is ${budget} to share.`,
  moneyLine: (asked: string, budget: string) =>
    stop(`The proposals cost ${asked} together, the budget is ${budget}`),
  budgetEnds: (budget: string) => `The money ends here: ${budget}`,
  empty: 'No proposals yet. Be the first: it takes ten minutes.',
  offTitle: 'Not on the ballot',
  offText: 'These were sent in too. Why they cannot be voted on stands with each of them.',
  standing: { rejected: 'Cannot be voted on', withdrawn: 'Withdrawn' },
}

export const proposal = {
  share: (share: string, budget: string) => `${share} of the ${budget} that are to share`,
  lineLabel: (cost: string, budget: string) => stop(`${cost} of the budget of ${budget}`),
  theme: 'Theme',
  area: 'Area',
  proposer: 'From',
  beneficiaries: 'For',
  whyOff: 'Why it is not on the ballot',
  funded: 'Gets the money',
  notFunded: 'Does not get the money',
  all: 'All proposals',
}

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
  status: {
    provisional: 'Provisional result',
    final: 'Final result',
    corrected: 'Corrected result',
  },
  asOf: (day: string) => `as of ${day}`,
  ballots: (count: number): string => (count === 1 ? 'ballot' : 'ballots'),
  blank: (count: string) => `${count} of them blank`,
  turnout: (eligible: string) => `of the ${eligible} who could vote`,
  funded: (money: string) => `${money} funded`,
  left: (money: string) => `${money} left`,
  moneyLine: (spent: string, budget: string, left: string) =>
    `${spent} of ${budget} are funded, ${left} are left.`,
  ranOut: (left: string, title: string, missing: string) =>
    `Here the money ran out: ${left} were left, and ${title} needed ${missing} more.`,
  why: 'Why these, and why not the others',
  whyText: 'From the most votes down. A proposal is funded if its cost still fits.',
  proposal: 'Proposal',
  votes: 'Votes',
  votesOf: (count: number, shown: string) => (count === 1 ? `${shown} vote` : `${shown} votes`),
  costs: 'Cost',
  outcome: 'Outcome',
  yes: 'Funded',
  no: 'Not funded',
  cut: 'Here the money ran out',
  first: (after: string) => `Most votes. ${after} were left after it.`,
  fitted: (before: string, after: string) =>
    `Fitted into the ${before} that were left. ${after} remained.`,
  last: (before: string) => `Took exactly the ${before} that were left.`,
  missing: (before: string, missing: string) => `Only ${before} were left: ${missing} too little.`,
  noVotes: 'Nobody chose it.',
  lot: (titles: string) =>
    `Equal in votes and cost: ${titles}. The lot drawn before the vote decided.`,
  lotDrawn: 'How the lot was drawn',
  recountTitle: 'Count it again yourself',
  recount:
    'All that is needed is published. With the software of this site, one command counts the ballots again and compares every number:',
  recountSums:
    'The ballots themselves are not published, because there are so few that they could give somebody away. The sums can still be checked:',
  dataTitle: 'For newspapers and researchers',
  data: 'A published result is never edited. If it has to be corrected, a new one follows and the old one stays.',
  files: {
    'result.json': 'The result as data (JSON)',
    'results.csv': 'The table (CSV)',
    'ballots.pb': 'All ballots, without names (.pb)',
  },
  digest: 'Digest',
  cite: (round: string, status: string, day: string) => `To quote: ${round}, ${status}, ${day}.`,
  none: 'There is no result yet',
  noneText: 'It stands here as soon as the votes are counted.',
  when: 'What happens when',
}
