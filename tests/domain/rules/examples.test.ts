import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countOptions } from '../../../src/domain/allocate.ts'
import { contestOf } from '../../../src/domain/paper-contest.ts'
import { ruleNamed, RULE_NAMES } from '../../../src/domain/rule-name.ts'
import type { Rule } from '../../../src/domain/rule.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import { idOf, type Small } from '../../support/reference/election.ts'
import { doorsOf } from '../../support/small-elections.ts'

const page = readFileSync(new URL('../../../docs/counting.md', import.meta.url), 'utf8')
const boxes = [...page.matchAll(/```example\n([\s\S]*?)```/g)].map(([, box = '']) =>
  Object.fromEntries(
    box
      .trim()
      .split('\n')
      .map((line) => line.split(': ', 2)),
  ),
)

type Box = Readonly<Record<string, string>>

/** `A 60, B 40` as pairs. */
function pairs(text = ''): readonly (readonly [string, string])[] {
  return text
    .split(', ')
    .filter((part) => part !== '')
    .map((part) => part.split(' '))
    .map(([key = '', value = '']) => [key, value])
}

/** An option's value: a number, a word, or true where there is none. */
function valueOf(text: string): string | number | true {
  if (text === '') return true
  return Number.isFinite(Number(text)) ? Number(text) : text
}

function ruleOf(box: Box, ids: readonly string[]): Rule {
  const options = pairs(box['options']).map(([name, value]) => [name, valueOf(value)])
  const group = (box['exclusive'] ?? '').split(' ').map((id) => idOf(ids.indexOf(id)))
  const caps = pairs(box['caps']).map(([theme, cost]) => ({ theme, cost: Number(cost) }))
  const shares = pairs(box['shares']).map(([area, money]) => [area, Number(money)])
  const rule = ruleNamed(box['rule'] ?? '', {
    ...Object.fromEntries(options),
    ...(box['exclusive'] ? { exclusive: [group] } : {}),
    ...(box['caps'] ? { caps } : {}),
    ...(box['shares'] ? { shares: Object.fromEntries(shares) } : {}),
  })
  if (rule === undefined) throw new Error(`no rule ${box['rule']} with these options`)
  return rule
}

function electionOf(box: Box): { readonly small: Small; readonly ids: readonly string[] } {
  const costs = pairs(box['costs'])
  const ids = costs.map(([id]) => id)
  const themes = new Map(pairs(box['themes']))
  const homes = box['homes']?.split(', ')
  const ballots = (box['ballots'] ?? '').split(', ').map((word) => {
    const marks = new Map([...word.matchAll(/([A-Z])(-?\d*)/g)].map(([, id = '', n]) => [id, n]))
    return ids.map((id) => (marks.has(id) ? Number(marks.get(id) || 1) : undefined))
  })
  const small = {
    budget: Number(box['budget']) * 100,
    costs: costs.map(([, cost]) => Number(cost) * 100),
    ballots,
    lot: ids.map((_, at) => at),
    themes: ids.map((id) => themes.get(id)),
    ...(homes ? { homes } : {}),
  }
  return { small, ids }
}

function fundedIn(box: Box): string {
  const { small, ids } = electionOf(box)
  const { paper, cast, facts } = doorsOf(small, ruleOf(box, ids))
  const { funded } = countContest(contestOf(paper, cast, facts), countOptions(paper, facts))
  return funded.map((each) => ids[each]).join(' ')
}

describe('the examples of docs/counting.md', () => {
  test('show every rule and every option on five voters', () => {
    for (const box of boxes) expect((box['ballots'] ?? '').split(', ')).toHaveLength(5)
    const shown = boxes.flatMap((box) => [
      box['rule'],
      ...['exclusive', 'caps', 'shares'].filter((field) => field in box),
      ...pairs(box['options']).map(([name]) => name),
    ])
    const completions = /^equalshares-cardinality\//
    const options = ['minVotes', 'partFunding', 'fundWithoutVotes', 'exclusive', 'caps']
    const ofShares = ['start', 'increment', 'shares', 'comparison']
    const ofFavourites = ['perTheme', 'withinBudget']
    expect(shown).toEqual(
      expect.arrayContaining([
        ...RULE_NAMES.filter((name) => !completions.test(name)),
        ...['equalshares-comparison', ...options, ...ofShares, ...ofFavourites],
      ]),
    )
  })

  test.each(boxes.map((box, at) => ({ box, at, rule: box['rule'] })))(
    'example $at, by $rule, comes out as the page says',
    ({ box }) => {
      expect(fundedIn(box)).toBe(box['funded'])
    },
  )
})
