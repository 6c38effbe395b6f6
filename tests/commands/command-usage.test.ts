import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type Desk } from '../support/clerk-desk.ts'
import { OPEN_ROUND, PAST_ROUND } from '../support/running-site.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.close())

describe('recount', () => {
  const folder = `content/rounds/${PAST_ROUND}`

  test('says in words that a published result is right', async () => {
    const { code, out } = await desk.run('recount', folder)
    expect(code).toBe(0)
    expect(out).toContain('83 ballots counted again one by one')
    expect(out).toContain('Funded for 73700 of 75000:')
    expect(out).toContain('This agrees with the published result.')
  })

  test('says it as JSON to programs', async () => {
    const { code, out } = await desk.run('recount', folder, '--json')
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      {
        ...{ pool: 'all', voters: 83, cost: 73_700, budget: 75_000 },
        ...{ agrees: true, from: 'ballots', differences: [] },
      },
    ])
  })

  test.each([folder, 'tests/commands/made-up.pb'])(
    'says of %s which word of a rule is wrong',
    async (path) => {
      const rule = ['--rule', 'equalshares/add1']
      const step = await desk.run('recount', path, ...rule, '--increment', '-1')
      expect([step.code, step.out]).toEqual([1, ''])
      expect(step.said).toMatch(/^--increment "-1": write an amount in main units .*\n$/)
      const unknown = await desk.run('recount', path, '--rule', 'highest')
      expect(unknown.said).toMatch(/^There is no rule "highest"\. Known are greedy, .*\n$/)
    },
  )

  test('refuses a round that has no result, and a file that is not there', async () => {
    const open = await desk.run('recount', join(desk.contentDir, 'rounds', OPEN_ROUND))
    expect([open.code, open.said]).toEqual([1, expect.stringContaining('no published result yet')])
    const nothing = await desk.run('recount', 'nothing.pb')
    expect([nothing.code, nothing.said]).toEqual([1, 'There is no file nothing.pb.\n'])
    const two = await desk.run('recount', folder, 'nothing.pb')
    expect([two.code, two.out, two.said]).toEqual([1, '', expect.stringMatching(/^One file or/)])
  })

  test('takes every group of --exclusive', async () => {
    const groups = ['--exclusive', 'BO.1/24,2', '--exclusive', '2,3']
    const { out } = await desk.run('recount', 'tests/commands/made-up.pb', ...groups)
    expect(out).toMatch(/:\n {2}3\n {2}BO\.1\/24\n$/)
  })
})

describe('bench', () => {
  const file = 'tests/commands/made-up.pb'

  test('measures a file', async () => {
    const { code, out } = await desk.run('bench', 'count', file, '--runs', '1', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      [{ file: 'made-up.pb', rule: 'equalshares' }],
    ])
  })

  test.each([
    [[file, '--runs', 'x'], '--runs "x": write a whole number of one or more.'],
    [[file, '--runs', '0'], '--runs "0": write a whole number of one or more.'],
    [['nothing.pb'], 'There is no file nothing.pb.'],
    [[file, '--rule', 'highest'], 'There is no rule "highest". Known are greedy,'],
    [
      [file, '--rule', 'greedy-threshold'],
      'made-up.pb could not be measured: The rule greedy-threshold needs --min-votes N',
    ],
    [['README.md'], 'README.md could not be measured: Line 1: expected the title META'],
  ])('says what is wrong with %j', async (words, sentence) => {
    const { code, out, said } = await desk.run('bench', 'count', ...words)
    expect([code, out]).toEqual([1, ''])
    expect(said.startsWith(sentence)).toBe(true)
    expect(said).not.toContain('    at ')
  })
})

describe('a bench', () => {
  test.each([
    ['site', ['--language', 'fr'], '--language "fr": the example has en, da, nl, de.'],
    ['site', ['--page', 'shop'], '--page "shop": known are home, round, '],
    ['build', ['--proposals', '0'], '--proposals "0": write a whole number of one or more.'],
  ])('of the %s says what is wrong with %j', async (subject, words, sentence) => {
    const { code, out, said } = await desk.run('bench', subject, ...words)
    expect([code, out]).toEqual([1, ''])
    expect(said.startsWith(sentence)).toBe(true)
  })
})

describe('a command that is used in a wrong way', () => {
  test.each([
    ['tokens'],
    ['tokens', OPEN_ROUND],
    ['tokens', OPEN_ROUND, '--count', 'many'],
    ['tokens', OPEN_ROUND, '--amount', '3'],
    ['round'],
    ['round', OPEN_ROUND, 'dance'],
    ['round', OPEN_ROUND, 'extend', '--to', 'tomorrow'],
    ['inbox'],
    ['inbox', OPEN_ROUND, 'approve'],
    ['inbox', OPEN_ROUND, '--force'],
    ['purge'],
    ['recount'],
    ['recount', '--fast'],
    ['verify'],
    ['verify', '--fast'],
    ['bench', 'count', '--bogus'],
    ['bench', 'cast', '--runs', '3'],
    ['bench', 'cast', 'one.pb'],
    ['bench', 'site', '--phone'],
    ['bench', 'build', 'all'],
    ['bench'],
  ])('says how it is used, and ends with 1: %s %s %s %s', async (name, ...words) => {
    const { code, out, said } = await desk.run(name, ...words)
    expect([code, out]).toEqual([1, ''])
    expect(said).toMatch(new RegExp(`^Usage: npm run (?:-s )?${name} -- .*\\n(?:  .*\\n)*$`))
  })

  test.each(['tokens', 'round', 'inbox', 'recount', 'verify', 'bench'])(
    'says so on %s --help',
    async (name) => {
      const { code, out, said } = await desk.run(name, '--help')
      expect([code, said]).toEqual([0, ''])
      expect(out).toMatch(/^Usage: /)
    },
  )

  test('names a round that is not there, and settings that are missing', async () => {
    const unknown = await desk.run('round', 'autumn')
    expect([unknown.code, unknown.said]).toEqual([1, expect.stringContaining('"autumn"')])
    const list = await desk.run('inbox', 'autumn')
    expect([list.code, list.said]).toEqual([1, expect.stringContaining('"autumn"')])
  })
})
