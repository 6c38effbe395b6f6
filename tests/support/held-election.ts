/**
 * A whole election by the real functions: letters, ballots, checkpoints, seal and publication, and what
 * those who took part hold of it afterwards.
 *
 * Talks to a temporary folder. Invariant: nothing is written past the ports.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { parseChoices } from '../../src/domain/choices.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Result } from '../../src/domain/result.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { castBallot } from '../../src/service/cast-ballot.ts'
import { openRound } from '../../src/service/open-round.ts'
import { publishResult } from '../../src/service/publish-result.ts'
import { updateBoard } from '../../src/service/update-board.ts'
import { aProposal, aRound } from './builders.ts'
import { AFTER, DURING, testPorts, type TestPorts } from './ports.ts'

/** What is public of an election: the board's texts by number, and the files below the round's folder. */
export type Published = {
  readonly board: readonly string[]
  readonly files: ReadonlyMap<string, string>
}

/** A letter, and the ballot that was cast with it. */
export type Voter = {
  readonly letter: Letter
  readonly pool: string
  readonly kind: 'live' | 'reserve'
  readonly receipt?: string
  readonly signature?: string
  readonly head?: string
}

export type HeldElection = {
  readonly ports: TestPorts
  readonly voters: readonly Voter[]
}

export type ElectionPlan = {
  readonly fields?: Readonly<Record<string, unknown>>
  readonly proposals?: readonly Proposal[]
  readonly boxes: readonly BoxPlan[]
  /** Done after so many ballots, while voting goes on. */
  readonly meanwhile?: {
    readonly after: number
    readonly act: (ports: TestPorts, voters: readonly Voter[]) => Promise<unknown>
  }
}

type BoxPlan = {
  readonly pool: string
  readonly live: number
  readonly reserve?: number
  /** As JSON that a browser would send: one for each letter that votes, in their order. */
  readonly ballots: readonly unknown[]
}

/** A checkpoint after every 25 ballots: the fewest, and the clock goes on far enough. */
const BETWEEN_CHECKPOINTS = 25
const HALF_AN_HOUR = 31 * 60 * 1000

/** Holds the election up to its published result. */
export async function holdElection(plan: ElectionPlan): Promise<HeldElection> {
  const round = aRound(plan.fields)
  const proposals = plan.proposals ?? [
    ...[aProposal('bench'), aProposal('park')],
    aProposal('pool', { cost: 60_000 }),
  ]
  const ports = await testPorts({ round, proposals })
  const voters: Voter[] = []
  for (const { pool, live, reserve = 0 } of plan.boxes) {
    voters.push(...(await lettersOf(ports, { pool, kind: 'live', count: live })))
    voters.push(...(await lettersOf(ports, { pool, kind: 'reserve', count: reserve })))
  }
  valueOf(await openRound(ports, round.id))
  const cast = plan.boxes.flatMap(({ pool, ballots }) => {
    const own = voters.filter((voter) => voter.pool === pool)
    return ballots.map((choices, at) => ({ voter: own[at], choices }))
  })
  for (const [at, { voter, choices }] of cast.entries()) {
    if (voter === undefined) throw new Error('a box has more ballots than letters')
    if (at === plan.meanwhile?.after) await plan.meanwhile.act(ports, voters)
    if (at > 0 && at % BETWEEN_CHECKPOINTS === 0) {
      ports.setNow(DURING + (at / BETWEEN_CHECKPOINTS) * HALF_AN_HOUR)
      await updateBoard(ports, round)
    }
    voters[voters.indexOf(voter)] = { ...voter, ...(await castOne(ports, voter, choices)) }
  }
  ports.setNow(AFTER)
  await advanceRounds(ports)
  valueOf(await publishResult(ports, round.id, 'final'))
  return { ports, voters }
}

async function lettersOf(
  ports: TestPorts,
  { pool, kind, count }: Pick<Voter, 'pool' | 'kind'> & { readonly count: number },
): Promise<readonly Voter[]> {
  if (count === 0) return []
  const request = { round: aRound().id, pool, kind, count, keep: async () => {} }
  return valueOf(await makeLetters(ports, request)).map((letter) => ({ letter, pool, kind }))
}

/** Casts a ballot as a voter's browser does. */
async function castOne(ports: TestPorts, { letter, pool }: Voter, choices: unknown) {
  const id = aRound().id
  const outcome = await castBallot(ports, {
    roundId: id,
    token: letter.token,
    area: pool === 'all' ? undefined : pool,
    nonce: Uint8Array.from(randomBytes(16)),
    choices: parseChoices(choices) ?? [],
    ballotDigest: (await ports.content.round(id))?.digest ?? '',
    channel: 'online',
  })
  const { receipt, signature, board: head } = valueOf(outcome)
  return { receipt, signature, head }
}

/** The value; a test that needs one must not go on without it. */
function valueOf<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** Everything public of the round, byte for byte as it lies on the two branches. */
export async function publishedBy({ directory, publisher }: TestPorts): Promise<Published> {
  const { id } = aRound()
  const listed = async (branch: 'content' | 'board') => {
    const head = (await publisher.head(branch)) ?? ''
    const show = (...words: string[]) => execFileSync('git', words, { cwd: directory }).toString()
    const paths = show('ls-tree', '-r', '--name-only', head, `rounds/${id}/`).trim().split('\n')
    return paths.map((path) => [
      path.slice(`rounds/${id}/`.length),
      show('show', `${head}:${path}`),
    ])
  }
  const board = new Map((await listed('board')) as [string, string][])
  return {
    board: [...board.keys()].map((_, n) => board.get(`${n}.json`) ?? ''),
    files: new Map((await listed('content')) as [string, string][]),
  }
}

/** Writes what is public into two folders, as somebody who saved it would have it. */
export function saveElection(folder: string, { board, files }: Published) {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  files.forEach((text, path) => write(`round/${path}`, text))
  // An empty text stands for a file that is not there.
  board.forEach((text, n) => text && write(`board/${n}.json`, text))
  return { folder: join(folder, 'round'), board: join(folder, 'board') }
}
