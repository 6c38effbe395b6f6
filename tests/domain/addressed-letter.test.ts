import { describe, expect, test } from 'vitest'
import {
  addressLetters,
  officeRows,
  printHouseRows,
  voteLink,
  type LetterBatch,
} from '../../src/domain/addressed-letter.ts'
import { printCell, printSheet } from '../../src/domain/csv.ts'
import { makeToken, printToken } from '../../src/domain/token.ts'

const token = (seed: number) => makeToken(new Uint8Array(10).fill(seed))
const aBatch = (pool: string, kind: 'live' | 'reserve', ...seeds: number[]): LetterBatch => ({
  ...{ pool, kind },
  letters: seeds.map((seed) => ({ serial: `${pool}-${seed}`, token: token(seed) })),
})

const batches = [
  aBatch('north', 'live', 1, 2),
  aBatch('north', 'reserve', 3),
  aBatch('south', 'live', 4),
]
const recipients = [
  { pool: 'south', lines: ['Sam', 'South Road 1', '1000 Town'] },
  { pool: 'north', lines: ['Nan', 'North Road 1', '1000 Town'] },
  { pool: 'north', lines: ['Ned', 'North Road 2', '1000 Town'] },
]

const words = {
  ...{ serial: 'Letter', code: 'Code', link: 'Link', area: 'Area', reserve: 'reserve' },
  line: (n: number) => `Line ${n}`,
}

describe('addressLetters', () => {
  const letters = addressLetters(batches, recipients)

  test('gives each box its own people, in their order, and nobody a reserve letter', () => {
    expect(letters.map(({ serial, kind, lines }) => [serial, kind, lines[0]])).toEqual([
      ['north-1', 'live', 'Nan'],
      ['north-2', 'live', 'Ned'],
      ['south-4', 'live', 'Sam'],
      ['north-3', 'reserve', undefined],
    ])
  })

  test('needs no addresses', () => {
    expect(addressLetters(batches, []).every(({ lines }) => lines.length === 0)).toBe(true)
  })
})

describe('voteLink', () => {
  test('keeps the code behind the #, and names the area', () => {
    const link = (pool: string) =>
      voteLink('https://b.example', 'spring', { pool, token: token(1) })
    expect(link('all')).toBe(`https://b.example/rounds/spring/vote/#${token(1)}`)
    expect(link('north')).toBe(`https://b.example/rounds/spring/vote/north/#${token(1)}`)
  })
})

describe('the lists', () => {
  const letters = addressLetters(batches, recipients)
  const linkOf = (letter: (typeof letters)[number]) =>
    voteLink('https://b.example', 'spring', letter)

  test('for a print house hold all that stands on a letter, also what is reserve', () => {
    const [head, first, , , last] = printHouseRows(letters, { words, linkOf })
    expect(head).toEqual(
      ['Letter', 'Code', 'Link', 'Area', 'reserve'].concat([1, 2, 3, 4, 5].map((n) => `Line ${n}`)),
    )
    expect(first).toEqual([
      ...['north-1', printToken(token(1)), linkOf(letters[0]!), 'north'],
      ...['', 'Nan', 'North Road 1', '1000 Town', '', ''],
    ])
    expect(last?.[4]).toBe('reserve')
  })

  test('for the office hold no code, in no spelling', () => {
    const text = printSheet(officeRows(letters, words))
    for (const { token, serial } of letters) {
      expect(text).toContain(serial)
      expect(text.replaceAll(/[\s-]/g, '')).not.toContain(token)
    }
    expect(text).toContain('north-3;north;reserve;')
  })

  test('become no formula in a spreadsheet, with either separator', () => {
    const rows = [['=1+1', '+45 12', '-1', '@x', 'a;b', 'a,b', 'say "hi"']]
    expect(printSheet(rows)).toBe(`\uFEFF'=1+1;'+45 12;'-1;'@x;"a;b";a,b;"say ""hi"""\n`)
    expect(printSheet(rows, ',')).toBe(`\uFEFF'=1+1,'+45 12,'-1,'@x,a;b,"a,b","say ""hi"""\n`)
  })

  test.each([
    ['Main St;=1+1', "Main St;'=1+1"],
    ['Main St, @x', "Main St, '@x"],
    ['a;-cmd(1)', "a;'-cmd(1)"],
    ['75,- and 12,5', '75,- and 12,5'],
  ])('become none where the spreadsheet splits %j at another separator', (cell, safe) => {
    for (const separator of [';', ','] as const)
      expect(printSheet([[cell]], separator)).toBe(`\uFEFF${printCell(safe, separator)}\n`)
  })
})
