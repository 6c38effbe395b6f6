/**
 * What is wrong with a clerk's list, in the clerk's words.
 *
 * Pure. Invariant: every fault has a sentence that says where to look. Decided in docs/decisions/0024.
 */
import type { AddressPart } from '../domain/address-columns.ts'
import type { AddressFault } from '../domain/address-list.ts'
import type { CodeWords } from '../i18n/code-words.ts'
import type { Format } from '../i18n/format.ts'

/** Rows that are named; of more only their number is said. */
const MOST_ROWS = 5

export type AddressSaying = {
  readonly words: CodeWords
  readonly format: Pick<Format, 'number' | 'list'>
  /** What the page calls a part of an address. */
  readonly nameOf: (part: AddressPart) => string
}

/** The sentence for a fault. */
export function addressText(
  fault: AddressFault,
  { words: { list }, format, nameOf }: AddressSaying,
): string {
  const rows = (numbers: readonly number[]) => rowsText(numbers, list.more, format)
  switch (fault.kind) {
    case 'empty':
      return list.empty
    case 'one-column':
      return list.oneColumn
    case 'workbook':
      return list.workbook
    case 'quote-open':
      return list.quoteOpen(String(fault.row))
    case 'too-many':
      return list.tooMany(format.number(fault.rows), format.number(fault.most))
    case 'columns-missing':
      return list.columnsMissing(format.list(fault.parts.map(nameOf)))
    case 'cells-empty':
      return list.cellsEmpty(nameOf(fault.part), rows(fault.rows))
    case 'area-unknown':
      return list.areaUnknown(fault.area, rows(fault.rows))
    default:
      return fault satisfies never
  }
}

function rowsText(
  numbers: readonly number[],
  more: (count: string) => string,
  { number, list }: AddressSaying['format'],
): string {
  const named = numbers.slice(0, MOST_ROWS).map(String)
  const left = numbers.length - named.length
  return list(left > 0 ? [...named, more(number(left))] : named)
}
