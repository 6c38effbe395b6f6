/**
 * Recounts the published files of a round: each ballot box, from its ballots or from its sums.
 *
 * Talks to the file system only. Invariant: it reads published files and nothing else.
 * Decided in docs/decisions/0006.
 */
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import * as v from 'valibot'
import { readCouncil, readRound, type RoundFolder } from '../adapters/content/read-content.ts'
import { allocate, type AllocateFacts } from '../domain/allocate.ts'
import type { Allocation, Reason } from '../domain/allocation.ts'
import { ballotPaper } from '../domain/ballot.ts'
import { RoundIdSchema, WHOLE } from '../domain/id.ts'
import type { Money } from '../domain/money.ts'
import { parsePabulib } from '../domain/pabulib.ts'
import { recountPool } from '../domain/recount.ts'
import { ruleName, ruleNamed } from '../domain/rule-name.ts'
import type { Rule } from '../domain/rule.ts'
import { sideBySide } from '../domain/side-by-side.ts'
import { contestOf, type CountedBallot } from '../domain/paper-contest.ts'
import type { PoolResult } from '../domain/snapshot.ts'
import { Refused } from './clerk-command.ts'

/** What a recount found. Money in hundredths. */
export type Outcome = {
  readonly name: string
  readonly rule: string
  readonly selected: readonly string[]
  readonly cost: Money
  readonly budget: Money
  readonly voters: number
  readonly lots: number
  readonly milliseconds: number
  /** Undefined where there is no published result to compare with. */
  readonly agrees?: boolean | undefined
  readonly from?: 'ballots' | 'sums'
  /** What was left out in reading, in sentences. */
  readonly notes?: readonly string[]
  readonly explanation?: readonly Explanation[]
  readonly comparison?: {
    readonly rule: string
    readonly selected: readonly string[]
    readonly cost: Money
    readonly onlyHere: readonly string[]
    readonly onlyThere: readonly string[]
    /** Voters with at least one funded proposal, here and there. */
    readonly served: readonly [number, number]
    /** Voters with more funded proposals here, and there. */
    readonly prefer: readonly [number, number]
  }
}

/** Why a proposal was funded or not; money in hundredths. */
export type Explanation = {
  readonly proposal: string
  readonly votes: number
  readonly score?: number | undefined
  readonly cost: Money
  readonly reason:
    | Exclude<Reason, { readonly kind: 'excluded' }>
    | { readonly kind: 'excluded'; readonly by: string }
}

export type FolderOptions = {
  /** Another rule than the round's; then nothing is compared with what was published. */
  readonly rule?: string | undefined
  readonly compare?: string | undefined
  readonly explain: boolean
  readonly fields: Readonly<Record<string, unknown>>
}

/** Recounts `content/rounds/R`; one outcome a ballot box. */
export async function recountFolder(
  path: string,
  options: FolderOptions = { explain: false, fields: {} },
): Promise<readonly Outcome[]> {
  const contentDir = resolve(path, '../..')
  const id = v.safeParse(RoundIdSchema, basename(path))
  if (!id.success) throw new Refused(`${basename(path)} is not the folder of a round.`)
  const folder = await readRound(contentDir, id.output, await readCouncil(contentDir))
  if (folder.result === undefined)
    throw new Refused(`${basename(path)} has no published result yet.`)
  if (folder.result.ballotDigest !== folder.digest)
    throw new Refused('The proposals in this folder are not the ones that were voted on.')
  const outcomes: Outcome[] = []
  for (const pool of folder.result.pools)
    outcomes.push(await recountOne(path, folder, pool, options))
  return outcomes
}

async function recountOne(
  path: string,
  folder: RoundFolder,
  pool: PoolResult,
  options: FolderOptions,
): Promise<Outcome> {
  const { round, proposals, result, resultFiles } = folder
  const name = pool.pool === WHOLE ? 'ballots' : `ballots-${pool.pool}`
  const file = `results/${result?.snapshot}/${name}.pb`
  const published = resultFiles.includes(file)
    ? await readFile(join(path, file), 'utf8')
    : undefined
  const rule = options.rule === undefined ? round.rule : named(options.rule, options.fields)
  const started = performance.now()
  const ballots = published === undefined ? undefined : parsePabulib(published)
  const recount = recountPool({ ...round, rule }, proposals, pool, ballots)
  const milliseconds = performance.now() - started
  const { tally, allocation, agrees, from, profile } = recount
  if (agrees === undefined && options.rule !== undefined)
    throw new Refused(`The rule ${ruleName(rule)} needs the ballots, and they are not published.`)
  const area = round.areas.find((each) => each.id === pool.pool)?.name
  return {
    ...summary(allocation, milliseconds),
    name: area === undefined ? round.title : `${round.title}, ${area}`,
    rule: ruleName(rule),
    selected: allocation.selected,
    budget: pool.budget,
    voters: tally.ballots,
    ...(options.rule === undefined ? { agrees } : {}),
    from,
    ...(options.explain ? { explanation: allocation.lines } : {}),
    ...compared(folder, pool, { allocation, profile, name: options.compare }),
  }
}

function named(name: string, fields: Readonly<Record<string, unknown>>): Rule {
  const rule = ruleNamed(name, fields)
  if (rule === undefined) throw new Refused(`There is no rule "${name}" with these options.`)
  return rule
}

type Side = {
  readonly allocation: Allocation
  readonly profile: readonly CountedBallot[] | undefined
  readonly name: string | undefined
}

/** What another rule makes of the same ballots. */
function compared(
  { round, proposals }: RoundFolder,
  { pool }: PoolResult,
  { allocation, profile, name }: Side,
): Pick<Outcome, 'comparison'> {
  if (name === undefined) return {}
  if (profile === undefined) throw new Refused('A comparison needs the ballots themselves.')
  const paper = ballotPaper(round, proposals, pool)
  const facts: AllocateFacts = {
    rule: named(name, {}),
    lot: round.lot?.order ?? [],
    places: proposals,
  }
  const other = allocate(paper, profile, facts)
  const index = new Map(paper.proposals.map(({ id }, at) => [id, at]))
  const indices = ({ selected }: Allocation) => selected.flatMap((id) => index.get(id) ?? [])
  const contest = contestOf(paper, profile, facts)
  const both = sideBySide(contest, indices(allocation), indices(other))
  const ids = (list: readonly number[]) => list.flatMap((at) => paper.proposals[at]?.id ?? [])
  return {
    comparison: {
      rule: ruleName(facts.rule),
      selected: other.selected,
      cost: other.cost,
      onlyHere: ids(both.onlyFirst),
      onlyThere: ids(both.onlySecond),
      served: both.served,
      prefer: both.prefer,
    },
  }
}

/** The part that every recount says in the same way. */
export function summary({ cost, lots }: Allocation, milliseconds: number) {
  return { cost, lots: lots.length, milliseconds: Math.round(milliseconds * 100) / 100 }
}
