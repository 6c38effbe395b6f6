import { describe, expect, test } from 'vitest'
import { guessColumns, missingParts } from '../../src/domain/address-columns.ts'
import {
  countByPool,
  countRepeated,
  likeliestTable,
  readRecipients,
  type AddressTable,
  type NamedPool,
} from '../../src/domain/address-list.ts'
import { MOST_CODES } from '../../src/domain/token-order.ts'

const ALL: readonly NamedPool[] = [{ pool: 'all', names: [] }]
const AREAS = [
  { pool: 'north', names: ['North', 'Nord'] },
  { pool: 'south', names: ['South', 'Syd'] },
]

/** A table as it stands in a file: its head in row 1. */
function aTable(head: string, ...rows: readonly string[]): AddressTable {
  const split = (line: string) => line.split('|')
  return {
    head: split(head),
    rows: rows.map((row, index) => ({ number: index + 2, cells: split(row) })),
  }
}

const read = (table: AddressTable, pools = ALL) =>
  readRecipients(table, guessColumns(table.head), pools)

describe('guessColumns', () => {
  test.each([
    ['Navn|Adresse|Postnr.|By', { name: 0, street: 1, postcode: 2, town: 3 }],
    [
      'Fornavn|Efternavn|C/O-navn|Vejnavn|Husnr|Postnr|By|Område',
      {
        ...{ firstName: 0, name: 1, extra: 2, street: 3, number: 4 },
        ...{ postcode: 5, town: 6, area: 7 },
      },
    ],
    [
      'Voornaam|Achternaam|Straat|Huisnummer|Postcode|Woonplaats|Wijk',
      { firstName: 0, name: 1, street: 2, number: 3, postcode: 4, town: 5, area: 6 },
    ],
    [
      'Vorname|Nachname|Straße|Hausnr.|PLZ|Ort',
      { firstName: 0, name: 1, street: 2, number: 3, postcode: 4, town: 5 },
    ],
    ['Full name|Address line 1|Address line 2|Town', { name: 0, street: 1, extra: 2, town: 3 }],
    ['By|Navn|Vej', { town: 0, name: 1, street: 2 }],
    ['Column 1|Column 2', {}],
  ])('knows %s', (head, columns) => {
    expect(guessColumns(head.split('|'))).toEqual(columns)
  })

  test('takes no column twice', () => {
    expect(guessColumns(['Adresse', 'Address', 'Name', 'City'])).toEqual({
      street: 1,
      name: 2,
      town: 3,
    })
  })

  test('names what is missing; the area only where there are several', () => {
    expect(missingParts({ name: 0 }, 1)).toEqual(['street', 'town'])
    expect(missingParts({ name: 0, street: 1, town: 2 }, 1)).toEqual([])
    expect(missingParts({ name: 0, street: 1, town: 2 }, 2)).toEqual(['area'])
  })
})

describe('readRecipients', () => {
  test('writes the lines of an envelope, without those of which nothing is known', () => {
    const table = aTable(
      'Fornavn|Efternavn|C/O|Vej|Husnr|Postnr|By|Land',
      'Ane|Bø||Lerbakken|12, 2. tv|8000|Aarhus C|',
      'Ib|Dahl|c/o Ane Bø|Lerbakken|12|8000|Aarhus C|Danmark',
    )
    expect(read(table)).toEqual({
      ok: true,
      value: [
        { pool: 'all', lines: ['Ane Bø', 'Lerbakken 12, 2. tv', '8000 Aarhus C'] },
        {
          pool: 'all',
          lines: ['Ib Dahl', 'c/o Ane Bø', 'Lerbakken 12', '8000 Aarhus C', 'Danmark'],
        },
      ],
    })
  })

  test('finds the ballot box by its id or by its name in any language', () => {
    const table = aTable('Name|Street|Town|Area', 'A|B|C|north', 'D|E|F|SYD', 'G|H|I|Nord')
    const recipients = read(table, AREAS)
    expect(recipients.ok && recipients.value.map(({ pool }) => pool)).toEqual([
      'north',
      'south',
      'north',
    ])
    expect(countByPool(recipients.ok ? recipients.value : [], AREAS)).toEqual([
      { pool: 'north', count: 2 },
      { pool: 'south', count: 1 },
    ])
  })

  test.each([
    [
      'a column that is missing',
      aTable('Name|Street', 'A|B'),
      { kind: 'columns-missing', parts: ['town'] },
    ],
    [
      'the rows of a cell that is empty',
      aTable('Name|Street|Town', 'A|B|C', 'D| |F', 'G', ' |H|I'),
      { kind: 'cells-empty', part: 'name', rows: [5] },
    ],
    [
      'every row with a cell less',
      aTable('Name|Street|Town', 'A|B|C', 'G', 'D| |F'),
      { kind: 'cells-empty', part: 'street', rows: [3, 4] },
    ],
  ])('names %s', (_, table, error) => {
    expect(read(table)).toEqual({ ok: false, error })
  })

  test('names an area that the round does not have, with all its rows', () => {
    const table = aTable('Name|Street|Town|Area', 'A|B|C|West', 'D|E|F|North', 'G|H|I|West')
    expect(read(table, AREAS)).toEqual({
      ok: false,
      error: { kind: 'area-unknown', area: 'West', rows: [2, 4] },
    })
  })

  test('refuses more rows than codes can be made at once', () => {
    const rows = Array.from({ length: MOST_CODES + 1 }, () => 'A|B|C')
    expect(read(aTable('Name|Street|Town', ...rows))).toEqual({
      ok: false,
      error: { kind: 'too-many', rows: MOST_CODES + 1, most: MOST_CODES },
    })
  })

  test('counts an address that stands there once more', () => {
    const recipients = read(aTable('Name|Street|Town', 'A|B|C', 'a|b|c', 'A|B 2|C'))
    expect(countRepeated(recipients.ok ? recipients.value : [])).toBe(1)
  })
})

describe('likeliestTable', () => {
  const commas = aTable('Name;Street;Town', 'A;B 2|left;C')
  const semicolons = aTable('Name|Street|Town', 'A|B 2, left|C')

  test('is the one whose rows are as wide as its head', () => {
    expect(likeliestTable([commas, semicolons])).toEqual({ ok: true, value: semicolons })
    const ragged = aTable('Name|Town, Street', 'A|B', 'C|D|E')
    expect(likeliestTable([ragged, semicolons])).toEqual({ ok: true, value: semicolons })
  })

  test.each([
    ['no table at all', [aTable('Name;Street')], 'one-column'],
    ['a head and nothing below', [aTable('Name|Street')], 'empty'],
    ['nothing', [{ head: [], rows: [] }], 'empty'],
  ])('says so where there is %s', (_, tables, kind) => {
    expect(likeliestTable(tables)).toEqual({ ok: false, error: { kind } })
  })
})
