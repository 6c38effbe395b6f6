/**
 * Rounds that are over, one a rule: the example's proposals, voted on by made-up voters, and published.
 *
 * Talks to a content folder. Invariant: the files are made by the functions that publish a real result;
 * the same voters come out every time.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { printFile } from '../../src/adapters/content/front-matter.ts'
import { readCouncil, readRound } from '../../src/adapters/content/read-content.ts'
import { allocate } from '../../src/domain/allocate.ts'
import { ballotPaper, type BallotPaper } from '../../src/domain/ballot.ts'
import { makeRecord, type OpenedBallot } from '../../src/domain/ballot-record.ts'
import { compareBytes } from '../../src/domain/encoding.ts'
import { RoundIdSchema, WHOLE } from '../../src/domain/id.ts'
import { lotOrder } from '../../src/domain/lot.ts'
import { certificateOf } from '../../src/domain/published-certificate.ts'
import { compareWith, otherRule } from '../../src/domain/other-rule.ts'
import type { CountedPool } from '../../src/domain/snapshot-files.ts'
import { snapshotFiles } from '../../src/domain/snapshot-files.ts'
import { sealSnapshot } from '../../src/domain/snapshot.ts'
import { tally } from '../../src/domain/tally.ts'
import { parse, stringify } from 'yaml'

const EXAMPLE = 'tranebro-decides-2026'
const CLOSED = '2024-05-14T18:00:00Z'

export type RuledRound = {
  readonly id: string
  readonly rule: Readonly<Record<string, unknown>>
  /** 140 unless said. */
  readonly voters?: number
}

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

async function writeRound(contentDir: string, { id, rule }: RuledRound): Promise<void> {
  const example = join(contentDir, 'rounds', EXAMPLE)
  const [, yaml = ''] = (await readFile(join(example, 'round.md'), 'utf8')).split(/^---$/m)
  const fields: unknown = parse(yaml)
  const changes = {
    title: `Tranebro decides ${id}`,
    phases: [{ phase: 'voting', from: '2024-05-01 08:00', to: '2024-05-14 20:00' }],
    ballot: { type: 'approval', maxLength: 5 },
    rule,
  }
  const folder = join(contentDir, 'rounds', id)
  await mkdir(folder, { recursive: true })
  const text = `---\n${stringify({ ...Object(fields), ...changes })}---\n\nA round of the past.\n`
  await writeFile(join(folder, 'round.md'), text)
  await cp(join(example, 'proposals'), join(folder, 'proposals'), { recursive: true })
}

async function publish(contentDir: string, { id, voters = 140 }: RuledRound): Promise<void> {
  const council = await readCouncil(contentDir)
  const read = await readRound(contentDir, v.parse(RoundIdSchema, id), council)
  const { round, proposals, digest } = read
  const counted = count(read, voters)
  const { paper, allocation, tally: sums, sideBySide } = counted
  const snapshot = sealSnapshot({
    ...{ schemaVersion: 1, round: round.id, snapshot: 1, status: 'final', asOf: CLOSED },
    ...{ supersedes: null, ballotDigest: digest, rule: round.rule },
    pools: [
      {
        ...{ pool: WHOLE, budget: paper.budget, eligible: round.eligible ?? null },
        ballots: { recorded: sums.ballots, blank: sums.blank },
        ...{ allocation, ...(sideBySide ? { sideBySide } : {}) },
      },
    ],
  })
  const opensAt = Date.parse(CLOSED) - 13 * 86_400_000
  const facts = {
    council,
    round,
    proposals,
    opensAt,
    snapshot,
    counts: [counted],
    print: printFile,
  }
  for (const { path, text } of snapshotFiles(facts)) {
    const file = join(contentDir, 'rounds', id, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

function count(
  { round, proposals }: Awaited<ReturnType<typeof readRound>>,
  voters: number,
): CountedPool {
  const paper = ballotPaper(round, proposals, WHOLE)
  const ballots = makeBallots(paper, voters)
  const profile = ballots.map(({ ballot }) => ballot)
  const facts = { rule: round.rule, lot: lotOrder(round, proposals), places: proposals }
  const allocation = allocate(paper, profile, facts)
  const receipts = ballots.map((_, at) => `R${String(at).padStart(15, '0')}`)
  const counted = { paper, ballots, receipts, allocation, tally: tally(paper, profile) }
  if (voters < round.publication.floor) return counted
  const other = otherRule(round.rule, allocation)
  return {
    ...counted,
    sideBySide: other && compareWith(other, facts, { paper, ballots: profile, allocation }),
    certificate: certificateOf(paper, profile, facts),
  }
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
