import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileRule } from '../../src/commands/file-rule.ts'
import { countByRule } from '../../src/commands/recount-file.ts'
import { HUNDREDTHS } from '../../src/domain/money.ts'
import { readContest, type FileContest } from '../../src/domain/pabulib-contest.ts'
import { expectedFiles, READING_NAMES, RULE_KEYS } from '../support/expected.ts'
import { requirePabulib } from '../support/pabulib.ts'

const directory = requirePabulib()
const files = directory === undefined ? [] : expectedFiles(directory)

function read(file: string, reading: string): FileContest {
  const bytes = readFileSync(join(directory ?? '', file))
  return readContest(bytes, { reading: READING_NAMES[reading] })
}

function count(contest: FileContest, key: string) {
  const [name = key, start] = RULE_KEYS[key] ?? []
  const rule = fileRule(contest, name, start ? { start } : {})
  const { funded, paid, shares } = countByRule(contest, rule)
  const selected = funded.map((each) => contest.ids[each] ?? '').toSorted()
  const cost = [...paid.values()].reduce((sum, each) => sum + each, 0)
  const order = funded.map((each) => contest.ids[each])
  // Each step of add1 that was kept gave every voter one main unit.
  const steps = shares && shares.extra / HUNDREDTHS
  return { selected, cost: cost / HUNDREDTHS, order, steps }
}

describe.skipIf(directory === undefined)('recount of real elections', () => {
  test.each(Object.keys(RULE_KEYS))(
    'funds what other programs fund by %s, in every file and reading',
    (key) => {
      let results = 0
      for (const [file, { rules }] of files)
        for (const [reading, byRule] of Object.entries(rules)) {
          const expected = byRule[key]
          if (expected === undefined) continue
          const { selected, cost, order, steps } = count(read(file, reading), key)
          expect(selected, `${file} ${reading}`).toEqual(expected.winners.toSorted())
          expect(cost, file).toBeCloseTo(expected.cost, 2)
          if (expected.order) expect(order, `${file} ${reading}`).toEqual(expected.order)
          if (expected.steps !== undefined) expect(steps, file).toBe(expected.steps)
          results++
        }
      expect(results).toBeGreaterThan(25)
    },
    120_000,
  )

  test('counts every voter where equal shares is compared with greedy', () => {
    let compared = 0
    for (const [file, { comparison_add1iu_vs_greedy: expected, bytes }] of files) {
      if (expected === undefined || bytes > 300_000) continue
      const contest = read(file, 'approval')
      for (const [by, right] of [
        ['satisfaction', expected.satisfaction],
        ['exclusion', expected.exclusionRatio],
      ] as const) {
        const rule = fileRule(contest, 'equalshares/add1u-comparison', { comparison: by })
        const { comparison } = countByRule(contest, rule)
        expect(comparison, `${file} ${by}`).toEqual({
          by,
          forRule: right.mes,
          forGreedy: right.greedy,
          kept: right.keep === 'mes' ? 'rule' : 'greedy',
        })
      }
      compared++
    }
    expect(compared).toBeGreaterThan(20)
  }, 120_000)
})
