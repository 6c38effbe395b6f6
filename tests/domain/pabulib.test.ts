import { describe, expect, test } from 'vitest'
import { parsePabulib, printPabulib } from '../../src/domain/pabulib.ts'
import { electionOf } from '../../src/domain/pabulib-election.ts'

const FILE = [
  'META',
  'key;value',
  'description;A made-up election',
  'num_projects;2',
  'num_votes;3',
  'budget;1000.50',
  'vote_type;approval',
  'max_length;2',
  'PROJECTS',
  'project_id;cost;name;colour',
  'BO.1/24;600;"A park; with ""swings""";green',
  '2;400.25;Benches;',
  'VOTES',
  'voter_id;vote',
  '1;BO.1/24,2',
  '2;"2"',
  '3;',
  '',
].join('\n')

describe('parsePabulib', () => {
  test('reads quotes, unknown columns and empty cells', () => {
    const { meta, projects, votes } = parsePabulib(FILE)
    expect(meta['budget']).toBe('1000.50')
    expect(projects[0]).toEqual({
      project_id: 'BO.1/24',
      cost: '600',
      name: 'A park; with "swings"',
      colour: 'green',
    })
    expect(votes.map((row) => row['vote'])).toEqual(['BO.1/24,2', '2', ''])
  })

  test('reads a byte order mark, CRLF, and a quoted line break', () => {
    const text = `\uFEFF${FILE.replace('Benches', '"Benches\nand tables"').replaceAll('\n', '\r\n')}`
    expect(parsePabulib(text).projects).toHaveLength(2)
    expect(parsePabulib(text).projects[1]?.['name']).toBe('Benches\r\nand tables')
  })

  test('can be written and read again', () => {
    expect(parsePabulib(printPabulib(parsePabulib(FILE)))).toEqual(parsePabulib(FILE))
  })
})

describe('electionOf', () => {
  test('makes ids of ours, keeps the ones of the file, and money as hundredths', () => {
    const election = electionOf(parsePabulib(FILE))
    expect(election.budget).toBe(100_050)
    expect(election.proposals.map(({ id, sourceId, cost }) => [id, sourceId, cost])).toEqual([
      ['project-1', 'BO.1/24', 60_000],
      ['2', '2', 40_025],
    ])
    expect(election.ballots).toEqual([['project-1', '2'], ['2'], []])
    expect(election.lot).toEqual(['2', 'project-1'])
  })

  test('names the field without which such ballots cannot be cast', () => {
    const text = FILE.replace('vote_type;approval', 'vote_type;cumulative')
    expect(() => electionOf(parsePabulib(text))).toThrow(
      'META: max_sum_points: write a whole number',
    )
  })
})
