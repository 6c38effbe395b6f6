import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileRule } from '../../src/commands/file-rule.ts'
import { countByRule } from '../../src/commands/recount-file.ts'
import { HUNDREDTHS } from '../../src/domain/money.ts'
import { readContest, type FileContest } from '../../src/domain/pabulib-contest.ts'
import { expectedFiles, READING_NAMES, RULE_KEYS } from '../support/expected.ts'
import { IS_HEAVY } from '../support/heavy.ts'
import { requirePabulib } from '../support/pabulib.ts'

const directory = requirePabulib()

/** The largest files whose voters are counted one by one. */
const COMPARED_BYTES = IS_HEAVY ? 300_000 : 100_000
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
  const results = new Map(Object.keys(RULE_KEYS).map((key) => [key, 0]))

  test.each(files)(
    'funds what other programs fund in %s, by every rule and reading',
    (file, { rules }) => {
      for (const [reading, byRule] of Object.entries(rules)) {
        const contest = read(file, reading)
        for (const [key, expected] of Object.entries(byRule)) {
          if (RULE_KEYS[key] === undefined) continue
          const { selected, cost, order, steps } = count(contest, key)
          expect(selected, `${key} ${reading}`).toEqual(expected.winners.toSorted())
          expect(cost, key).toBeCloseTo(expected.cost, 2)
          if (expected.order) expect(order, `${key} ${reading}`).toEqual(expected.order)
          if (expected.steps !== undefined) expect(steps, key).toBe(expected.steps)
          results.set(key, (results.get(key) ?? 0) + 1)
        }
      }
    },
    120_000,
  )

  test('has counted by each rule in more than 25 files and readings', () => {
    for (const [key, times] of results) expect(times, key).toBeGreaterThan(25)
  })

  test('counts every voter where equal shares is compared with greedy', () => {
    let compared = 0
    for (const [file, { comparison_add1iu_vs_greedy: expected, bytes }] of files) {
      if (expected === undefined || bytes > COMPARED_BYTES) continue
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
