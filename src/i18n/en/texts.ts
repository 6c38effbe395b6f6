/**
 * English, the desk's room of texts, and the texts themselves: press, posts, e-mail, a notice to hang up.
 *
 * Pure. Invariant: a text says only what the round says, and stays true until its moment is over.
 * Decided in docs/decisions/0008 and 0030.
 */
import { counted } from './numbers.ts'

export const texts = {
  title: 'Texts',
  lede: 'Texts for newspapers, neighbours and proposers, filled in from the round. Change them as you like, then copy or print.',
  choose: 'Choose the round',
  noRounds: 'The council has no round yet.',
  noTexts:
    'This round has neither a call for ideas nor a vote, so there is nothing to announce yet.',
  language: 'Language of the texts',
  moment: 'What they are about',
  kept: 'What you change stays in this tab until you close it or sign out. The texts know nobody’s address.',
  restore: 'Take back my changes',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Your browser did not copy it. The text is marked now: copy it by hand.',
  print: 'Print',
  paper: 'Letters and posters',
  letters: 'Letters with voting codes, to print',
  posters: 'Posters of the proposals, to print:',
  laterResult: 'Texts about the result join these once it is published.',
  moments: {
    call: 'The call for ideas',
    voting: 'Voting begins',
    last: 'The last days of voting',
    result: 'The result',
  },
  kinds: {
    press: 'Press release',
    post: 'Short post',
    story: 'Longer post',
    email: 'E-mail to proposers',
    notice: 'Notice to hang up',
  },
  said: {
    press: (council: string) => `Press release, ${council}`,
    subject: (subject: string) => `Subject: ${subject}`,
    hello: 'Dear proposers,',
    bye: 'Kind regards',
    voters: (who: string) => `Who may vote: ${who}`,
    ask: (contact: string) => `Questions? ${contact}`,
  },
  call: {
    headline: (money: string) => `${money} to share: what would you do with it?`,
    lead: (title: string, dates: string) => `${title} asks for your ideas. Send them in: ${dates}.`,
    idea: 'An idea is enough to begin with. Say what it is, what it costs and who gains by it.',
    most: (money: string) => `One proposal may cost up to ${money}.`,
    vote: (dates: string) => `Then residents vote: ${dates}.`,
    act: 'Send in a proposal',
    subject: (title: string) => `Send in a proposal: ${title}`,
    proposers:
      'There is money to share, and nobody knows the place better than you. Perhaps you have an idea, or know somebody who has one.',
  },
  voting: {
    headline: (count: number, money: string) =>
      `${counted(count)} ${count === 1 ? 'proposal' : 'proposals'}, ${money}: residents decide`,
    lead: (title: string, dates: string) => `Voting in ${title}: ${dates}.`,
    letter:
      'Everyone who may vote gets a letter with a voting code. The code is good for one ballot.',
    secret: 'What somebody chooses stays secret. The count can be checked by everyone.',
    act: 'Read the proposals and vote',
    subject: (title: string) => `Your proposal is on the ballot: ${title}`,
    proposers:
      'Your proposal is on the ballot. It has a page of its own on the site, and a poster to print. Tell people what it is good for, and leave room for the others.',
  },
  last: {
    headline: (end: string) => `Voting ends ${end}`,
    lead: (title: string) => `There is still time to vote in ${title}.`,
    lost: 'The voting code is in the letter. If none came, or it is lost, ask us for a new one.',
    act: 'Vote now',
    subject: (title: string) => `The last days of voting: ${title}`,
    proposers:
      'These are the last days of voting. Remind your neighbours: a ballot is filled in within minutes.',
  },
  result: {
    lead: (title: string) => `The result of ${title} is out.`,
    ballots: (count: number, shown: string) =>
      count === 1 ? 'One ballot was counted.' : `${shown} ballots were counted.`,
    chosen: 'This is what residents chose:',
    act: 'The whole result, with a reason for every proposal',
    subject: (title: string) => `The result: ${title}`,
    proposers:
      'Thank you for your proposal, and for standing up for it. The site says of each proposal how it came out, and why.',
    next: 'We write to those whose proposal gets money about what comes next.',
  },
}
