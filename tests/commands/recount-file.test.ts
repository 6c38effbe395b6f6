import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeRecount } from '../../src/commands/describe-recount.ts'
import { recountFile, type FileOptions } from '../../src/commands/recount-file.ts'
import { printPabulib, type PabulibRow } from '../../src/domain/pabulib.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recount-file-'))
})

afterAll(() => rm(folder, { recursive: true }))

type Given = {
  readonly meta?: Readonly<Record<string, string>>
  readonly projects: readonly PabulibRow[]
  readonly votes: readonly PabulibRow[]
}

/** Counts a made-up file by a rule. */
async function recount({ meta, projects, votes }: Given, options: Partial<FileOptions>) {
  const path = join(folder, 'election.pb')
  const counts = { num_projects: String(projects.length), num_votes: String(votes.length) }
  const facts = { ...counts, budget: '100', vote_type: 'approval', ...meta }
  const numbered = votes.map((vote, at) => ({ voter_id: String(at + 1), ...vote }))
  await writeFile(path, printPabulib({ meta: facts, projects, votes: numbered }))
  return recountFile(path, { rule: 'greedy', fields: {}, explain: true, ...options })
}

const POINTS: Given = {
  meta: { vote_type: 'scoring' },
  projects: [
    { project_id: 'A', cost: '60' },
    { project_id: 'B', cost: '30' },
  ],
  votes: [
    { vote: 'A,B', points: '2.5,1.5' },
    { vote: 'A', points: '1' },
  ],
}

describe('recountFile where points have decimals', () => {
  test('takes --min-votes for points of the file, and says points and bounds as the file does', async () => {
    const outcome = await recount(POINTS, { rule: 'greedy-threshold', fields: { minVotes: 3 } })
    expect(outcome.selected).toEqual(['A'])
    expect(outcome.explanation).toMatchObject([
      { proposal: 'A', score: 3.5, reason: { kind: 'funded' } },
      { proposal: 'B', score: 1.5, reason: { kind: 'below-threshold', threshold: 3 } },
    ])
    const text = describeRecount(outcome)
    expect(text).toContain('A (2 votes, 3.5 points, costs 60)')
    expect(text).toContain('has fewer than the 3 that the rule asks for')
  })

  test('takes the threshold that the file names as it stands', async () => {
    const meta = { vote_type: 'scoring', min_project_score_threshold: '1.50' }
    const { selected } = await recount({ ...POINTS, meta }, { rule: 'greedy-threshold' })
    expect(selected).toEqual(['A', 'B'])
  })

  test('says prices for a point of the file', async () => {
    const { explanation } = await recount(POINTS, { rule: 'equalshares/add1' })
    // 60 for 3.5 points, at one price for each.
    const [bought] = explanation ?? []
    expect(bought).toMatchObject({ proposal: 'A', reason: { kind: 'funded' } })
    const shares = bought?.reason.kind === 'funded' ? bought.reason.shares : undefined
    expect(shares).toMatchObject({
      effectiveVotes: { numerator: '7', denominator: '2' },
      price: { numerator: '12000', denominator: '7' },
    })
  })
})

const PLAIN: Given = {
  projects: [
    { project_id: 'BO.1', cost: '40' },
    { project_id: 'BO.2', cost: '30' },
    { project_id: 'BO.3', cost: '30' },
  ],
  votes: [{ vote: 'BO.1,BO.2' }, { vote: 'BO.1' }, { vote: 'BO.2' }, { vote: 'BO.1,BO.3' }],
}

describe('recountFile by a rule that needs more than its name', () => {
  test.each([
    ['greedy-threshold', 'needs --min-votes N'],
    ['greedy-exclusive', 'needs groups: --exclusive'],
    ['top-per-theme', 'needs categories of projects'],
  ])('refuses %s without it, also to compare with', async (rule, sentence) => {
    await expect(recount(PLAIN, { rule })).rejects.toThrow(sentence)
    await expect(recount(PLAIN, { compare: rule })).rejects.toThrow(sentence)
  })

  test('counts with groups of ids of the file, by any rule', async () => {
    const exclusive = [['BO.1', 'BO.2']]
    for (const rule of ['greedy', 'greedy-exclusive', 'equalshares/add1u'])
      expect(await recount(PLAIN, { rule, exclusive })).toMatchObject({
        selected: ['BO.1', 'BO.3'],
      })
  })

  test.each([
    [['BO.1', 'BO.9'], '--exclusive: there is no proposal "BO.9".'],
    [['BO.1', 'BO.1'], '--exclusive names "BO.1" twice.'],
    [['BO.1'], '--exclusive "BO.1": name two or more proposals.'],
  ])('refuses the group %j', async (group, sentence) => {
    await expect(recount(PLAIN, { exclusive: [group] })).rejects.toThrow(sentence)
  })

  test('takes the first category of a list for the theme', async () => {
    const categories = ['green, play', 'green', 'play']
    const projects = PLAIN.projects.map((row, at) => ({ ...row, category: categories[at] ?? '' }))
    const { selected } = await recount({ ...PLAIN, projects }, { rule: 'top-per-theme' })
    expect(selected).toEqual(['BO.1', 'BO.3'])
  })
})

describe('recountFile where money is left', () => {
  test('says what it funds without votes, which a round does not', async () => {
    const projects = [...PLAIN.projects, { project_id: 'BO.4', cost: '0' }]
    const { selected, notes } = await recount({ ...PLAIN, projects }, {})
    expect(selected).toContain('BO.4')
    expect(notes).toEqual([
      expect.stringMatching(/^Funded without votes .*: BO\.4\. A round does so only with/),
    ])
  })

  test('says nothing of it where everything that is funded has votes', async () => {
    const projects = [...PLAIN.projects, { project_id: 'BO.4', cost: '90' }]
    expect(await recount({ ...PLAIN, projects }, {})).toMatchObject({ notes: [] })
    expect(await recount({ ...PLAIN, projects }, { rule: 'phragmen' })).toMatchObject({ notes: [] })
  })
})
