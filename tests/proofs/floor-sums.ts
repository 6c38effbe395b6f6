/**
 * What sums alone tell: all sets of ballots that fit to what a result says of a box.
 *
 * Pure. Invariant: the whole published result of a box is taken, not only its sums: a set fits where the
 * public software says of it, letter for letter, what was published.
 */
import { checkBallot, type Ballot, type BallotPaper } from '../../src/domain/ballot.ts'
import { parseChoices } from '../../src/domain/choices.ts'
import { countPool } from '../../src/domain/counted-pool.ts'
import type { Pool } from '../../src/domain/id.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Round } from '../../src/domain/round.ts'

export type Count = {
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly pool: Pool
}

export type Profile = readonly (readonly string[])[]

/** Every ballot of crosses, blank ones too. */
export function everyBallot(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** ids.length }, (_, bits) =>
    ids.filter((_id, at) => Math.floor(bits / 2 ** at) % 2 === 1),
  )
}

/** Every set of so many ballots; ballots in a box have no order. */
export function everyProfile(size: number, ballots: Profile): readonly Profile[] {
  if (size === 0) return [[]]
  return ballots.flatMap((ballot, at) =>
    everyProfile(size - 1, ballots.slice(at)).map((rest) => [ballot, ...rest]),
  )
}

/** What is published of a box with these ballots, as one text: the sums, and the whole result. */
export function toldOf(count: Count, profile: Profile, paper: BallotPaper) {
  const ballots = profile.map((choices) => ({
    ballot: checked(choices, paper),
    commitment: new Uint8Array(32),
    salt: new Uint8Array(16),
  }))
  const { tally, allocation } = countPool({ ...count, ballots, receipts: [] })
  const sums = JSON.stringify([tally.ballots, tally.blank, [...tally.votes]])
  return { sums, whole: `${sums} ${JSON.stringify(allocation)}` }
}

function checked(choices: readonly string[], paper: BallotPaper): Ballot {
  const parsed = parseChoices([...choices])
  const ballot = parsed && checkBallot(parsed, paper)
  if (!ballot?.ok) throw new Error('a guess is no ballot of this paper')
  return ballot.value
}

/** Of all sets of so many ballots: how many there are, and how many of them sums or the whole result tell. */
export function toldApart(size: number, count: Count, paper: BallotPaper) {
  const told = everyProfile(size, everyBallot(paper.proposals.map(({ id }) => id))).map((profile) =>
    toldOf(count, profile, paper),
  )
  return {
    sets: told.length,
    bySums: alone(told.map(({ sums }) => sums)),
    byResult: alone(told.map(({ whole }) => whole)),
  }
}

/**
 * All sets of ballots over three proposals that fit to the sums of the given one, and how many of them give
 * the same result letter for letter. The choices of one proposal alone follow from the sums and the rest.
 */
export function setsThatFit(count: Count, profile: Profile, paper: BallotPaper) {
  const [a, b, c] = paper.proposals.map(({ id }) => id)
  if (a === undefined || b === undefined || c === undefined) throw new Error('three proposals')
  const votes = (id: string) => profile.filter((ballot) => ballot.includes(id)).length
  const blank = profile.filter((ballot) => ballot.length === 0).length
  const { whole } = toldOf(count, profile, paper)
  const most = profile.length + 1
  let [bySums, byResult] = [0, 0]
  for (let code = 0; code < most ** 4; code++) {
    const [ab, ac, bc, abc] = [0, 1, 2, 3].map((at) => Math.floor(code / most ** at) % most) as Four
    const alone = [votes(a) - ab - ac - abc, votes(b) - ab - bc - abc, votes(c) - ac - bc - abc]
    const ballots = [blank, ...alone, ab, ac, bc, abc]
    const size = ballots.reduce((sum, each) => sum + each, 0)
    if (size !== profile.length || alone.some((each) => each < 0)) continue
    const kinds = [[], [a], [b], [c], [a, b], [a, c], [b, c], [a, b, c]]
    const set = kinds.flatMap((ballot, at) =>
      Array.from({ length: ballots[at] ?? 0 }, () => ballot),
    )
    bySums += 1
    if (toldOf(count, set, paper).whole === whole) byResult += 1
  }
  return { bySums, byResult }
}

type Four = [number, number, number, number]

/** How many texts are like no other. */
function alone(texts: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts.values()].filter((times) => times === 1).length
}
