/**
 * English, the choices of a round: their names, what they lead to, and what is wrong with a field.
 *
 * Pure. Invariant: a consequence is true whoever votes. Decided in docs/decisions/0008 and 0028.
 */
export const roundChoices = {
  options: {
    'ballot.type': {
      '': 'No vote',
      approval: 'Ticks: whatever you want',
      knapsack: 'Basket: what fits into the money',
      'choose-1': 'One proposal',
      ranking: 'An order, the best first',
      points: 'Points to share out',
      score: 'A mark for each proposal',
      'for-against': 'For or against',
    },
    'ballot.scoring': {
      '': 'By the most that a ballot may hold',
      'place-points': 'By the most that a ballot may hold',
      borda: 'By the number of proposals',
    },
    'rule.method': {
      greedy: 'Most votes first; what does not fit is skipped',
      'greedy-no-skip': 'Most votes first, until one does not fit',
      'greedy-per-cost': 'Most votes for the money',
      'greedy-threshold': 'Most votes first, with a threshold',
      equalshares: 'Equal shares',
      phragmen: 'Phragmén’s method',
      'top-per-theme': 'Favourites by theme',
    },
    'rule.utility': {
      '': 'The one with the most votes',
      votes: 'The one with the most votes',
      cardinality: 'The one that costs each voter least',
    },
    'rule.completion': {
      '': 'It is not spent',
      none: 'It is not spent',
      greedy: 'It goes by votes',
      add1: 'Shares are raised until nothing fits',
      add1u: 'Shares are raised, then it goes by votes',
    },
    'rule.comparison': {
      '': 'No',
      satisfaction: 'Yes: who gets more',
      exclusion: 'Yes: who gets anything',
    },
    'rule.caps.theme': { '': 'every theme' },
    'rule.caps.area': { '': 'every area' },
    'publication.result': {
      '': 'Nothing until the result is certified',
      certified: 'Nothing until the result is certified',
      provisional: 'Sums at once, then the certified result',
    },
  },
  kinds: {
    approval: 'People tick what they want, whatever it costs.',
    knapsack: 'People fill a basket until the money is spent. They see what things cost.',
    'choose-1': 'Simple to fill in. Who likes several must choose one.',
    ranking: 'People put proposals in order. It says more, and takes longer.',
    points: 'People share out points, several for one proposal if they like.',
    score: 'People give each proposal a mark of its own.',
    'for-against': 'People can also vote against a proposal.',
  },
  consequences: {
    'one-takes-all':
      'With this rule one proposal can take everything, because no limit on its cost is lower than the money.',
    'one-takes-all-if-paid':
      'One proposal may cost everything. It wins only where its supporters together hold enough shares, or money is left.',
    'at-least':
      'At least {count} proposals fit into the money, because none may cost more than the limit.',
    'money-ignored': 'The list takes no account of money: more can win than you can pay for.',
    'majority-decides': 'A majority that votes alike can decide about all the money.',
    'shares-for-groups':
      'A group of voters decides about its part of the money, also where it is no majority.',
    'count-stops': 'One dear proposal with many votes can end the count while money is left.',
    'money-left': 'Some of the money will stay unspent as a rule.',
    'no-blank': 'Who wants none of the proposals cannot vote, and does not count in the turnout.',
    'needs-many': 'Who likes fewer than {count} proposals cannot say only that.',
    'hard-ballot':
      'This ballot is harder to fill in, on paper above all. Plan for more help and more invalid sheets.',
    'no-vote': 'Nobody votes in this round: the council decides.',
    floor:
      'Ballots are published one by one where a box holds {floor} or more, so that anyone can count again.',
    'box-too-small':
      'Only {count} may vote in {name}. That is fewer than {floor}, so its ballots stay unpublished and only sums are shown.',
    'whole-round': 'this round',
    'turnout-unknown':
      'Turnout cannot be told as a share, because it is not known how many may vote.',
    'voting-days': 'Days of voting: {count}.',
    'short-vote': 'Less than a week: who is away or ill then has no vote.',
    'screen-only':
      'No paper and no meeting while voting is open: who has no device, or cannot use one, is left out.',
    'sealed-by-hand': 'A clerk enters the paper after the close, and seals the boxes by hand.',
    'short-submission': 'Less than two weeks for ideas: clubs and schools need longer.',
    freezes: 'From {at} on money, ballot, rule, paper and proposals stand fast.',
    complaints:
      'The result can be contested for {count} days. Then codes and ballots are cleared for good.',
  },
  faults: {
    missing: 'This is missing.',
    'too-long': 'Write at most {limit} characters.',
    'too-short': 'Write at least {limit} characters.',
    'not-a-number': 'Write a whole number.',
    'out-of-range': 'This number is too low or too high. The limit is {limit}.',
    'no-amount': 'Write an amount of money, such as 15000.',
    'no-date': 'Choose a day, and an hour if you like.',
    'no-id': 'The name needs letters or digits, because its address is made from it.',
    'not-a-choice': 'Choose one.',
    'not-known': 'The file has a field here that nobody knows: {at}. Take it out in the file.',
    wrong: 'This cannot be read. Write it again.',
    gap: 'This hour does not exist: the clocks go forward. Choose another one.',
    overlap: 'This hour exists twice: the clocks go back. Choose another one.',
    'not-after': 'The end must come after the beginning.',
    'some-budgets': 'Give money to every area or to none.',
    'budget-twice': 'Leave it empty, because every area has its own money.',
    'over-budget': 'This is more than the money there is.',
    twice: 'Two of them are called the same. Change one name.',
    'phase-order': 'The steps must stand in their order.',
    'voting-twice': 'A round votes once. Remove one of the two.',
    'ballot-or-voting': 'A ballot needs the step Voting, and the step Voting needs a ballot.',
    'ballot-limits':
      'These limits contradict each other. “At least” must not be more than “at most”.',
    'proposal-theme': 'The proposal “{name}” has a theme that is missing here.',
    'proposal-area': 'The proposal “{name}” has no area here.',
    'proposal-cost': 'The proposal “{name}” does not keep to this limit.',
    'lot-lacks':
      '“{name}” has no place in the drawn order. Take the order out in the room Voting day, and enter the new one there.',
    'lot-unknown':
      'The drawn order names “{name}”, which is not on the ballot. Take the order out in the room Voting day, and enter the new one there.',
    'group-unknown':
      'A group names “{name}”, which is no proposal of this round. Correct the group in the file.',
  },
}
