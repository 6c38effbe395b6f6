/**
 * The winners that other programs found in real elections (expected.json).
 *
 * Talks to the file system. Invariant: a result that no program vouches for is not asked of us.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Reading } from '../../src/domain/reading.ts'

/** Its numbers of ties and lots are left out: they count those of every step of add1, and those that decided nothing. */
const ResultSchema = v.object({
  winners: v.array(v.string()),
  cost: v.number(),
  /** The winners in the order in which they were funded. */
  order: v.optional(v.array(v.string())),
  /** How many main units add1 gave every voter in the end. */
  steps: v.optional(v.number()),
})
const PreferenceSchema = v.object({
  mes: v.number(),
  greedy: v.number(),
  keep: v.picklist(['mes', 'greedy']),
})
const FileSchema = v.object({
  bytes: v.number(),
  rules: v.record(v.string(), v.record(v.string(), ResultSchema)),
  comparison_add1iu_vs_greedy: v.optional(
    v.object({ satisfaction: PreferenceSchema, exclusionRatio: PreferenceSchema }),
  ),
})

export type ExpectedFile = v.InferOutput<typeof FileSchema>

/** Our names for the readings and rules of expected.json. */
export const READING_NAMES: Readonly<Record<string, Reading>> = {
  approval: 'approval',
  points: 'points',
  place_points: 'place-points',
}
export const RULE_KEYS: Readonly<Record<string, readonly [name: string, start?: 'exact']>> = {
  greedy: ['greedy'],
  greedy_noskip: ['greedy-no-skip'],
  greedy_percost: ['greedy-per-cost'],
  mes: ['equalshares'],
  mes_card: ['equalshares-cardinality'],
  mes_greedy: ['equalshares/greedy'],
  add1: ['equalshares/add1', 'exact'],
  add1i: ['equalshares/add1'],
  add1iu: ['equalshares/add1u'],
  phragmen_pabutools: ['phragmen'],
}

/** Every file of expected.json. */
export function expectedFiles(directory: string): readonly (readonly [string, ExpectedFile])[] {
  const text = readFileSync(join(directory, 'expected.json'), 'utf8')
  const schema = v.pipe(
    v.string(),
    v.parseJson(),
    v.object({ files: v.record(v.string(), FileSchema) }),
  )
  return Object.entries(v.parse(schema, text).files)
}
