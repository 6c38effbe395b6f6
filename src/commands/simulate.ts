/**
 * `npm run simulate -- <round> [--voters N] [--seed N]`: simulated voters for the example's past round.
 *
 * Talks to a throw-away copy of content/, then copies the published result back. Invariant: the voters
 * are made up, the vote is not: every ballot is cast, counted and published by this software, at the
 * round's own dates. Decided in docs/decisions/0007.
 */
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readContent } from '../adapters/content/read-content.ts'
import { ballotPaper, checkBallot, type BallotPaper } from '../domain/ballot.ts'
import { WHOLE, type ProposalId } from '../domain/id.ts'
import { findPeriod, periodsOf } from '../domain/phase.ts'
import { commitAll } from './commit-all.ts'
import { PROJECT_DIR } from './host/project.ts'
import { runCommand } from './host/run-command.ts'
import { Refused } from './refused.ts'
import { runElection } from './run-election.ts'

const USAGE = 'Usage: npm run simulate -- <round> [--voters N] [--seed N]'

const HOUR = 3_600_000
const BLANK_SHARE = 0.02
const STAYED_AT_HOME = 3

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      voters: { type: 'string', default: '87' },
      seed: { type: 'string', default: '2025' },
    },
  })
  const [round] = positionals
  if (round === undefined) throw new Refused(USAGE)
  const directory = join(PROJECT_DIR, '.data', `simulate-${process.pid}`)
  try {
    await simulate(directory, { round, voters: Number(values.voters), seed: Number(values.seed) })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}, USAGE)

type Simulation = { readonly round: string; readonly voters: number; readonly seed: number }

async function simulate(directory: string, { round, voters, seed }: Simulation): Promise<void> {
  const contentDir = join(directory, 'content')
  await mkdir(directory, { recursive: true })
  await cp(join(PROJECT_DIR, 'content'), contentDir, { recursive: true })
  for (const old of ['result.md', 'results'])
    await rm(join(contentDir, 'rounds', round, old), { recursive: true, force: true })
  await commitAll(contentDir, 'The example council')
  const { paper, opensAt } = await readPaper(contentDir, round)
  setClock(opensAt + HOUR)
  const ballots = makeBallots(paper, voters, makeRandom(seed))
  const run = await runElection({
    ...{ directory, contentDir, round, store: 'sqlite', ballots },
    spare: STAYED_AT_HOME,
  })
  for (const made of ['result.md', 'results'])
    await cp(
      join(contentDir, 'rounds', round, made),
      join(PROJECT_DIR, 'content/rounds', round, made),
      {
        recursive: true,
      },
    )
  const [pool] = run.snapshot.pools
  console.log(
    `${run.cast.recorded} ballots recorded; funded: ${pool?.allocation.selected.join(', ')}`,
  )
  const { receipt, signature, board } = run.cast.receipt ?? {}
  console.log(
    `What one voter holds: --head ${board} --receipt ${receipt} --signature ${signature}; a code that stayed at home: --unused ${run.unused}`,
  )
}

async function readPaper(
  contentDir: string,
  id: string,
): Promise<{ paper: BallotPaper; opensAt: number }> {
  const { council, rounds } = await readContent(contentDir)
  const folder = rounds.find(({ round }) => round.id === id)
  if (folder === undefined) throw new Refused(`There is no round "${id}" in content/rounds.`)
  const period = findPeriod(periodsOf(folder.round.phases, council.timeZone), 'voting')
  if (period === undefined) throw new Refused(`The round "${id}" has no voting phase.`)
  return { paper: ballotPaper(folder.round, folder.proposals, WHOLE), opensAt: period.startsAt }
}

/** Host and functions run in this process, so its clock is theirs. */
function setClock(start: number): void {
  const began = performance.now()
  Date.now = () => Math.round(start + performance.now() - began)
}

/** Each proposal has an appeal, each voter a taste; a voter takes the best few that the ballot allows. */
function makeBallots(paper: BallotPaper, voters: number, random: () => number): ProposalId[][] {
  const appeal = new Map(paper.proposals.map(({ id }) => [id, random()]))
  return Array.from({ length: voters }, () => {
    if (random() < BLANK_SHARE) return []
    const liked = paper.proposals
      .map(({ id }) => ({ id, liking: (appeal.get(id) ?? 0) + 1.4 * random() }))
      .toSorted((a, b) => b.liking - a.liking)
      .slice(0, 2 + Math.floor(random() * 4))
      .map(({ id }) => id)
    while (!checkBallot(liked, paper).ok && liked.length > 1) liked.pop()
    return liked
  })
}

/** A small seeded generator (mulberry32), so that the same seed makes the same voters. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
