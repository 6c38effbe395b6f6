/**
 * English, voting: the vote page, the check before sending, and the receipt.
 *
 * Pure. Invariant: nothing here calls a ballot recorded, except the receipt page.
 * Decided in docs/decisions/0008.
 */
import { signed } from '../signed.ts'

export const vote = {
  title: 'Vote',
  description: (round: string) => `Vote in ${round} with the code from your letter.`,
  heading: 'What should be done?',
  ledeKnapsack: (money: string) =>
    `Tick what you want, for ${money} together. Nothing is sent until you have checked it.`,
  ledeApproval: 'Tick what you want, whatever it costs. Nothing is sent until you have checked it.',
  ledeApprovalMost: (most: number) =>
    `Tick ${most === 1 ? 'one proposal' : `up to ${most} proposals`}. Nothing is sent until you have checked it.`,
  ledeChooseOne: 'Tick one proposal. Nothing is sent until you have checked it.',
  ledeRanking:
    'Put what you want in order, the best first. Nothing is sent until you have checked it.',
  ledeRankingMost: (most: number) =>
    `${most === 1 ? 'Choose one proposal' : `Put up to ${most} proposals in order, the best first`}. Nothing is sent until you have checked it.`,
  ledePoints: (most: number) =>
    `You have ${most === 1 ? 'one point to give' : `${most} points to share out, several for one proposal if you like`}. Nothing is sent until you have checked it.`,
  ledeScore: (least: number, most: number) =>
    `Give each proposal from ${signed(least)} to ${most} points. One that you leave out gets none. Nothing is sent until you have checked it.`,
  ledeForAgainst:
    'Say what you are for and what you are against. What you have no opinion on does not count. Nothing is sent until you have checked it.',
  atMost: (most: number) =>
    `Choose no more than ${most === 1 ? 'one proposal' : `${most} proposals`}.`,
  atMostPoints: (most: number) =>
    `You can give points to no more than ${most === 1 ? 'one proposal' : `${most} proposals`}.`,
  pointsEach: (most: number) =>
    `One proposal can get no more than ${most === 1 ? 'one point' : `${most} points`}.`,
  atLeast: (least: number) => `Choose at least ${least} proposals.`,
  atLeastOrBlank: (least: number) =>
    `Choose at least ${least} proposals, or hand in a blank ballot.`,
  notBlank: 'The ballot cannot be blank.',
  pointsLine: 'Your points',
  orderEmpty: 'Nothing chosen yet. Choose the best proposal first.',
  noneOfThem: 'None of them',
  rankLabel: 'Number',
  noRank: 'Not chosen',
  pointsLabel: 'Points',
  noPoints: 'None',
  open: 'No opinion',
  order: 'Your order',
  codeLabel: 'Your voting code',
  codeHint: '16 letters and digits from your letter. Spaces and small letters do not matter.',
  legend: 'The proposals',
  more: 'Read more',
  moreAbout: (title: string) => `Read more about ${title}`,
  ownPage: 'Its own page, in a new tab',
  check: 'Check my ballot',
  opensAt: (at: string) => `Voting opens ${at}. Until then no ballot is taken in.`,
  closedAt: (at: string) => `Voting ended ${at}. No ballot is taken in any more.`,
  clock: 'Is the clock of this device wrong?',
  regardless: 'Vote all the same',
  areaHeading: 'Which area is your letter for?',
  areaLede: 'Each area has its own money and its own ballot. The area stands on your letter.',
  areaMoney: (money: string) => `${money} to share`,
  budgetLine: 'Your choices as part of the money',
}

/** The ballot in a sentence, for the page of a round. */
export const ballotKinds = {
  chooseOne: 'One proposal.',
  ranking: 'As many proposals as you like, in your order, the best first.',
  rankingMost: (most: number) =>
    most === 1 ? 'One proposal.' : `Up to ${most} proposals in your order, the best first.`,
  points: (most: number) =>
    most === 1
      ? 'One point, for the proposal you like best.'
      : `${most} points, shared out as you like.`,
  score: (least: number, most: number) =>
    `From ${signed(least)} to ${most} points for every proposal.`,
  forAgainst: 'For or against, for every proposal.',
}

export const check = {
  title: 'Check your ballot',
  description: 'Check your ballot before it goes into the box.',
  heading: 'Is this your ballot?',
  lede: 'When it is in the box it cannot be changed.',
  chosen: 'You chose',
  blank: 'You chose nothing. Your ballot will be counted as blank.',
  total: 'Together',
  left: 'Not used',
  cast: 'Put my ballot in the box',
  castBlank: 'Hand in a blank ballot',
  change: 'Change my choices',
  unconfirmedTitle: 'We do not know yet whether your ballot arrived',
  unconfirmed:
    'Your choices are locked so that it cannot be counted twice. Send it again: it is counted once.',
  again: 'Send it again',
  afreshHint:
    'Not your ballot? Start afresh. What waits here is then forgotten; if it has arrived, it still counts.',
  afresh: 'Start afresh',
  empty: 'There is no ballot to check here. Choose your proposals first.',
  toVote: 'Go to the ballot',
}

export const receipt = {
  title: 'Your receipt',
  description: 'The receipt for your ballot.',
  heading: 'Your ballot is in the box',
  lede: 'You have voted, and your code is used up. What you chose is kept apart from it.',
  label: 'Your receipt',
  purpose:
    'It shows that your ballot was taken in. It does not show what you chose. Keep it until the result is final.',
  print: 'Print',
  save: 'Save as a file',
  fileName: 'receipt',
  proof: 'Proof for the case that my ballot gets lost',
  proofText:
    'This is the council’s signature on your receipt. If a ballot were missing from the count, receipt and signature together would prove it.',
  signature: 'Signature',
  board: 'Newest entry on the public board',
  back: 'Back to the round',
  emptyHeading: 'There is no receipt here',
  empty: 'A receipt is shown once, right after voting. It is stored nowhere on this site.',
  checking: 'Checking the council’s signature …',
  signed: 'The signature is the council’s.',
  forgedHeading: 'The council did not sign this receipt',
  forged:
    'It does not belong to this vote, or its address was changed. If it came from us, please tell us.',
  uncheckedHeading: 'A receipt that is not checked yet',
  unchecked:
    'We could not check the signature here, so we cannot say whether this receipt is real. Keep it, and open its address again later or in another browser.',
}
