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
import { RoundIdSchema } from '../domain/id.ts'
import type { Money } from '../domain/money.ts'
import { parsePabulib, type Pabulib } from '../domain/pabulib.ts'
import { recountSnapshot, type SnapshotTexts } from '../domain/recount.ts'
import { ruleName } from '../domain/rule.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { pabulibName } from '../domain/snapshot-files.ts'
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
  readonly agrees?: boolean
  readonly from?: 'ballots' | 'sums'
  /** What does not agree, in words. */
  readonly differences?: readonly string[]
}

/** Recounts `content/rounds/R`; one outcome a ballot box. */
export async function recountFolder(path: string): Promise<readonly Outcome[]> {
  const contentDir = resolve(path, '../..')
  const id = v.safeParse(RoundIdSchema, basename(path))
  if (!id.success) throw new Refused(`${basename(path)} is not the folder of a round.`)
  const { round, result } = await readRound(contentDir, id.output, await readCouncil(contentDir))
  if (result === undefined) throw new Refused(`${basename(path)} has no published result yet.`)
  const texts = await readSnapshot(join(path, 'results', String(result.snapshot)), result)
  const started = performance.now()
  return recountSnapshot(texts).map(({ pool, tally, allocation, from, differences }) => {
    const area = round.areas.find((each) => each.id === pool.pool)?.name
    return {
      ...summary(allocation, performance.now() - started),
      name: area === undefined ? round.title : `${round.title}, ${area}`,
      rule: ruleName(result.rule),
      selected: allocation.selected,
      budget: pool.budget,
      voters: tally.ballots,
      agrees: differences.length === 0,
      from,
      differences,
    }
  })
}

async function readSnapshot(folder: string, snapshot: Snapshot): Promise<SnapshotTexts> {
  const paper = await readIfThere(join(folder, 'paper.json'))
  if (paper === undefined) throw new Refused('paper.json is missing: it says what was voted on.')
  const pabulib = new Map<string, Pabulib>()
  for (const { pool } of snapshot.pools) {
    const text = await readIfThere(join(folder, pabulibName(pool)))
    if (text !== undefined) pabulib.set(pool, parsePabulib(text))
  }
  const [ballots, receipts] = await Promise.all(
    ['ballots.csv', 'receipts.csv'].map((name) => readIfThere(join(folder, name))),
  )
  return { snapshot, paper, ballots, receipts, pabulib }
}

async function readIfThere(file: string): Promise<string | undefined> {
  return existsSync(file) ? readFile(file, 'utf8') : undefined
}

/** The part that every recount says in the same way. */
export function summary({ cost, lots }: Allocation, milliseconds: number) {
  return { cost, lots: lots.length, milliseconds: Math.round(milliseconds * 100) / 100 }
}
