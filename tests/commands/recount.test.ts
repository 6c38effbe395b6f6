import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { parsePabulib } from '../../src/domain/pabulib.ts'
import { electionOf } from '../../src/domain/pabulib-election.ts'
import { recountElection } from '../../src/domain/recount.ts'
import { RuleSchema } from '../../src/domain/rule.ts'
import { requirePabulib } from '../support/pabulib.ts'

const directory = requirePabulib()
const rule = v.parse(RuleSchema, { method: 'greedy', fundWithoutVotes: true })

const ExpectedSchema = v.record(
  v.string(),
  v.object({
    vote_type: v.string(),
    rules: v.record(
      v.string(),
      v.record(v.string(), v.object({ winners: v.array(v.string()), cost: v.unknown() })),
    ),
  }),
)

function expectedGreedy() {
  const text = readFileSync(join(directory ?? '', 'expected.json'), 'utf8')
  const { files } = v.parse(v.object({ files: v.pipe(v.unknown()) }), JSON.parse(text))
  return Object.entries(v.parse(ExpectedSchema, files)).flatMap(([file, { vote_type, rules }]) => {
    const winners = rules['approval']?.['greedy']?.winners
    return winners && ['approval', 'choose-1'].includes(vote_type) ? [{ file, winners }] : []
  })
}

describe.skipIf(directory === undefined)('recount of real elections by greedy', () => {
  test('funds what three independent programs fund, in every file', () => {
    const cases = directory === undefined ? [] : expectedGreedy()
    expect(cases.length).toBeGreaterThan(30)
    for (const { file, winners } of cases) {
      const path = resolve(directory ?? '', file)
      expect(existsSync(path), file).toBe(true)
      const election = electionOf(parsePabulib(readFileSync(path, 'utf8')))
      const sources = new Map(election.proposals.map(({ id, sourceId }) => [id, sourceId]))
      const { allocation } = recountElection(election, rule)
      const selected = allocation.selected.map((id) => sources.get(id) ?? id).toSorted()
      expect(selected, file).toEqual(winners.toSorted())
    }
  })
})
