import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseList, parsePabulib, printPabulib, type Pabulib } from '../../src/domain/pabulib.ts'
import { readContest } from '../../src/domain/pabulib-contest.ts'
import { checkLines, checkPabulib } from '../support/check-pabulib.ts'
import { expectedFiles } from '../support/expected.ts'
import { requirePabulib } from '../support/pabulib.ts'

const directory = requirePabulib()

/** A good file of one vote type. */
function aFile(
  fields: Pabulib['meta'],
  votes: Pabulib['votes'],
  score?: readonly string[],
): Pabulib {
  const counts = ['A', 'B', 'C'].map(
    (id) => votes.filter((row) => row['vote']?.split(',').includes(id)).length,
  )
  return {
    meta: {
      ...{ description: 'Made up', country: 'Nowhere', unit: 'Tranebro', instance: '2026' },
      ...{ num_projects: '3', num_votes: String(votes.length), budget: '100.50' },
      ...{ rule: 'greedy', date_begin: '01.05.2026', date_end: '2026' },
      ...fields,
    },
    projects: ['A', 'B', 'C'].map((id, at) => ({
      ...{ project_id: id, cost: `${(at + 1) * 20}.25`, votes: String(counts[at]) },
      ...(score ? { score: score[at] ?? '' } : {}),
      ...{ name: `The "${id}"; indeed`, own: 'kept' },
    })),
    votes: votes.map((row, at) => ({ voter_id: String(at + 1), ...row, own: '' })),
  }
}

const FILES: readonly (readonly [type: string, file: Pabulib, score: readonly number[]])[] = [
  ['approval', aFile({ vote_type: 'approval' }, [{ vote: 'A,C' }, { vote: 'C' }]), [1, 0, 2]],
  ['choose-1', aFile({ vote_type: 'choose-1' }, [{ vote: 'A' }, { vote: 'C' }]), [1, 0, 1]],
  [
    'ordinal',
    aFile(
      { vote_type: 'ordinal', max_length: '2' },
      [{ vote: 'A,C' }, { vote: 'C' }],
      ['2', '0', '3'],
    ),
    [2, 0, 3],
  ],
  [
    'cumulative',
    aFile(
      { vote_type: 'cumulative', max_sum_points: '5' },
      [
        { vote: 'A,C', points: '3,2' },
        { vote: 'C', points: '5' },
      ],
      ['3', '0', '7'],
    ),
    [3, 0, 7],
  ],
  [
    'scoring',
    aFile({ vote_type: 'scoring', default_score: '-1' }, [
      { vote: 'A,C', points: '3,-2' },
      { vote: 'C', points: '0.5' },
    ]),
    [200, -200, -150],
  ],
]

describe('.pb files of every vote type', () => {
  test.each(FILES)('%s: written, checked, read again and counted', (type, file, score) => {
    const text = printPabulib(file)
    expect(parsePabulib(text)).toEqual(file)
    expect(checkLines(text)).toEqual([])
    if (type !== 'scoring') expect(checkPabulib(parsePabulib(text))).toEqual([])
    const read = readContest(new TextEncoder().encode(text))
    expect(read.type).toBe(type)
    expect([...read.contest.score]).toEqual(score)
    expect(read.contest.budget).toBe(10_050)
  })

  test('leave out withdrawn projects, unknown choices and repeated ones, and say so', () => {
    const [[, file] = []] = FILES
    const text = file
      ? printPabulib(file).replace('60.25', '999999999').replace('A,C', 'A,A,X,C')
      : ''
    const { ids, contest, notes } = readContest(new TextEncoder().encode(text))
    expect(ids).toEqual(['A', 'B'])
    expect(contest.blank).toBe(1)
    expect(notes).toHaveLength(3)
  })
})

describe('quotes in ids', () => {
  /** A file of two projects and two voters, whose cells stand as they are given. */
  const cells = (ids: readonly string[], voters: readonly string[], votes: readonly string[]) =>
    [
      ...['META', 'key;value', 'num_projects;2', 'num_votes;2', 'budget;100', 'vote_type;approval'],
      ...['PROJECTS', 'project_id;cost', ...ids.map((id) => `${id};10`)],
      ...['VOTES', 'voter_id;vote', ...voters.map((id, at) => `${id};${votes[at]}`)],
    ].join('\n')
  const read = (text: string) => readContest(new TextEncoder().encode(text))

  test.each([
    [
      ['"A""1"', 'B'],
      ['A"1', 'B,A"1'],
      [2, 1],
    ],
    [
      ['A"1', 'B'],
      ['"A""1"', '"B,A""1" '],
      [2, 1],
    ],
    [
      ['"A""1"', 'B'],
      ['"A""1"', '"B"'],
      [1, 1],
    ],
    [
      ['"A"1', 'B'],
      ['A1', '"B,"A1'],
      [2, 1],
    ],
    [
      ['" A""" ', '"""B"""'],
      ['A"', '" ""B"" , A"""'],
      [2, 1],
    ],
  ])('mean the same in both readers: %j chosen by %j', (ids, votes, sums) => {
    const text = cells(ids, ['1', '2'], votes)
    const { contest, ids: found, notes } = read(text)
    expect([...contest.votes]).toEqual(sums)
    expect(notes).toEqual([])
    const { projects, votes: rows } = parsePabulib(text)
    expect(projects.map((row) => row['project_id'])).toEqual(found)
    const chosen = rows.flatMap((row) => parseList(row['vote']))
    expect(found.map((id) => chosen.filter((each) => each === id).length)).toEqual(sums)
  })

  test.each([
    ['project_id', cells(['"A""1"', 'A"1'], ['1', '2'], ['', ''])],
    ['project_id', cells(['A"1', '"A""1"'], ['1', '2'], ['', ''])],
    ['voter_id', cells(['A', 'B'], ['"1""2"', '1"2'], ['A', 'B'])],
  ])('are seen through where one %s stands twice', (name, text) => {
    const twice = new RegExp(`^Line \\d+: ${name} "(A"1|1"2)" stands twice$`)
    expect(() => read(text)).toThrow(twice)
    expect(() => parsePabulib(text)).toThrow(twice)
  })
})

describe('what this software writes', () => {
  test('passes the checks of the format', () => {
    const path = '../../content/rounds/tranebro-decides-2025/results/1/ballots.pb'
    const text = readFileSync(new URL(path, import.meta.url), 'utf8')
    expect(checkLines(text)).toEqual([])
    expect(checkPabulib(parsePabulib(text))).toEqual([])
  })

  const [[, approval] = [], , , [, cumulative] = []] = FILES
  const meta = (fields: Pabulib['meta']) => ({
    ...approval!,
    meta: { ...approval!.meta, ...fields },
  })
  const vote = (file: Pabulib, row: Pabulib['votes'][number]) => ({
    ...file,
    votes: [{ ...file.votes[0], ...row }, ...file.votes.slice(1)],
  })
  const selected = (...flags: readonly string[]) => ({
    ...approval!,
    projects: approval!.projects.map((row, at) => ({ ...row, selected: flags[at] ?? '0' })),
  })
  test.each<[complaint: string, file: Pabulib]>([
    ['META: unit is missing', meta({ unit: '' })],
    ['META: num_votes differs', meta({ num_votes: '3' })],
    ['META: budget is no number', meta({ budget: '1,5' })],
    ['META: date_end is no date', meta({ date_end: '2026-05-01' })],
    ['META: fully_funded is no flag', meta({ fully_funded: '0' })],
    ['costs more than the budget', meta({ budget: '50' })],
    ['names more than 1', meta({ max_length: '1' })],
    ['names fewer than 2', meta({ min_length: '2' })],
    ['names projects for 80.5', meta({ max_sum_cost: '80' })],
    ['vote is no plain list', vote(approval!, { vote: 'A, C' })],
    ['names a project twice', vote(approval!, { vote: 'A,A' })],
    ['names an unknown project', vote(approval!, { vote: 'A,Z' })],
    ['votes is 1, counted 0', vote(approval!, { vote: 'C' })],
    ['gives too many points', vote(cumulative!, { points: '4,3' })],
    ['points do not fall', vote(cumulative!, { points: '2,3' })],
    ['points do not fit', vote(cumulative!, { points: '5' })],
    [
      'gives points out of range',
      vote({ ...cumulative!, meta: { ...cumulative!.meta, max_points: '2' } }, {}),
    ],
    ['would fit, and is not selected', selected('1', '0', '0')],
    ['the selected cost more than the budget', selected('1', '1', '1')],
  ])('would not pass where %s', (complaint, file) => {
    expect(checkPabulib(file).join('\n')).toContain(complaint)
  })
})

describe.skipIf(directory === undefined)('real files', () => {
  test('are written as they were read', () => {
    for (const [name, { bytes }] of directory ? expectedFiles(directory) : []) {
      if (bytes > 200_000) continue
      const file = parsePabulib(readFileSync(join(directory ?? '', name), 'utf8'))
      expect(parsePabulib(printPabulib(file)), name).toEqual(file)
    }
  })
})
