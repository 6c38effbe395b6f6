import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { lineOf, textOf } from '../../src/domain/written-text.ts'

const line = (text: string) => v.safeParse(lineOf(3, 20), text)
const written = (text: string) => v.parse(textOf(3, 200), text)

/** One of each kind: spaces of no width, joiners, fillers, tags, marks of direction, controls. */
const UNSEEN = [
  ...['\u200b', '\u2060', '\ufeff', '\u00ad', '\u200c', '\u200d', '\ufe0f'],
  ...['\u115f', '\u3164', '\uffa0', '\u2800', '\u034f', '\u{e0041}', '\ufff9'],
  ...['\u061c', '\u200e', '\u202e', '\u2066', '\u0007', '\u0085'],
]

const nameOf = (mark: string) => `U+${mark.codePointAt(0)?.toString(16).padStart(4, '0') ?? ''}`

describe.each(UNSEEN.map((mark) => [nameOf(mark), mark]))('%s', (_, mark) => {
  test('is no title, however often it is written', () => {
    expect(line(mark.repeat(5)).success).toBe(false)
    expect(line(`${mark} `.repeat(5)).success).toBe(false)
    expect(line(`${mark}\u200d${mark}\u200d${mark}`).success).toBe(false)
  })

  test('does not stand around a word', () => {
    expect(line(`${mark}bench`).output).toBe('bench')
    expect(written(`${mark}A bench\n${mark}here`)).toBe('A bench\nhere')
  })
})

describe('lineOf', () => {
  test('keeps what letters and pictures are made of', () => {
    const kept = [
      'Stadt\u00adteil\u00adfest',
      'می\u200cخواهم',
      'I \u2764\ufe0f trees',
      'e\u0301te\u0301',
    ]
    for (const text of [...kept, 'for 👩\u200d👩\u200d👧 here'])
      expect(line(text).output).toBe(text)
  })

  test('is one line, without marks that turn the rest around', () => {
    expect(line(' A\n\tbench\u202e 500 kr.').output).toBe('A bench 500 kr.')
  })
})

describe('textOf', () => {
  test('keeps lines and tabs', () => {
    expect(written('One\r\n\ttwo\u0000\rthree')).toBe('One\n\ttwo\nthree')
  })
})
