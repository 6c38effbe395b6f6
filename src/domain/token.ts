/**
 * Tokens: the one-use voting codes that stand on letters and cards.
 *
 * Pure; randomness is an argument. Invariant: 75 random bits, and every single wrong letter or swap of
 * neighbours is found before anything is sent. Decided in docs/decisions/0003.
 */
import * as v from 'valibot'
import { BASE32, toBase32 } from './encoding.ts'
import { hash } from './hash.ts'

/** Random bytes that makeToken needs: the first 75 bits are used. */
export const TOKEN_BYTES = 10

const RANDOM_LETTERS = 15

/** A token as its sixteen capital letters, without spaces. */
export const TokenSchema = v.pipe(
  v.string(),
  v.maxLength(64),
  v.transform(readTyped),
  v.check(isToken),
  v.brand('Token'),
)

export type Token = v.InferOutput<typeof TokenSchema>

/** Makes a token from ten random bytes. */
export function makeToken(random: Uint8Array): Token {
  const letters = toBase32(random, RANDOM_LETTERS * 5)
  return (letters + checkLetter(letters)) as Token
}

/** The token as it is printed: four groups of four. */
export function printToken(token: Token): string {
  return token.replace(/(.{4})(?=.)/g, '$1 ')
}

/** Forgives what people type: small letters, spaces, dashes, O for 0, I and L for 1. */
export function readTyped(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** Whether sixteen letters are a token: the right letters, and the right check letter. */
export function isToken(letters: string): letters is Token {
  if (letters.length !== RANDOM_LETTERS + 1) return false
  if ([...letters].some((letter) => !BASE32.includes(letter))) return false
  return checkLetter(letters.slice(0, RANDOM_LETTERS)) === letters.charAt(RANDOM_LETTERS)
}

/** `u` of the protocol: what a used token is known by. Published after the vote. */
export function useOf(round: string, token: Token): Uint8Array {
  return hash('use', round, token)
}

/** `m` of the protocol: what the clerk's machine registers. The token cannot be found from it. */
export function markOf(round: string, token: Token): Uint8Array {
  return markOfUse(round, useOf(round, token))
}

/** The same from `u`, where that is known already. */
export function markOfUse(round: string, use: Uint8Array): Uint8Array {
  return hash('mark', round, use)
}

/** A sum over GF(32), each letter weighted by another power of a generator. */
function checkLetter(letters: string): string {
  let sum = 0
  let weight = 1
  for (const letter of letters) {
    weight = multiply(weight, 2)
    sum ^= multiply(weight, BASE32.indexOf(letter))
  }
  return BASE32.charAt(sum)
}

/** Multiplication in GF(32) by the primitive polynomial x^5 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) product ^= a << bit
  for (let bit = 8; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5)
  return product
}
