/**
 * One open round for each ballot type, made from the example's open round.
 *
 * Talks to a content folder. Invariant: nothing differs between the rounds but title, ballot and rule; and
 * in each of them one proposal has a title of long words, as German compounds are.
 */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseFile, printFile } from '../../src/adapters/content/front-matter.ts'
import { commitAll } from '../../src/commands/commit-all.ts'
import { OPEN_ROUND } from './running-site.ts'

/** The ballot of each round, by its id. */
export const BALLOT_ROUNDS = {
  'by-crosses': { type: 'approval', maxLength: 5 },
  'by-budget': { type: 'knapsack', minLength: 2, maxLength: 4 },
  'by-one': { type: 'choose-1' },
  'by-rank': { type: 'ranking', maxLength: 3 },
  'by-points': { type: 'points', maxSumPoints: 10, maxPoints: 8 },
  'by-score': { type: 'score', maxPoints: 5, maxLength: 6 },
  'by-wide-score': { type: 'score', minPoints: -10, maxPoints: 10 },
  'by-stance': { type: 'for-against', blank: false },
} as const

export type BallotRound = keyof typeof BALLOT_ROUNDS

/** The proposal with long words. */
export const LONG_TITLE = {
  id: 'cargo-bike',
  fields: { title: 'Straßenbeleuchtung Grundschulweg', language: 'de' },
} as const

/** Adds the rounds to the content and commits them. */
export async function addBallotRounds(contentDir: string): Promise<void> {
  for (const [id, ballot] of Object.entries(BALLOT_ROUNDS)) {
    const [from, to] = [OPEN_ROUND, id].map((name) => join(contentDir, 'rounds', name ?? ''))
    if (from === undefined || to === undefined) continue
    await cp(from, to, { recursive: true })
    const title = `Voting ${id.replaceAll('-', ' ')}`
    await setFields(join(to, 'round.md'), { title, ballot })
    await setFields(join(to, 'proposals', `${LONG_TITLE.id}.md`), LONG_TITLE.fields)
  }
  await commitAll(contentDir, 'A round for each ballot type')
}

async function setFields(file: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const text = await readFile(file, 'utf8')
  const { fields, body } = parseFile(file, text, v.record(v.string(), v.unknown()))
  await writeFile(file, printFile({ ...fields, ...changes }, body))
}
