import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { differenceTexts, type Finding } from '../../src/client/difference-text.ts'
import { recountPublished } from '../../src/client/recount-published.ts'
import { LANGUAGES } from '../../src/domain/council.ts'
import { makeFormat } from '../../src/i18n/format.ts'
import { recountWords } from '../../src/i18n/recount-words.ts'

const FOLDER = 'content/rounds/tranebro-decides-2025/results/1'
const PUBLISHED = new Map(
  readdirSync(FOLDER).map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')]),
)
const DIGEST = 'cdb4be7deaa4796ab7237c2e65d5f1b387d141cc9dae3714ab4d4a1e249fd065'

/** Counts the example's files, some of them changed; undefined stands for one that is not published. */
async function count(
  changes: Readonly<Record<string, string | undefined>> = {},
  digest = DIGEST,
  language = 'en',
) {
  const files = new Map<string, string | undefined>([...PUBLISHED, ...Object.entries(changes)])
  const names = [...files].flatMap(([name, text]) => (text === undefined ? [] : [name]))
  const said: string[] = []
  const settings = { language, currency: 'DKK', timeZone: 'Europe/Copenhagen' }
  const answer = await recountPublished(
    { base: '/data/r/1/', files: names.join(' '), digest, ...settings },
    {
      read: async (address) => files.get(address.replace('/data/r/1/', '')) ?? '',
      report: (text) => void said.push(text),
    },
  )
  return { ...answer, said }
}

const changed = (name: string, from: string, to: string) => ({
  [name]: (PUBLISHED.get(name) ?? '').replace(from, to),
})

describe('recountPublished', () => {
  test('counts the published ballots, and names what it does meanwhile', async () => {
    const { said, ...told } = await count()
    expect(told).toEqual({
      title: 'Counted again: 83 ballots. The same proposals win.',
      lines: ['The digest is the one on this page.'],
    })
    // The steps are those of the rule that is shown beside it.
    expect(said.slice(0, 3)).toEqual([
      'Reading the published files',
      'Counting',
      'Counting, step 1',
    ])
  })

  test('names the steps of a count that has many', async () => {
    const shares = { method: 'equalshares', completion: 'add1' }
    const paper: unknown = JSON.parse(PUBLISHED.get('paper.json') ?? '')
    const { said } = await count({
      'paper.json': JSON.stringify({ ...Object(paper), rule: shares }),
    })
    expect(said).toContain('Counting, step 12')
  })

  test.each([
    [changed('ballots.csv', '""basket-swing""', '""clay-oven""'), 'One ballot is not the one'],
    [changed('ballots.pb', '1;basket-swing', '1;clay-oven'), 'ballots.pb holds other ballots'],
    [
      changed('ballots.pb', 'apple-trees;11300', 'apple-trees;11301'),
      'names another rule, budget or limit',
    ],
    [
      changed('paper.json', 'Twelve apple', 'Thirteen apple'),
      'paper.json is not what was voted on',
    ],
    [changed('paper.json', '"greedy"', '"greedy-no-skip"'), 'another rule than the one'],
    [changed('results.csv', ';69;', ';70;'), 'results.csv says something else'],
    [changed('result.json', '"votes": 69', '"votes": 70'), 'result.json is not the one that was'],
    [
      { 'ballots.csv': 'commitment;salt;pool;choices\nzz;zz;all;nothing\n' },
      'it cannot be counted',
    ],
    [{ 'result.json': 'not JSON' }, 'A file holds something that does not belong there'],
    [{ 'receipts.csv': undefined }, 'receipts.csv is missing.'],
    [{ 'paper.json': undefined }, 'paper.json is missing.'],
    [{ 'ballots.pb': undefined }, 'ballots.pb is missing.'],
  ])('says what differs: %#', async (changes, sentence) => {
    const { title, lines } = await count(changes)
    expect([title, ...lines].join('\n')).toContain(sentence)
  })

  test('finds a result that is whole, but not the one that the page shows', async () => {
    const { title, lines } = await count({}, 'f'.repeat(64))
    expect(title).toBe('Counted again, and something differs:')
    expect(lines).toEqual(['result.json is not the one that was published: its digest differs.'])
  })

  test('finds fault with nobody where a file does not arrive', async () => {
    const settings = { language: 'en', currency: 'DKK', timeZone: 'Europe/Copenhagen' }
    const answer = await recountPublished(
      { base: '/', files: 'result.json', digest: DIGEST, ...settings },
      { read: () => Promise.reject(new Error('offline')), report: () => undefined },
    )
    expect(answer).toEqual({
      title: 'The published files did not arrive. Please try again later.',
      lines: [],
    })
  })
})

const FINDINGS: readonly Finding[] = [
  { kind: 'outcome' },
  { kind: 'side-by-side' },
  {
    kind: 'ballots',
    said: { recorded: 1_083, blank: 3 },
    found: { recorded: 1_082, blank: 3 },
  },
  { kind: 'ballots', said: { recorded: 83, blank: 3 }, found: { recorded: 83, blank: 2 } },
  { kind: 'commitment', commitment: 'a' },
  { kind: 'commitment', commitment: 'b' },
  { kind: 'pabulib-ballots', file: 'ballots.pb' },
  { kind: 'pabulib-paper', file: 'ballots.pb' },
  { kind: 'certificate', file: 'certificate.json', why: 'a price is another' },
  { kind: 'paper' },
  { kind: 'rule' },
  { kind: 'missing', file: 'receipts.csv' },
  { kind: 'receipts', found: 82, expected: 83 },
  { kind: 'receipt-twice' },
  { kind: 'sheet' },
  { kind: 'digest' },
  { kind: 'unreadable' },
]

describe('differenceTexts', () => {
  const say = (language: string) =>
    differenceTexts(FINDINGS, {
      words: recountWords(language),
      format: makeFormat({ language, currency: 'DKK', timeZone: 'UTC' }),
    })

  test.each(LANGUAGES)('has a sentence for every finding in %s', (language) => {
    const sentences = say(language)
    // Two ballots that are not those of the box are one sentence.
    expect(new Set(sentences).size).toBe(FINDINGS.length - 1)
    for (const sentence of sentences) expect(sentence).toMatch(/^[^<>]{12,}[^.][.]$/)
    expect(sentences.join()).not.toMatch(/undefined|NaN/)
    if (language !== 'en') expect(sentences.filter((each) => say('en').includes(each))).toEqual([])
  })

  test('writes numbers as readers of the language do, and counts ballots together', () => {
    expect(say('en')).toContain('The result speaks of 1,083 ballots, the files hold 1,082.')
    expect(say('de')).toContain('2 Stimmzettel sind nicht die, die in die Urne kamen.')
  })
})
