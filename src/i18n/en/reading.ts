/**
 * English, reading: the frame of every page, the rounds and the proposals.
 *
 * Pure. Invariant: plain words, one meaning each. Decided in docs/decisions/0008.
 */
import { stop } from '../sentence.ts'
import { counted } from './numbers.ts'

export const site = {
  skip: 'Skip to the content',
  navigation: 'Main menu',
  languages: 'Language',
  here: 'You are here',
  questions: 'Questions?',
  ask: (name: string) => `Ask ${name}`,
  promise: 'No cookies, no tracking.',
  onlyIn: (language: string) => `What is not translated is in ${language}.`,
  translation: 'This is a translation. The original:',
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
  decided: (proposals: number, rounds: number) =>
    `decided so far, for ${proposals} ${proposals === 1 ? 'proposal' : 'proposals'} in ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`,
  funded: (count: number, money: string) =>
    count === 1 ? `One proposal got ${money}` : `${counted(count)} proposals got ${money} together`,
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
  eventsTitle: 'Come along',
  conditionsTitle: 'What a proposal must keep to',
  conditions: {
    costBetween: (least: string, most: string) =>
      stop(`A proposal costs between ${least} and ${most}`),
    costAtMost: (most: string) => stop(`A proposal costs ${most} at most`),
    costAtLeast: (least: string) => stop(`A proposal costs ${least} at least`),
  },
}

export const proposals = {
  title: (count: number) => `${counted(count)} ${count === 1 ? 'proposal' : 'proposals'}`,
  emptyTitle: 'Proposals',
  description: (round: string) => `All proposals of ${round}, with what they cost.`,
  asked: (count: number, asked: string, budget: string) =>
    `${stop(count === 1 ? `It costs ${asked}` : `Together they cost ${asked}`)} There is ${budget} to share.`,
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
  partFunded: 'Gets a part of the money',
  notFunded: 'Does not get the money',
  all: 'All proposals',
}
