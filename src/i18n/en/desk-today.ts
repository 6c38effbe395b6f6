/**
 * English, the room Today: what needs doing, and whether all parts answer.
 *
 * Pure. Invariant: says what is known and where to look up the rest. Decided in docs/decisions/0008 and 0022.
 */
export const deskToday = {
  heading: 'Today',
  lede: 'What needs doing, what comes next, and whether all parts answer.',
  goTo: 'Go to: {room}',
  nothing: 'Nothing to do here now.',
  noRounds: 'The council has no round yet.',
  health: 'Health',
  storeAnswers: 'The store answers.',
  publishingAnswers: 'The place where we publish answers.',
  publishingSilent:
    'The place where we publish does not answer. Checkpoints and sums go out once it does; look again in ten minutes.',
  keyEnds: 'The key to the git host (GITHUB_TOKEN) works until {at}.',
  keySoon:
    'The key to the git host (GITHUB_TOKEN) ends {at}. Nobody can publish after that. Have a new one made and put into the host’s settings now.',
  keyUnknown: 'The git host names no end of its key (GITHUB_TOKEN). Look it up there once a year.',
  plans: 'The free plans',
  planOfHost:
    'Each publishing is a deploy and costs {each} of the {all} credits that Netlify gives a month. Visitors use credits too. At zero the site stops until the month is over. The desk cannot see how many are left: look at Netlify, under Usage.',
  hostUsed:
    'The site was published about {count} times in the last {days} days. {most} times are free: each costs {each} of the {all} credits that Netlify gives a month. Visitors use credits too, so look at Netlify, under Usage. At zero the site stops until the month is over.',
  planOfStore:
    'The free store of Upstash takes {most} commands a month and {memory} MB. Once the limit is reached, nobody can vote. The desk cannot see how many are used: look at Upstash, in the database’s overview.',
  storeUsed:
    'Of the {most} commands a month that Upstash gives free, about {count} are used. Once the limit is reached, nobody can vote. It also takes {memory} MB: look at Upstash, in the database’s overview.',
  otherStore:
    'Voting in this round was opened with another store than the one in the settings. Nobody can vote here. Have the settings of the store put right (UPSTASH_REDIS_REST_URL).',
  noStore: 'This store holds no ballots of this round, and its vote is over or there is none.',
  stands: 'The round is {state}.',
  checkpointPublic: 'The last checkpoint is number {n}, {at}. Everyone can see it.',
  checkpointWaits: 'Checkpoint {n} of {at} is not public yet. It is tried every five minutes.',
  checkpointNone: 'No checkpoint yet: the first comes with the first ballots.',
  keyRight: 'The key of this round is the right one. Its fingerprint is {fingerprint}.',
  keyWrong:
    'CHEST_KEY is not the key that this round was opened with. Nobody can vote until it is back.',
}
