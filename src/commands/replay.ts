/**
 * `npm run -s replay -- <file.pb> [--store sqlite|redis] [--rule NAME] [--json]`: a real election,
 * voted on again through the real functions, closed, published and recounted.
 *
 * Talks to a store, a repository and a host of its own, all thrown away. Invariant: exits with 0 only
 * where every ballot was recorded or refused by a rule of the ballot, and the recount agrees.
 * Decided in docs/decisions/0006.
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { compareText } from '../domain/encoding.ts'
import { HUNDREDTHS, printMoney } from '../domain/money.ts'
import { parsePabulib } from '../domain/pabulib.ts'
import { electionOf, type Election } from '../domain/pabulib-election.ts'
import { ruleName } from '../domain/rule-name.ts'
import type { Rule } from '../domain/rule.ts'
import { NO_LIMITS } from '../domain/rules/limits.ts'
import { PROJECT_DIR } from './host/project.ts'
import { runCommand } from './host/run-command.ts'
import { fileRule } from './file-rule.ts'
import { Refused } from './refused.ts'
import { writeReplayContent } from './replay-content.ts'
import { runElection, type ElectionRun } from './run-election.ts'

const USAGE = 'Usage: npm run -s replay -- <file.pb> [--store sqlite|redis] [--rule NAME] [--json]'

/** Refusals that the rules of a ballot make; any other means that something is broken. */
const BALLOT_RULES = new Set([
  'ballot-empty',
  'ballot-too-short',
  'ballot-too-long',
  'ballot-over-budget',
  'ballot-invalid',
  'points-out-of-range',
  'points-over-sum',
  'proposal-not-on-ballot',
  'proposal-repeated',
])

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      store: { type: 'string', default: 'sqlite' },
      rule: { type: 'string', default: 'greedy' },
      json: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  const { store } = values
  if (file === undefined || (store !== 'sqlite' && store !== 'redis')) throw new Refused(USAGE)
  const started = performance.now()
  const parsed = parsePabulib(await readFile(file, 'utf8'))
  const election = electionOf(parsed)
  const least = Number(parsed.meta['min_project_score_threshold']) * HUNDREDTHS
  const threshold = Number.isFinite(least) ? least : undefined
  // A replayed round has no themes, and groups cannot be named.
  const facts = { threshold, pointScale: 1, themes: [], limits: NO_LIMITS }
  const rule = fileRule(facts, values.rule, {})
  const directory = join(PROJECT_DIR, '.data', `replay-${process.pid}`)
  try {
    const run = await replay(resolve(directory), election, { rule, store })
    const seconds = Math.round((performance.now() - started) / 100) / 10
    const facts = { file: basename(file), store, rule: ruleName(rule), seconds }
    const line = lineOf(election, run, facts)
    console.log(values.json ? JSON.stringify(line) : sentences(line))
    if (!isWhole(election, run)) process.exitCode = 1
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}, USAGE)

async function replay(
  directory: string,
  election: Election,
  { rule, store }: { readonly rule: Rule; readonly store: 'sqlite' | 'redis' },
): Promise<ElectionRun> {
  const contentDir = join(directory, 'content')
  await mkdir(contentDir, { recursive: true })
  await writeReplayContent(contentDir, election, { rule, now: Date.now() })
  return runElection({ directory, contentDir, round: 'replay', store, ballots: election.ballots })
}

function isWhole({ ballots }: Election, { cast, recountAgrees }: ElectionRun): boolean {
  const refused = [...cast.refused].filter(([code]) => BALLOT_RULES.has(code))
  const byRule = refused.reduce((sum, [, count]) => sum + count, 0)
  return recountAgrees && cast.recorded + byRule === ballots.length
}

type Line = ReturnType<typeof lineOf>

function lineOf(
  election: Election,
  { cast, snapshot, commit, recountAgrees }: ElectionRun,
  facts: {
    readonly file: string
    readonly store: string
    readonly rule: string
    readonly seconds: number
  },
) {
  const sources = new Map(election.proposals.map(({ id, sourceId }) => [id, sourceId]))
  const allocations = snapshot.pools.map(({ allocation }) => allocation)
  const selected = allocations.flatMap((each) => each.selected.map((id) => sources.get(id) ?? id))
  return {
    file: facts.file,
    store: facts.store,
    rule: facts.rule,
    ballots: election.ballots.length,
    recorded: cast.recorded,
    refused: [...cast.refused]
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((a, b) => compareText(a.reason, b.reason)),
    selected: selected.toSorted(),
    cost: allocations.reduce((sum, { cost }) => sum + Number(printMoney(cost)), 0),
    budget: Number(printMoney(election.budget)),
    commit,
    recountAgrees,
    seconds: facts.seconds,
  }
}

function sentences(line: Line): string {
  return [
    `${line.file} on ${line.store} by ${line.rule}: ${line.recorded} of ${line.ballots} ballots recorded in ${line.seconds} s.`,
    ...line.refused.map(({ reason, count }) => `  refused ${count}: ${reason}`),
    `Funded for ${line.cost} of ${line.budget}: ${line.selected.join(', ')}`,
    line.recountAgrees ? 'The recount of the published files agrees.' : 'THE RECOUNT DIFFERS.',
  ].join('\n')
}
