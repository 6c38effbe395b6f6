/**
 * Typed voting codes: what is wrong with the letters of one, before anybody looks whether it was issued.
 *
 * Pure. Invariant: with and without script the same is said. Decided in docs/decisions/0003.
 */
import { isToken, readTyped } from './token.ts'

const LETTERS = 16

/** A language's sentences about a code that cannot be one. */
export type CodeSentences = {
  readonly codeMissing: string
  readonly codeLength: (count: number) => string
  readonly codeTypo: string
}

/** What is wrong with a typed code, in a sentence; undefined where its letters fit. */
export function codeFault(typed: string, words: CodeSentences): string | undefined {
  const letters = readTyped(typed)
  if (letters === '') return words.codeMissing
  if (letters.length !== LETTERS) return words.codeLength(letters.length)
  return isToken(letters) ? undefined : words.codeTypo
}
