import { describe, expect, test } from 'vitest'
import { readHead, readReceiptText } from '../../src/client/receipt-text.ts'

const RECEIPT = '0123456789ABCDEF'
const SIGNATURE = `${'Ab-_'.repeat(21)}zQ`
const HEAD = '12:0a1b2c3d'
const SAVED = `Your ballot is in the box

You have voted, and your code is used up. What you chose is kept apart from it.

Tranebro decides 2026

Your receipt

0123 4567 89AB CDEF

The signature is the council’s.

Signature

${SIGNATURE}

Newest entry on the public board

${HEAD}
`

describe('readReceiptText', () => {
  test.each([
    ['as it is printed', '0123 4567 89AB CDEF'],
    ['in small letters, with dashes', '0123-4567-89ab-cdef'],
    ['with O for 0, and I and L for 1', 'OI23 4567 89AB CDEF'],
    ['in two lines, as a narrow page breaks it', '0123 4567\n89AB CDEF'],
  ])('reads a receipt %s', (_, text) => {
    expect(readReceiptText(text)).toEqual({
      ...{ receipt: RECEIPT, signature: undefined, board: undefined },
    })
  })

  test.each([
    ['the whole file that was saved', SAVED],
    ['the same file from a machine with other line ends', SAVED.replaceAll('\n', '\r\n')],
    ['its three parts', `${RECEIPT}\n${SIGNATURE}\n${HEAD}`],
    ['its parts on one line', `${RECEIPT} ${SIGNATURE} ${HEAD}`],
    [
      'its address',
      `https://council.example/en/rounds/r/receipt/#R=${RECEIPT}&s=${SIGNATURE}&b=12%3A0a1b2c3d ${HEAD}`,
    ],
  ])('reads receipt, signature and head from %s', (_, text) => {
    expect(readReceiptText(text)).toEqual({
      ...{ receipt: RECEIPT, signature: SIGNATURE, board: HEAD },
    })
  })

  test.each([
    ['nothing', ''],
    ['too few letters', '0123 4567 89AB CDE'],
    ['too many', '0123 4567 89AB CDEFG'],
    ['a letter that no receipt has', 'U123 4567 89AB CDEF'],
    ['two receipts', '0123 4567 89AB CDEF\n\n1123 4567 89AB CDEF'],
    ['a sentence with four words of four letters', 'Here come four more words.'],
    ['a signature alone', SIGNATURE],
  ])('finds no receipt in %s', (_, text) => {
    expect(readReceiptText(text)).toBeUndefined()
  })
})

describe('readHead', () => {
  test.each([
    [HEAD, HEAD],
    [`  ${HEAD}.`, HEAD],
    ['12:0a1b2c3', undefined],
    ['12:0a1b2c3dd', undefined],
    ['12', undefined],
  ])('reads "%s"', (text, head) => {
    expect(readHead(text)).toBe(head)
  })
})
