/**
 * Rounds that are over, one a rule: the example's proposals, voted on by made-up voters, and published.
 *
 * Talks to a content folder. Invariant: the files are made by the functions that publish a real result;
 * the same voters come out every time.
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { printFile } from '../../src/adapters/content/front-matter.ts'
import { readCouncil, readRound } from '../../src/adapters/content/read-content.ts'
import { ballotPaper, type BallotPaper } from '../../src/domain/ballot.ts'
import { makeRecord, type OpenedBallot } from '../../src/domain/ballot-record.ts'
import { certifiedFiles } from '../../src/domain/certified-files.ts'
import { countPool, type CountedPool } from '../../src/domain/counted-pool.ts'
import { compareBytes } from '../../src/domain/encoding.ts'
import { RoundIdSchema, type Pool } from '../../src/domain/id.ts'
import { snapshotFiles } from '../../src/domain/snapshot-files.ts'
import { poolsOf } from '../../src/domain/round.ts'
import { sealSnapshot } from '../../src/domain/snapshot.ts'
import { parse, stringify } from 'yaml'

const EXAMPLE = 'tranebro-decides-2026'
const CLOSED = '2024-05-14T18:00:00Z'

export type RuledRound = {
  readonly id: string
  readonly rule: Readonly<Record<string, unknown>>
  /** In each ballot box; 140 unless said. */
  readonly voters?: number
  /** Whether two areas vote in boxes of their own, each with half of the proposals. */
  readonly areas?: boolean
}

const AREAS = [
  { id: 'north', name: 'North of the rails', budget: 40_000 },
  { id: 'south', name: 'South of the rails', budget: 35_000 },
]

/** Adds the rounds to a copy of the example's content. */
export async function writeRuledRounds(
  contentDir: string,
  rounds: readonly RuledRound[],
): Promise<void> {
  for (const round of rounds) {
    await writeRound(contentDir, round)
    await publish(contentDir, round)
  }
}

async function writeRound(contentDir: string, { id, rule, areas }: RuledRound): Promise<void> {
  const [example, folder] = [EXAMPLE, id].map((name) => join(contentDir, 'rounds', name))
  if (example === undefined || folder === undefined) return
  for (const name of ['proposals', 'pictures'])
    await cp(join(example, name), join(folder, name), { recursive: true })
  await cp(join(example, 'round.md'), join(folder, 'round.md'))
  await edit(join(folder, 'round.md'), {
    title: `Tranebro decides ${id}`,
    phases: [{ phase: 'voting', from: '2024-05-01 08:00', to: '2024-05-14 20:00' }],
    ballot: { type: 'approval', maxLength: 5 },
    rule,
    ...(areas ? { areas: AREAS, budget: undefined } : {}),
  })
  if (!areas) return
  const names = await readdir(join(folder, 'proposals'))
  // A translation says nothing of areas.
  const originals = names.filter((name) => /^[^.]+\.md$/.test(name)).toSorted()
  for (const [at, name] of originals.entries())
    await edit(join(folder, 'proposals', name), { area: AREAS[at % 2]?.id })
}

/** Changes fields of a Markdown file. */
async function edit(file: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const [, yaml = '', ...body] = (await readFile(file, 'utf8')).split(/^---$/m)
  const fields: unknown = parse(yaml)
  const text = stringify({ ...Object(fields), ...changes })
  await writeFile(file, `---\n${text}---${body.join('---')}`)
}

async function publish(contentDir: string, { id, voters = 140 }: RuledRound): Promise<void> {
  const council = await readCouncil(contentDir)
  const read = await readRound(contentDir, v.parse(RoundIdSchema, id), council)
  const { round, proposals, digest } = read
  const counts = poolsOf(round).map((pool) => count(read, pool, voters))
  const snapshot = sealSnapshot({
    ...{ schemaVersion: 1, round: round.id, snapshot: 1, status: 'final', asOf: CLOSED },
    ...{ supersedes: null, ballotDigest: digest, rule: round.rule },
    pools: counts.map(({ paper, allocation, tally: { ballots, blank }, sideBySide }) => ({
      ...{ pool: paper.pool, budget: paper.budget, eligible: null },
      ballots: { recorded: ballots, blank },
      ...{ allocation, ...(sideBySide ? { sideBySide } : {}) },
    })),
  })
  const opensAt = Date.parse(CLOSED) - 13 * 86_400_000
  const facts = {
    council,
    round,
    proposals,
    opensAt,
    snapshot,
    counts,
    print: printFile,
  }
  const receipts = counts.flatMap((pool) => pool.receipts)
  const lists = certifiedFiles({
    folder: `results/${snapshot.snapshot}`,
    receipts: receipts.map((receipt) => ({ receipt, first: 1 })),
    // Made-up voters have no codes, and no board.
    marks: [],
    markKey: new Uint8Array(32),
    board: [],
  })
  for (const { path, text } of [...snapshotFiles(facts), ...lists]) {
    const file = join(contentDir, 'rounds', id, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

function count(
  { round, proposals }: Awaited<ReturnType<typeof readRound>>,
  pool: Pool,
  voters: number,
): CountedPool {
  const ballots = makeBallots(ballotPaper(round, proposals, pool), voters)
  const receipts = ballots.map((_, at) => `${pool}-${String(at).padStart(9, '0')}`)
  return countPool({ round, proposals, pool, ballots, receipts })
}

/** Two crowds with tastes of their own, a large one and a small one, so that rules differ. */
function makeBallots(paper: BallotPaper, voters: number): readonly OpenedBallot[] {
  const next = makeRandom(2024)
  const half = Math.ceil(paper.proposals.length / 2)
  return Array.from({ length: voters }, () => {
    const large = next() < 0.68
    const liked = paper.proposals
      .map(({ id }, at) => ({ id, liking: next() + (at < half === large ? 0.75 : 0) - at * 0.02 }))
      .toSorted((a, b) => b.liking - a.liking)
      .slice(0, next() < 0.03 ? 0 : 1 + Math.floor(next() * 4))
    const ballot = { choices: liked.map(({ id }) => id) }
    const salt = Uint8Array.from({ length: 16 }, () => Math.floor(next() * 256))
    const record = makeRecord(paper, ballot, 'none', { salt, pairing: salt })
    return { ballot, commitment: record.commitment, salt }
  }).toSorted((a, b) => compareBytes(a.commitment, b.commitment))
}

/** A small seeded generator (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
