import { describe, expect, test } from 'vitest'
import { readAddressFile } from '../../src/client/read-address-file.ts'
import { guessColumns } from '../../src/domain/address-columns.ts'
import { readRecipients } from '../../src/domain/address-list.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))
const utf16 = (text: string) => {
  const units = Uint16Array.from([0xfeff, ...[...text].map((sign) => sign.charCodeAt(0))])
  return new Uint8Array(units.buffer)
}
const ROWS = [
  'Navn;Vej;Postnr;By',
  'Åse Bø;Søndergade 1, 2. tv;8000;Aarhus C',
  'Ib;Vej 2;8000;Aarhus C',
]
const lines = (separator: string, end: string) =>
  ROWS.map((row) =>
    row
      .split(';')
      .map((cell) => (cell.includes(separator) ? `"${cell}"` : cell))
      .join(separator),
  ).join(end)

const read = (bytes: Uint8Array) => {
  const table = readAddressFile(bytes)
  if (!table.ok) return table
  return readRecipients(table.value, guessColumns(table.value.head), [{ pool: 'all', names: [] }])
}

const EXPECTED = {
  ok: true,
  value: [
    { pool: 'all', lines: ['Åse Bø', 'Søndergade 1, 2. tv', '8000 Aarhus C'] },
    { pool: 'all', lines: ['Ib', 'Vej 2', '8000 Aarhus C'] },
  ],
}

describe('readAddressFile', () => {
  test.each([
    ['semicolons', utf8(lines(';', '\n'))],
    ['commas, with quotes', utf8(lines(',', '\n'))],
    ['tabs', utf8(lines('\t', '\n'))],
    ['the line ends of Windows', utf8(lines(';', '\r\n'))],
    ['the line ends of an old Mac', utf8(lines(';', '\r'))],
    [
      'quotes that only one separator understands',
      utf8(
        `"Navn";Vej;Postnr;By\n"Åse Bø";"Søndergade 1, 2. tv";8000;Aarhus C\n"Ib";Vej 2;8000;Aarhus C`,
      ),
    ],
    ['a byte order mark', utf8(`\uFEFF${lines(';', '\r\n')}`)],
    ['Latin-1', latin1(lines(';', '\r\n'))],
    ['UTF-16, as Unicode text', utf16(lines('\t', '\r\n'))],
    ['a line that names the separator', utf8(`sep=,\r\n${lines(',', '\r\n')}`)],
    ['empty lines before, between and behind', utf8(`\n${lines(';', '\n\n')}\n;;;\n\n`)],
    [
      'quotes around every cell',
      utf8(ROWS.map((row) => `"${row.replaceAll(';', '";"')}"`).join('\n')),
    ],
  ])('reads %s', (_, bytes) => {
    expect(read(bytes)).toEqual(EXPECTED)
  })

  test('reads 5,000 addresses', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `Person ${at};Vej ${at};8000;Aarhus`)
    const recipients = read(utf8(['Navn;Vej;Postnr;By', ...rows].join('\r\n')))
    expect(recipients.ok && recipients.value).toHaveLength(5000)
  })

  test('keeps the numbers that rows have in the spreadsheet', () => {
    expect(read(utf8('\nNavn;Vej;By\nA;B;C\n\nD;;F'))).toEqual({
      ok: false,
      error: { kind: 'cells-empty', part: 'street', rows: [5] },
    })
    expect(read(utf8('sep=;\nNavn;Vej;By\nA;;C'))).toMatchObject({ error: { rows: [3] } })
  })

  test.each([
    ['another separator', utf8('Navn|Vej|By\nA|B|C'), { kind: 'one-column' }],
    ['a list of names only', utf8('Navn\nA\nB'), { kind: 'one-column' }],
    ['nothing', utf8(''), { kind: 'empty' }],
    ['a head and no rows', utf8('Navn;Vej;By\n'), { kind: 'empty' }],
    [
      'a quote that nobody closed',
      utf8('Navn;Vej;By\n"A;B;C\nD;E;F'),
      { kind: 'quote-open', row: 2 },
    ],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20]), { kind: 'workbook' }],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), { kind: 'workbook' }],
  ])('tells %s', (_, bytes, error) => {
    expect(read(bytes)).toEqual({ ok: false, error })
  })
})
