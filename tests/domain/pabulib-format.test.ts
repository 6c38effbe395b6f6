import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parsePabulib, printPabulib, type Pabulib } from '../../src/domain/pabulib.ts'
import { readContest } from '../../src/domain/pabulib-contest.ts'
import { checkPabulib } from '../support/check-pabulib.ts'
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

describe('what this software writes', () => {
  test('passes the checks of the format', () => {
    const path = '../../content/rounds/tranebro-decides-2025/results/1/ballots.pb'
    const text = readFileSync(new URL(path, import.meta.url), 'utf8')
    expect(checkPabulib(parsePabulib(text))).toEqual([])
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
