/**
 * The oracle: whether what voters were told, what lies in the store and what was published are one story.
 *
 * Talks to the store by redis-cli or SQL, and to git. Invariant: it uses no adapter and no rule of the
 * software; each complaint is one sentence.
 */
import * as v from 'valibot'
import { canariesOf, foundIn } from './faults-canaries.ts'
import { firedFaults, misplacedFaults } from './faults-journal.ts'
import { judgeBoard } from './faults-public.ts'
import { namesOfCode, openSealed, receiptOfNonce } from './faults-protocol.ts'
import type { RawStore } from './faults-raw.ts'
import type { Struck } from './faults-run.ts'
import { isPending, type Attempt, type Voter } from './faults-voter.ts'
import type { World } from './faults-world.ts'

/** Everything that is wrong with a run; empty where nothing is. */
export function judge(struck: Struck): readonly string[] {
  const { world, voters, run, complaints } = struck
  const raw = world.home.raw(world.target, world.round.id)
  const boxed = openBox(world, raw)
  const fired = firedFaults(world.journal)
  return [
    ...complaints,
    ...voters.flatMap((voter) => judgeVoter(world, voter, { raw, boxed })),
    ...judgeNumbers(voters, raw),
    ...judgeBoard(world, { voters, raw }),
    ...foundIn(world.lines, canariesOf(world, voters)),
    ...misplacedFaults(world.journal),
    ...run.names.filter((name) => !fired.includes(name)).map((name) => `"${name}" never struck`),
  ]
}

type Boxed = ReadonlyMap<string, string>

/** Every ballot of the box by its receipt, opened with the council's key. */
function openBox({ secret, round }: World, { box }: RawStore): Boxed {
  const open = (receipt: string, record: string) => {
    try {
      return openSealed(secret, { round: round.id, receipt }, record).join(' ')
    } catch {
      return 'unreadable'
    }
  }
  return new Map([...box].map(([receipt, record]) => [receipt, open(receipt, record)]))
}

type Seen = { readonly raw: RawStore; readonly boxed: Boxed }

function judgeVoter(world: World, voter: Voter, { raw, boxed }: Seen): string[] {
  const { k, use } = namesOfCode(world.secret, world.round.id, voter.letter.token)
  const state = raw.mark.get(k.toString('base64url')) ?? 'missing'
  const recorded = voter.attempts.filter(wasRecorded)
  const isUsed = state.startsWith('used:all:') && state.endsWith(`:${use.toString('base64url')}`)
  const wrong = [
    recorded.length > 1 && 'was told recorded of two different ballots',
    recorded.length === 1 && !isUsed && `was told recorded, and the code is ${state.split(':')[0]}`,
    recorded.length === 0 &&
      state !== 'live:all' &&
      'was never told recorded, and the code is used',
  ]
  return [
    ...wrong.filter((each) => each !== false).map((each) => `${voter.actor} ${each}`),
    ...voter.attempts.flatMap((attempt) =>
      judgeAttempt(world, attempt, boxed).map((each) => `${voter.actor} ${each}`),
    ),
  ]
}

function wasRecorded({ told }: Attempt): boolean {
  return told.some(({ outcome }) => outcome === 'recorded')
}

function judgeAttempt({ round }: World, attempt: Attempt, boxed: Boxed): string[] {
  const { nonce, told } = attempt
  const receipt = receiptOfNonce(round.id, nonce)
  const lies = boxed.get(receipt) === attempt.choices.toSorted().join(' ')
  const first = told.findIndex(({ outcome }) => outcome === 'recorded')
  const story = told.map((each) => ('code' in each ? each.code : each.outcome)).join(', ')
  const wrong = [
    first >= 0 && !lies && 'was told recorded, and has no such ballot in the box',
    first < 0 && lies && 'was never told recorded, and has a ballot in the box',
    first >= 0 &&
      told.slice(first).some(({ outcome }) => outcome === 'refused') &&
      'was told recorded, and then not',
    told.some((each) => each.outcome === 'recorded' && each.receipt !== receipt) &&
      'got a receipt of another ballot',
    isPending(attempt) && 'never got a clear answer',
  ]
  return wrong.filter((each) => each !== false).map((each) => `${each} (${story})`)
}

/** As many ballots as voters who were told so, by every count that there is. */
function judgeNumbers(voters: readonly Voter[], raw: RawStore): string[] {
  const { box, mark, count, meta, chain } = raw
  const told = voters.filter(({ attempts }) => attempts.some(wasRecorded)).length
  const used = [...mark.values()].filter((state) => state.startsWith('used:')).length
  const numbers = {
    told,
    boxed: box.size,
    used,
    counted: v.parse(v.pipe(v.string(), v.toNumber()), count.get('recorded:online:all') ?? '0'),
  }
  const state = meta.get('state') ?? 'none'
  const isWhole = chain.get('kind') === 'final' && chain.get('confirmed') === '1'
  return [
    ...(new Set(Object.values(numbers)).size > 1
      ? [`the numbers differ: ${JSON.stringify(numbers)}`]
      : []),
    ...(mark.size === voters.length ? [] : [`${mark.size} codes instead of ${voters.length}`]),
    ...(isWhole ? [] : ['the final checkpoint is not confirmed in the store']),
    ...(state === 'published' ? [] : [`the round is ${state}, not published`]),
  ]
}
