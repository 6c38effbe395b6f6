import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleNamed } from '../../../src/domain/rule-name.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import { contestOfSmall } from '../../support/small-elections.ts'

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

function fieldsOf({ options = '' }: Box): Record<string, unknown> {
  return Object.fromEntries(
    pairs(options).map(([name, value]) => [name, value === '' ? true : Number(value)]),
  )
}

function fundedIn(box: Box): string {
  const costs = pairs(box['costs'])
  const ids = costs.map(([id]) => id)
  const ballots = (box['ballots'] ?? '').split(', ').map((word) => {
    const marks = new Map([...word.matchAll(/([A-Z])(\d*)/g)].map(([, id = '', n]) => [id, n]))
    return ids.map((id) => (marks.has(id) ? Number(marks.get(id) || 1) : undefined))
  })
  const rule = ruleNamed(box['rule'] ?? '', fieldsOf(box))
  if (rule === undefined) throw new Error(`no rule ${box['rule']}`)
  const group = (box['exclusive'] ?? '').split(' ').map((id) => ids.indexOf(id))
  const themes = new Map(pairs(box['themes']))
  const contest = contestOfSmall({
    budget: Number(box['budget']) * 100,
    costs: costs.map(([, cost]) => Number(cost) * 100),
    ballots,
    lot: ids.map((_, at) => at),
  })
  const { funded } = countContest(contest, {
    rule,
    limits: { exclusive: box['exclusive'] ? [group] : [], caps: [] },
    themes: ids.map((id) => themes.get(id)),
  })
  return funded.map((each) => ids[each]).join(' ')
}

describe('the examples of docs/counting.md', () => {
  test('show every rule on five voters', () => {
    expect(boxes.length).toBeGreaterThan(13)
    for (const box of boxes) expect((box['ballots'] ?? '').split(', ')).toHaveLength(5)
  })

  test.each(boxes.map((box, at) => ({ box, at, rule: box['rule'] })))(
    'example $at, by $rule, comes out as the page says',
    ({ box }) => {
      expect(fundedIn(box)).toBe(box['funded'])
    },
  )
})
