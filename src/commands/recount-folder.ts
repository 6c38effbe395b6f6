/**
 * Recounts the published files of a round: each ballot box, from its ballots or from its sums.
 *
 * Talks to the file system only. Invariant: it reads published files and nothing else.
 * Decided in docs/decisions/0006.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import * as v from 'valibot'
import { readCouncil, readRound } from '../adapters/content/read-content.ts'
import type { Allocation } from '../domain/allocation.ts'
import { isOfFiles } from '../domain/difference.ts'
import { RoundIdSchema } from '../domain/id.ts'
import { compareWith } from '../domain/other-rule.ts'
import { recountSnapshot, type PoolRecount } from '../domain/recount.ts'
import type { Round } from '../domain/round.ts'
import { ruleName } from '../domain/rule-name.ts'
import type { Rule } from '../domain/rule.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { recountedFiles, snapshotTexts, type SnapshotTexts } from '../domain/snapshot-texts.ts'
import { describeDifference } from './describe-difference.ts'
import { printedTime, type RecountOutcome } from './recount-outcome.ts'
import { Refused } from './refused.ts'
import { isOther, otherCount, roundRule, type RoundOptions } from './round-rule.ts'

export type FolderOptions = RoundOptions & {
  readonly compare?: string | undefined
  readonly explain: boolean
}

/** Recounts `content/rounds/R`; one outcome a ballot box. */
export async function recountFolder(
  path: string,
  options: FolderOptions = { explain: false, fields: {} },
): Promise<readonly RecountOutcome[]> {
  const contentDir = resolve(path, '../..')
  const id = v.safeParse(RoundIdSchema, basename(path))
  if (!id.success || !existsSync(join(path, 'round.md')))
    throw new Refused(
      `${path} is not the folder of a round: there is no round.md in it. Give content/rounds/<round>, or a .pb file.`,
    )
  const { round, result } = await readRound(contentDir, id.output, await readCouncil(contentDir))
  if (result === undefined) throw new Refused(`${basename(path)} has no published result yet.`)
  const texts = await readSnapshot(join(path, 'results', String(result.snapshot)), result)
  const other = otherCount(result, options)
  const watch = { now: () => performance.now() }
  const facts = { round, own: result.rule }
  return recountSnapshot(texts, other, watch).map((recount) => outcomeOf(facts, recount, options))
}

function outcomeOf(
  { round, own }: { readonly round: Round; readonly own: Rule },
  recount: PoolRecount,
  options: FolderOptions,
): RecountOutcome {
  const { pool, tally, facts, from } = recount
  const area = round.areas.find((each) => each.id === pool.pool)?.name
  const name = area === undefined ? round.title : `${round.title}, ${area}`
  const allocation = recount.allocation ?? publishedOf(name, recount, options)
  return {
    name,
    pool: pool.pool,
    rule: ruleName(facts.rule),
    selected: allocation.selected,
    cost: allocation.cost,
    budget: pool.budget,
    voters: tally.ballots,
    lots: allocation.lots.length,
    milliseconds: printedTime(recount.milliseconds),
    ...compared(recount, options),
    from: recount.allocation === undefined ? 'published' : from,
    ...(options.explain ? { explanation: allocation.lines } : {}),
    ...comparison({ ...recount, allocation }, own, options.compare),
  }
}

/** The published outcome of a box that cannot be counted; refused where it was to be counted in another way. */
function publishedOf(
  name: string,
  { facts, pool, differences }: PoolRecount,
  options: FolderOptions,
): Allocation {
  if (!isOther(options)) return pool.allocation
  const missing = differences.filter(({ kind }) => kind === 'missing').map(describeDifference)
  const sentence = `${name}: the rule ${ruleName(facts.rule)} needs the ballots, and they are not published.`
  throw new Refused([sentence, ...missing.map((each) => `  ${each}`)].join('\n'))
}

/** What does not agree. Another rule or lot agrees with nothing, but the files can still be wrong. */
function compared(
  { allocation, differences }: PoolRecount,
  options: FolderOptions,
): Pick<RecountOutcome, 'agrees' | 'differences'> {
  const wrong = isOther(options) ? differences.filter(isOfFiles) : differences
  if (wrong.length === 0 && (isOther(options) || allocation === undefined)) return {}
  const said = { differences: wrong.map(describeDifference) }
  return isOther(options) ? said : { agrees: wrong.length === 0, ...said }
}

async function readSnapshot(folder: string, snapshot: Snapshot): Promise<SnapshotTexts> {
  const files = new Map<string, string>()
  for (const name of recountedFiles(snapshot)) {
    const file = join(folder, name)
    if (existsSync(file)) files.set(name, await readFile(file, 'utf8'))
  }
  const texts = snapshotTexts(snapshot, files)
  if (texts === undefined) throw new Refused('paper.json is missing: it says what was voted on.')
  return texts
}

/** What another rule makes of the same ballots. */
function comparison(
  { paper, profile, allocation, facts }: PoolRecount & { readonly allocation: Allocation },
  own: Rule,
  name: string | undefined,
): Pick<RecountOutcome, 'comparison'> {
  if (name === undefined) return {}
  if (profile === undefined) throw new Refused('A comparison needs the ballots themselves.')
  const rule = roundRule(own, name)
  const found = compareWith(rule, facts, { paper, ballots: profile, allocation })
  const { selected, cost, onlyHere, onlyThere, served, prefer } = found
  return {
    comparison: {
      ...{ rule: ruleName(rule), selected, cost, onlyHere, onlyThere },
      served: [served.here, served.there],
      prefer: [prefer.here, prefer.there],
    },
  }
}
