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
import type { Allocation } from '../domain/allocation.ts'
import { RoundIdSchema, WHOLE } from '../domain/id.ts'
import type { Money } from '../domain/money.ts'
import { parsePabulib } from '../domain/pabulib.ts'
import { recountPool } from '../domain/recount.ts'
import { ruleName } from '../domain/rule-name.ts'
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
}

/** Recounts `content/rounds/R`; one outcome a ballot box. */
export async function recountFolder(path: string): Promise<readonly Outcome[]> {
  const contentDir = resolve(path, '../..')
  const id = v.safeParse(RoundIdSchema, basename(path))
  if (!id.success) throw new Refused(`${basename(path)} is not the folder of a round.`)
  const folder = await readRound(contentDir, id.output, await readCouncil(contentDir))
  if (folder.result === undefined)
    throw new Refused(`${basename(path)} has no published result yet.`)
  if (folder.result.ballotDigest !== folder.digest)
    throw new Refused('The proposals in this folder are not the ones that were voted on.')
  const outcomes: Outcome[] = []
  for (const pool of folder.result.pools) outcomes.push(await recountOne(path, folder, pool))
  return outcomes
}

async function recountOne(
  path: string,
  { round, proposals, result, resultFiles }: RoundFolder,
  pool: PoolResult,
): Promise<Outcome> {
  const name = pool.pool === WHOLE ? 'ballots' : `ballots-${pool.pool}`
  const file = `results/${result?.snapshot}/${name}.pb`
  const published = resultFiles.includes(file)
    ? await readFile(join(path, file), 'utf8')
    : undefined
  const started = performance.now()
  const ballots = published === undefined ? undefined : parsePabulib(published)
  const { tally, allocation, agrees, from } = recountPool(round, proposals, pool, ballots)
  const area = round.areas.find((each) => each.id === pool.pool)?.name
  return {
    ...summary(allocation, performance.now() - started),
    name: area === undefined ? round.title : `${round.title}, ${area}`,
    rule: ruleName(round.rule),
    selected: allocation.selected,
    budget: pool.budget,
    voters: tally.ballots,
    agrees,
    from,
  }
}

/** The part that every recount says in the same way. */
export function summary({ cost, lots }: Allocation, milliseconds: number) {
  return { cost, lots: lots.length, milliseconds: Math.round(milliseconds * 100) / 100 }
}
