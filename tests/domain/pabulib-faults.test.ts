import { describe, expect, test } from 'vitest'
import { utf8 } from '../../src/domain/encoding.ts'
import { parsePabulib } from '../../src/domain/pabulib.ts'
import { readContest } from '../../src/domain/pabulib-contest.ts'
import { PabulibError } from '../../src/domain/pabulib-scan.ts'

const FILE = [
  'META',
  'key;value',
  'description;Made up',
  'num_projects;3',
  'num_votes;3',
  'budget;100.50',
  'vote_type;scoring',
  'max_length;3',
  'default_score;-0.5',
  'min_project_score_threshold;2',
  'categories;green,sport',
  'budget_per_category;60,40.50',
  'PROJECTS',
  'project_id;cost;name;category',
  'A;20;A park;green',
  'B;30.25;"Benches; and ""tables""";sport',
  'C;40;Chairs;green',
  'VOTES',
  'voter_id;vote;points',
  '1;"A,C";3,0.25',
  '2;B;1',
  '3;;',
  '',
].join('\n')

const read = (text: string) => readContest(utf8(text), { caps: true })
const AMOUNT = 'expected an amount with at most two decimals'
const POINTS = 'expected a number of at most seven digits, with at most two decimals'

/** A passage, what it became, and the whole sentence. */
type Fault = readonly [before: string | RegExp, after: string, sentence: string]

/** What breaks a file for every reader. */
const BROKEN: readonly Fault[] = [
  [/^[^]*$/, '', 'The file holds nothing, expected the title META'],
  [/^[^]*$/, '\n\n', 'The file holds nothing, expected the title META'],
  [/^[^]*$/, '%PDF-1.7', 'Line 1: expected the title META'],
  [/^[^]*$/, '{"meta": {}}', 'Line 1: expected the title META'],
  ['META\n', '', 'Line 1: expected the title META'],
  ['META\n', '\n\nBETA\n', 'Line 3: expected the title META'],
  [/PROJECTS[^]*/, '', 'The section PROJECTS is missing'],
  [/VOTES[^]*/, '', 'The section VOTES is missing'],
  [/PROJECTS[^]*VOTES/, 'VOTES', 'Line 13: expected the title PROJECTS'],
  ['PROJECTS\n', 'META\n', 'Line 13: the section META stands twice'],
  ['VOTES\n', 'projects\n', 'Line 18: the section PROJECTS stands twice'],
  [/$/, 'VOTES\nvoter_id;vote\n', 'Line 23: the section VOTES stands twice'],
  [/$/, 'meta;;\nkey;value\n', 'Line 23: the section META stands twice'],
  ['key;value\n', '', 'Line 2: expected the columns key;value'],
  ['key;value\n', 'PROJECTS\n', 'Line 2: expected the columns of META'],
  [/VOTES[^]*/, 'VOTES\n', 'Line 19: expected the columns of VOTES'],
  ['budget;100.50', 'num_votes;3', 'Line 6: key "num_votes" stands twice'],
  ['description;', ';', 'Line 3: key is missing'],
  ['Made up', 'Made; up', 'Line 3: found 3 cells, expected 2'],
  ['Made up', '"Made up', 'Line 3: found 4 cells, expected 2'],
  [';1\n', ';"1\n', 'Line 21: a quoted cell has no end'],
  ['num_projects;3', 'num_projects;4', 'Line 4: num_projects says 4, found 3'],
  [
    'num_projects;3',
    'num_projects;three',
    'Line 4: num_projects: found "three", expected a whole number',
  ],
  ['num_votes;3', 'num_votes;2', 'Line 5: num_votes says 2, found 3'],
  ['num_votes;3', 'num_votes;-3', 'Line 5: num_votes: found "-3", expected a whole number'],
  ['project_id;', 'project;', 'Line 14: the column project_id is missing'],
  ['cost;name', 'cost;cost', 'Line 14: the column cost stands twice'],
  ['B;30', 'A;30', 'Line 16: project_id "A" stands twice'],
  ['B;30', '" A";30', 'Line 16: project_id "A" stands twice'],
  ['B;30', ';30', 'Line 16: project_id is missing'],
  ['C;40;Chairs;green', 'C;40;Chairs;green;;far;', 'Line 17: found 7 cells, expected 4'],
  ['voter_id;', 'voter;', 'Line 19: the column voter_id is missing'],
  ['2;B', '1;B', 'Line 21: voter_id "1" stands twice'],
  ['2;B', ' ;B', 'Line 21: voter_id is missing'],
  ['2;B;1', '2;B;1;1', 'Line 21: found 4 cells, expected 3'],
  ['"Benches', 'Benches', 'Line 16: found 5 cells, expected 4'],
]

/** What breaks a file for a count. */
const UNCOUNTABLE: readonly Fault[] = [
  ['budget;100.50\n', '', `META: budget is missing, ${AMOUNT}`],
  ['budget;100.50', 'budget;', `Line 6: budget is missing, ${AMOUNT}`],
  ['budget;100.50', 'budget;None', `Line 6: budget is missing, ${AMOUNT}`],
  ['100.50', '1e2', `Line 6: budget: found "1e2", ${AMOUNT}`],
  ['100.50', '-100', `Line 6: budget: found "-100", ${AMOUNT}`],
  ['100.50', '100,50', `Line 6: budget: found "100,50", ${AMOUNT}`],
  ['100.50', '1 000', `Line 6: budget: found "1 000", ${AMOUNT}`],
  ['100.50', '100.505', `Line 6: budget: found "100.505", ${AMOUNT}`],
  ['100.50', '100000000000000', `Line 6: budget: found "100000000000000", ${AMOUNT}`],
  ['30.25', '30.255', `Line 16: cost: found "30.255", ${AMOUNT}`],
  ['30.25', 'free', `Line 16: cost: found "free", ${AMOUNT}`],
  ['30.25', 'Infinity', `Line 16: cost: found "Infinity", ${AMOUNT}`],
  ['A park;green\nB;30.25', '"A\npark";green\nB;no', `Line 17: cost: found "no", ${AMOUNT}`],
  ['B;30.25', 'B;', `Line 16: cost is missing, ${AMOUNT}`],
  ['C;40;Chairs;green', 'C', `Line 17: cost is missing, ${AMOUNT}`],
  ['cost;', 'price;', 'Line 14: the column cost is missing'],
  ['voter_id;vote;', 'voter_id;choice;', 'Line 19: the column vote is missing'],
  ['vote;points', 'vote;score', 'Line 19: the column points is missing'],
  [
    'vote_type;scoring',
    'vote_type;ranked',
    'Line 7: vote_type: found "ranked", expected approval, choose-1, ordinal, cumulative or scoring',
  ],
  [
    'vote_type;scoring\n',
    '',
    'META: vote_type is missing, expected approval, choose-1, ordinal, cumulative or scoring',
  ],
  ['max_length;3', 'max_length;all', 'Line 8: max_length: found "all", expected a whole number'],
  ['max_length;3', 'max_length;2.5', 'Line 8: max_length: found "2.5", expected a whole number'],
  ['-0.5', 'low', `Line 9: default_score: found "low", ${POINTS}`],
  ['threshold;2', 'threshold;2%', `Line 10: min_project_score_threshold: found "2%", ${POINTS}`],
  ['3,0.25', '3,x', `Line 20: points: found "x", ${POINTS}`],
  ['3,0.25', '3,0.255', `Line 20: points: found "0.255", ${POINTS}`],
  ['3,0.25', '3,--1', `Line 20: points: found "--1", ${POINTS}`],
  ['3,0.25', '3,.5', `Line 20: points: found ".5", ${POINTS}`],
  ['3,0.25', '3,12345678', `Line 20: points: found "12345678", ${POINTS}`],
  ['3,0.25', '"3,1e3"', `Line 20: points: found "1e3", ${POINTS}`],
  ['60,40.50', '60', 'Line 12: budget_per_category: the amounts are 1, the names in categories 2'],
  [
    'categories;green,sport\n',
    '',
    'Line 11: budget_per_category: the amounts are 2, the names in categories 0',
  ],
  ['60,40.50', '60,forty', `Line 12: budget_per_category: found "forty", ${AMOUNT}`],
]

describe('a broken .pb file', () => {
  test('is none before it is broken', () => {
    expect(read(FILE).ids).toEqual(['A', 'B', 'C'])
    expect(parsePabulib(FILE).votes).toHaveLength(3)
  })

  test.each(BROKEN)(
    'where %j became %j is refused by every reader: %s',
    (before, after, sentence) => {
      const text = FILE.replace(before, after)
      expect(() => read(text)).toThrow(new PabulibError(sentence))
      expect(() => parsePabulib(text)).toThrow(new PabulibError(sentence))
    },
  )

  test.each(UNCOUNTABLE)('where %j became %j is not counted: %s', (before, after, sentence) => {
    expect(() => read(FILE.replace(before, after))).toThrow(new PabulibError(sentence))
  })

  test('is refused with the same lines where lines end in CRLF', () => {
    for (const [before, after, sentence] of [...BROKEN, ...UNCOUNTABLE]) {
      const text = FILE.replace(before, after).replace(/\r?\n/g, '\r\n')
      expect(() => read(`\uFEFF${text}`)).toThrow(new PabulibError(sentence))
    }
  })
})
