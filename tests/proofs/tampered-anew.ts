/**
 * Tampering by somebody who holds everything and makes everything anew: board, roots, lists, result and
 * report fit one another again.
 *
 * Pure but for random numbers. Invariant: a row that files alone do not find is consistent to the last byte.
 */
import { ids } from '../support/builders.ts'
import {
  aForgedBallot,
  chosen,
  withChanged,
  withContent,
  withForeignMark,
  withMark,
  withoutBallot,
  withoutMark,
  withRevoked,
  withSignKey,
  withSteps,
  withStuffed,
  withUsed,
} from '../support/forged-changes.ts'
import { publishForged } from '../support/forged-election.ts'
import { type Facts } from '../support/forged-facts.ts'
import { firstAbstainer, type Evidence, type Tampering, type World } from './world.ts'

type Anew = Omit<Tampering, 'name' | 'base' | 'rehashed' | 'found'> &
  Partial<Pick<Tampering, 'base'>>

function row(
  name: string,
  found: readonly Evidence[],
  given: Anew | Tampering['tamper'],
): Tampering {
  const more = typeof given === 'function' ? { tamper: given } : given
  return { base: 'one box', ...more, ...{ name, found, rehashed: true } }
}

/** The voter of the first ballot, one of the second group, and one after the second checkpoint. */
const [EARLY, LATE] = [0, 51]
const NORTH = 0
/** The letter that was handed out for a lost one, and one that stayed in reserve. */
const [REISSUED, RESERVE] = [58, 59]
/** A live letter of the south that did not vote. */
const [SOUTH, SOUTH_ABSTAINER] = [12, 15]

function voterAt({ voters }: World, at: number) {
  const voter = voters[at]
  if (voter === undefined) throw new Error(`there is no voter ${at}`)
  return voter
}

const tokenAt = (world: World, at: number) => voterAt(world, at).letter.token
const abstainer = (world: World, more = 0) => tokenAt(world, firstAbstainer(world) + more)
/** A code that was never on any letter. */
const FOREIGN = '0123456789ABCDEF'

/** The board as it is up to a checkpoint, and anew from there on. */
const keeping = (facts: Facts, { published }: World, n: number): Facts => ({
  ...facts,
  kept: published.board.slice(0, n + 1),
})

const LEFT_OUT: readonly Tampering[] = [
  row(
    'an early ballot is left out with its receipt and its used key',
    ['old head', 'last head', 'receipt', 'observers'],
    { tamper: (world) => withoutBallot(world.facts, voterAt(world, EARLY)), victim: EARLY },
  ),
  row('a ballot after the second checkpoint is left out', ['last head', 'receipt', 'observers'], {
    tamper: (world) => withoutBallot(world.facts, voterAt(world, LATE)),
    victim: LATE,
  }),
  row(
    'the board is rolled back to the second checkpoint and closed there',
    ['last head', 'receipt', 'observers'],
    {
      tamper: (world) => {
        const late = world.voters.slice(50, 53)
        return keeping(late.reduce(withoutBallot, world.facts), world, 2)
      },
      victim: LATE,
    },
  ),
  row(
    'the board forks after the first checkpoint, without a ballot of the second',
    ['old head', 'last head', 'receipt', 'observers'],
    {
      tamper: (world) => keeping(withoutBallot(world.facts, voterAt(world, 30)), world, 1),
      victim: 30,
    },
  ),
  row(
    'the board forks for a reader: with the same ballots, and without the pause',
    ['old head', 'last head'],
    (world) =>
      keeping(
        withSteps(world.facts, (step) => ({ ...step, events: [] })),
        world,
        1,
      ),
  ),
  row('a ballot of a small box is left out', ['last head', 'receipt', 'observers'], {
    tamper: (world) => withoutBallot(world.facts, voterAt(world, SOUTH)),
    base: 'two areas',
    victim: SOUTH,
  }),
  row(
    'a ballot is replaced by a made-up one on the same code',
    ['old head', 'last head', 'receipt', 'observers'],
    (world) => {
      const ballot = aForgedBallot(['pool'], { first: 1 })
      return withStuffed(
        withoutBallot(world.facts, voterAt(world, EARLY)),
        tokenAt(world, EARLY),
        ballot,
      )
    },
  ),
]

const STUFFED: readonly Tampering[] = [
  row(
    'after the seal a ballot is stuffed on an unused code',
    ['last head', 'code', 'observers'],
    (world) => withStuffed(world.facts, abstainer(world), aForgedBallot(['pool'])),
  ),
  row('while voting goes on a ballot is stuffed on an unused code', ['code'], {
    tamper: (world) => withStuffed(world.facts, abstainer(world), aForgedBallot(['pool'])),
    beforeSeal: true,
  }),
  row('three ballots are stuffed, and the codes of others are named as used', ['code'], {
    tamper: (world) =>
      [0, 1, 2].reduce(
        (facts, at) => withStuffed(facts, abstainer(world, at), aForgedBallot(['pool'])),
        world.facts,
      ),
    beforeSeal: true,
  }),
  row('a code is revoked in secret, and its reserve votes', ['code'], {
    tamper: (world) => {
      const reserve = tokenAt(world, RESERVE)
      const revoked = withRevoked(world.facts, abstainer(world))
      const stuffed = withStuffed(revoked, reserve, aForgedBallot(['pool']))
      return withSteps(stuffed, (step, n) =>
        n < 3 ? step : { ...step, revoked: step.revoked + 1, reissued: step.reissued + 1 },
      )
    },
    beforeSeal: true,
  }),
  row(
    'codes are issued that no letter has, and vote',
    ['old head', 'last head', 'observers'],
    (world) => withStuffed(withForeignMark(world.facts, FOREIGN), FOREIGN, aForgedBallot(['pool'])),
  ),
  row('codes are issued before the vote that no letter has, and vote', [], {
    tamper: (world) =>
      withStuffed(withForeignMark(world.facts, FOREIGN), FOREIGN, aForgedBallot(['pool'])),
    beforeSeal: true,
  }),
  row(
    'the code of somebody who did not vote is taken out of those issued',
    ['old head', 'last head', 'code'],
    (world) => withoutMark(world.facts, abstainer(world)),
  ),
  row(
    'the root stands for foreign codes, on which all ballots were cast',
    ['old head', 'last head', 'code'],
    (world) => {
      const foreign = world.voters.map(({ letter }) => letter.token.toLowerCase())
      const unissued: Facts = { ...world.facts, marks: [] }
      const issued = foreign.reduce((facts, token) => withForeignMark(facts, token), unissued)
      const voted = foreign.slice(0, 53).reduce(withUsed, issued)
      return withSteps(voted, (step) => ({ ...step, revoked: 0, reissued: 0 }))
    },
  ),
  row(
    'a reserve code votes in the place of the one that went live',
    ['last head', 'observers'],
    (world) => withStuffed(world.facts, tokenAt(world, RESERVE), aForgedBallot(['pool'])),
  ),
  row('more reserve codes vote than went live', ['files'], (world) =>
    [REISSUED, RESERVE].reduce(
      (facts, at) => withStuffed(facts, tokenAt(world, at), aForgedBallot(['pool'])),
      world.facts,
    ),
  ),
  row('a revoked code votes', ['files'], (world) => {
    const voted = withStuffed(world.facts, abstainer(world), aForgedBallot(['pool']))
    const revoked = withSteps(voted, (step) => ({ ...step, revoked: step.revoked + 1 }))
    return withMark(revoked, abstainer(world), { word: 'revoked' })
  }),
  row('a ballot is stuffed without a code', ['files'], (world) => ({
    ...world.facts,
    secrets: [...world.facts.secrets, aForgedBallot(['pool'])],
  })),
  row('ballots are put in after the close', ['files'], (world) =>
    withStuffed(world.facts, abstainer(world), aForgedBallot(['pool'], { first: 4 })),
  ),
  row('a ballot holds more than it may', ['files'], (world) =>
    withChanged(world.facts, world.voters[EARLY], chosen('bench', 'park', 'pool')),
  ),
  row('a receipt stands for two ballots of one box', ['files'], (world) => {
    const { receipt = '' } = voterAt(world, EARLY)
    return withStuffed(world.facts, abstainer(world), aForgedBallot(['pool'], { receipt }))
  }),
]

const CHANGED: readonly Tampering[] = [
  row('an early ballot is changed', ['old head', 'last head', 'observers'], (world) =>
    withChanged(world.facts, world.voters[EARLY], chosen('pool')),
  ),
  row(
    'after the second checkpoint a ballot is exchanged that it holds already',
    ['last head', 'observers'],
    (world) => keeping(withChanged(world.facts, world.voters[EARLY], chosen('pool')), world, 2),
  ),
  row('the same, and observers are shown the boxes only afterwards', ['last head', 'observers'], {
    tamper: (world) =>
      keeping(withChanged(world.facts, world.voters[EARLY], chosen('pool')), world, 2),
    lateObservers: true,
  }),
  row('a ballot is exchanged before any checkpoint holds it', [], {
    tamper: (world) => withChanged(world.facts, world.voters[EARLY], chosen('pool')),
    beforeSeal: true,
  }),
  row(
    'two voters change ballots, which changes no result',
    ['old head', 'last head', 'observers'],
    (world) => {
      const [a, b] = [0, 1].map((at) => secretOf(world, at).ballot)
      return withChanged(
        withChanged(world.facts, world.voters[0], { ballot: b! }),
        world.voters[1],
        { ballot: a! },
      )
    },
  ),
  row('ballots are reordered: late ones are said to be early', ['old head', 'last head'], (world) =>
    withChanged(withChanged(world.facts, world.voters[LATE], { first: 1 }), world.voters[EARLY], {
      first: 3,
    }),
  ),
  row('a ballot moves to another area, its code does not', ['files'], {
    tamper: (world) =>
      withChanged(world.facts, world.voters[NORTH], {
        ...chosen('s-path'),
        pool: secretOf(world, SOUTH).pool,
      }),
    base: 'two areas',
  }),
  row('the sums of a small box are changed', [], {
    tamper: (world) =>
      keeping(withChanged(world.facts, world.voters[SOUTH], chosen('s-swing')), world, Infinity),
    base: 'two areas',
    victim: SOUTH,
    abstainer: SOUTH_ABSTAINER,
  }),
  row('a choice of a small box is changed everywhere', ['last head', 'observers'], {
    tamper: (world) => withChanged(world.facts, world.voters[SOUTH], chosen('s-swing')),
    base: 'two areas',
    victim: SOUTH,
  }),
]

const FOUNDATIONS: readonly Tampering[] = [
  row('the lot order is changed after the vote', ['old head', 'last head'], (world) =>
    withContent(world.facts, { lot: { order: ids('pool', 'park', 'bench'), drawn: 'In public.' } }),
  ),
  row('the rule is changed after the vote', ['old head', 'last head'], (world) =>
    withContent(world.facts, { rule: { method: 'equalshares', fundWithoutVotes: false } }),
  ),
  row('a cost is changed after the vote', ['old head', 'last head'], ({ facts }) => ({
    ...facts,
    proposals: facts.proposals.map((each) =>
      each.id === 'pool' ? { ...each, cost: facts.proposals[0]!.cost } : each,
    ),
  })),
  row(
    'the board is written anew with another key for receipts',
    ['old head', 'last head', 'receipt'],
    (world) => withSignKey(world.facts, 'foreign'),
  ),
  row('the dates of the vote are changed', ['old head', 'last head'], ({ facts }) => ({
    ...facts,
    opening: { ...facts.opening, closesAt: '2027-05-15T18:00:00Z' },
  })),
  row('a result is corrected to what the ballots do not say', ['files'], async (world) => {
    const { facts, published, voters } = world
    const reason = 'Counted again.'
    const second = { snapshot: 2, status: 'corrected', supersedes: 1, reason } as const
    const other = voters
      .slice(0, 30)
      .reduce((changed, voter) => withChanged(changed, voter, chosen('pool')), facts)
    const wrong = await publishForged({ ...other, plans: [second] })
    return { board: published.board, files: new Map([...published.files, ...wrong.files]) }
  }),
]

function secretOf({ facts, voters }: World, at: number) {
  const secret = facts.secrets.find(({ receipt }) => receipt === voters[at]?.receipt)
  if (secret === undefined) throw new Error(`voter ${at} cast nothing`)
  return secret
}

export const ANEW_ROWS: readonly Tampering[] = [...LEFT_OUT, ...STUFFED, ...CHANGED, ...FOUNDATIONS]
