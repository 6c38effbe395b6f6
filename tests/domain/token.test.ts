import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { BASE32 } from '../../src/domain/encoding.ts'
import {
  isToken,
  makeToken,
  markOf,
  printToken,
  TokenSchema,
  useOf,
} from '../../src/domain/token.ts'
import { makeTokenBatch } from '../../src/domain/token-batch.ts'

const token = makeToken(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))

describe('makeToken', () => {
  test('makes sixteen letters of which the last one checks the others', () => {
    expect(token).toHaveLength(16)
    expect(isToken(token)).toBe(true)
  })

  test('finds every single wrong letter', () => {
    const wrong = [...token].flatMap((letter, at) =>
      [...BASE32]
        .filter((other) => other !== letter)
        .map((other) => token.slice(0, at) + other + token.slice(at + 1)),
    )
    expect(wrong).toHaveLength(16 * 31)
    expect(wrong.filter(isToken)).toEqual([])
  })

  test('finds every swap of two neighbours', () => {
    for (let round = 0; round < 200; round++) {
      const made = makeToken(Uint8Array.from(randomBytes(10)))
      for (let at = 0; at < 15; at++) {
        const [a = '', b = ''] = [made.charAt(at), made.charAt(at + 1)]
        const swapped = made.slice(0, at) + b + a + made.slice(at + 2)
        expect(isToken(swapped)).toBe(a === b)
      }
    }
  })

  test('uses the first 75 of its 80 random bits', () => {
    const bits = new Uint8Array(10).fill(255)
    expect(makeToken(bits)).toBe(makeToken(Uint8Array.from([...bits.slice(0, 9), 0b11100000])))
    expect(makeToken(bits)).not.toBe(makeToken(Uint8Array.from([...bits.slice(0, 9), 0b11000000])))
  })
})

describe('TokenSchema', () => {
  test('forgives small letters, spaces, dashes, O for 0, and I or L for 1', () => {
    const zeros = makeToken(new Uint8Array(10))
    const ones = makeToken(Uint8Array.from([8, 66, 16, 132, 33, 8, 66, 16, 132, 32]))
    expect(v.parse(TokenSchema, ` ${printToken(token).toLowerCase().replaceAll(' ', '-')} `)).toBe(
      token,
    )
    expect(v.parse(TokenSchema, zeros.replaceAll('0', 'o'))).toBe(zeros)
    expect(v.parse(TokenSchema, ones.replace('1', 'i').replace('1', 'L'))).toBe(ones)
  })

  test('refuses anything else', () => {
    for (const text of ['', 'short', `${token}0`, token.replace(/.$/, 'U'), 'x'.repeat(100)])
      expect(v.safeParse(TokenSchema, text).success).toBe(false)
  })
})

describe('markOf', () => {
  test('is another one for another round or another token', () => {
    const marks = [markOf('a', token), markOf('b', token), markOf('a', makeToken(randomBytes(10)))]
    expect(new Set(marks.map(String)).size).toBe(3)
    expect(useOf('a', token)).not.toEqual(markOf('a', token))
  })
})

describe('makeTokenBatch', () => {
  test('hands letters to the clerk in order, and marks to the box in an order that says nothing', () => {
    const { letters, marks, batch } = makeTokenBatch('spring', 200, (n) =>
      Uint8Array.from(randomBytes(n)),
    )
    expect(letters[0]?.serial).toBe(`${batch}-001`)
    expect(new Set(letters.map((letter) => letter.token)).size).toBe(200)
    expect(marks.map(({ serial }) => serial)).not.toEqual(letters.map(({ serial }) => serial))
    expect(marks.map(({ serial }) => serial).toSorted()).toEqual(
      letters.map(({ serial }) => serial),
    )
  })
})
